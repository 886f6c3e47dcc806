//! `daicho serve`: pages, GraphQL and health on one listener.

use std::io::Write;
use std::net::SocketAddr;
use std::process::ExitCode;
use std::time::Duration;

use clap::Args;

use super::apply::LOCAL_OPERATOR;
use super::{Failure, Surroundings, output};
use crate::access::{Access, Holder, LINK_MINUTES};
use crate::clock;
use crate::graphql::schema;
use crate::language::Language;
use crate::store::Store;
use crate::web::{House, link, routes, serve};

/// Where `serve` listens unless told otherwise: this machine alone.
const LISTEN: &str = "127.0.0.1:8080";

#[derive(Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    pub(super) listen: Listen,
}

/// Where to listen.
#[derive(Args, Clone)]
pub(super) struct Listen {
    /// The address and port to listen on
    #[arg(long = "listen", value_name = "ADDR", default_value = LISTEN)]
    pub(super) address: SocketAddr,
}

pub(super) async fn run(arguments: &Arguments, surroundings: &Surroundings) -> Result<ExitCode, Failure> {
    let store = Store::open(&surroundings.database).await?;
    let access = Access::new(store.clone());
    // Whoever has a token has come in before; a new registry has nobody yet.
    let first = Holder { name: LOCAL_OPERATOR.to_owned(), desk: false };
    let code = if access.is_new().await? { Some(access.sign_in_code(&first, clock::now()).await?) } else { None };
    listen(store, access, code.as_deref(), &arguments.listen, surroundings.language).await
}

/// Serves until the process is told to stop, and says at the start where, and by which link to come in.
pub(super) async fn listen(
    store: Store,
    access: Access,
    code: Option<&str>,
    listen: &Listen,
    language: Language,
) -> Result<ExitCode, Failure> {
    if !listen.address.ip().is_loopback() {
        eprintln!(
            "daicho: {}",
            language.pick(
                "この機械の外からも読めます。通信は暗号化されないので、TLS を終端するプロキシの後ろに置いてください。",
                "this address can be reached from outside; traffic is not encrypted, so keep it behind a proxy that ends TLS.",
            )
        );
    }
    let routes = routes(House::new(access, schema(store.clone())));
    let erasing = tokio::spawn(erase_when_due(store));
    serve(listen.address, routes, |address| greet(address, code, language), stop()).await?;
    erasing.abort();
    Ok(ExitCode::SUCCESS)
}

/// Erases who the persons of requests are once they have been kept as long as their organizations set: at the start, and every hour.
async fn erase_when_due(store: Store) {
    let mut hours = tokio::time::interval(Duration::from_hours(1));
    loop {
        hours.tick().await;
        match store.erase_persons(None, clock::today(), "daicho", clock::now()).await {
            Ok(erased) if erased.is_empty() => {}
            Ok(erased) => tracing::info!(requests = erased.len(), "who the persons of closed requests are was erased"),
            Err(error) => tracing::error!(%error, "who the persons of closed requests are could not be erased"),
        }
    }
}

fn greet(address: SocketAddr, code: Option<&str>, language: Language) {
    let mut out = output::answers();
    let mut lines = vec![language.pick(
        format!("http://{address}/ で待ち受けています（Ctrl-C で終了）。"),
        format!("Listening on http://{address}/ (Ctrl-C ends it)."),
    )];
    match code {
        Some(code) => lines.push(language.pick(
            format!("サインイン（一度だけ、{LINK_MINUTES}分以内）：{}", link(&address.to_string(), code)),
            format!("Sign in (once, within {LINK_MINUTES} minutes): {}", link(&address.to_string(), code)),
        )),
        None => lines.push(
            language
                .pick("サインイン用のリンクは daicho token sign-in で作れます。", "Make a sign-in link with: daicho token sign-in")
                .to_owned(),
        ),
    }
    let written = lines.iter().try_for_each(|line| writeln!(out, "{line}")).and_then(|()| out.flush());
    if let Err(error) = written {
        tracing::warn!(%error, "the address could not be printed");
    }
}

/// Comes when the process is told to stop, by Ctrl-C or by a service manager.
async fn stop() {
    let interrupted = async {
        if let Err(error) = tokio::signal::ctrl_c().await {
            tracing::error!(%error, "Ctrl-C cannot be heard");
            std::future::pending::<()>().await;
        }
    };
    let terminated = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(error) => {
                tracing::error!(%error, "the signal to terminate cannot be heard");
                std::future::pending::<()>().await;
            }
        }
    };
    tokio::select! {
        () = interrupted => {}
        () = terminated => {}
    }
}
