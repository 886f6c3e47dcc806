//! Connections: how many, and how long they may dawdle.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;

/// Connections at one time; more wait in the system's queue.
const MOST_CONNECTIONS: usize = 512;

/// How long a client may take for the head of a request.
const LONGEST_HEAD: Duration = Duration::from_secs(10);

/// How long answers under way may take once the service is told to stop.
const LONGEST_FAREWELL: Duration = Duration::from_secs(10);

/// Why the service could not listen.
#[derive(Debug, thiserror::Error)]
#[error("cannot listen on {address}: {source}; choose another address with --listen")]
pub struct ServeError {
    address: SocketAddr,
    source: io::Error,
}

/// Listens on an address, tells which it became, and serves until `stop` comes.
pub async fn serve(
    address: SocketAddr,
    routes: Router,
    started: impl FnOnce(SocketAddr),
    stop: impl Future<Output = ()>,
) -> Result<(), ServeError> {
    let cannot = |source| ServeError { address, source };
    let listener = TcpListener::bind(address).await.map_err(cannot)?;
    started(listener.local_addr().map_err(cannot)?);
    let places = Arc::new(Semaphore::new(MOST_CONNECTIONS));
    let open = GracefulShutdown::new();
    let mut stop = std::pin::pin!(stop);
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = &mut stop => break,
        };
        let stream = match accepted {
            Ok((stream, _)) => stream,
            Err(error) => {
                tracing::warn!(%error, "a connection could not be accepted");
                tokio::time::sleep(Duration::from_millis(50)).await;
                continue;
            }
        };
        let Ok(place) = places.clone().acquire_owned().await else { break };
        let mut builder = http1::Builder::new();
        builder.timer(TokioTimer::new()).header_read_timeout(LONGEST_HEAD);
        let connection = open.watch(builder.serve_connection(TokioIo::new(stream), TowerToHyperService::new(routes.clone())));
        tokio::spawn(async move {
            if let Err(error) = connection.await {
                tracing::debug!(%error, "a connection ended early");
            }
            drop(place);
        });
    }
    drop(listener);
    if tokio::time::timeout(LONGEST_FAREWELL, open.shutdown()).await.is_err() {
        tracing::warn!("answers under way were cut off");
    }
    Ok(())
}
