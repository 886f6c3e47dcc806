//! The letters that the desk sends, and the register, as files.
#![expect(clippy::unused_async, reason = "the library takes async resolvers only")]

use async_graphql::{Context, Enum, Object, Result, SimpleObject};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::what_if::out_of_range;
use super::{Request, RequestFilter, at_desk};
use crate::clock;
use crate::export;
use crate::export::letter::{Format, text, written};
use crate::graphql::refusal::broken;
use crate::graphql::scalars::Day;
use crate::graphql::snapshot::Snapshot;
use crate::graphql::view::failed;
use crate::request::letter::{Letter as Content, answer, guidance};
use crate::request::{Person, Received, Terms, receive, views};
use crate::store::{At, Store, Viewed};
use crate::vocabulary::Vocabulary;

/// A letter of the desk, in Japanese.
pub struct Letter {
    content: Content,
    /// What its files are called, without the ending.
    stem: String,
}

/// A letter of the desk to one who asks, in Japanese: drawn from the case and the ledger alone. What the ledger does not state is said
/// to be not stated.
#[Object]
impl Letter {
    /// The title of the letter.
    async fn title(&self) -> &str {
        &self.content.title
    }

    /// The day of the letter: that of the reply once there was one, else today.
    async fn date(&self) -> Day {
        Day(self.content.date)
    }

    /// What the desk must settle before it sends the letter, in Japanese. It is no part of the letter.
    async fn open(&self) -> &[String] {
        &self.content.open
    }

    /// The whole letter as plain text.
    async fn text(&self) -> String {
        text(&self.content)
    }

    /// The whole letter as a file.
    async fn file(&self, #[graphql(desc = "What kind of file.")] format: LetterFormat) -> Result<Download> {
        let format = Format::from(format);
        let bytes = written(&self.content, format).map_err(|error| broken(&error))?;
        Ok(Download::new(format!("{}.{}", self.stem, format.ending()), format.media_type(), &bytes))
    }
}

/// How a letter is written down. A person may ask for an electronic record (APPI 33(1)).
#[derive(Enum, Debug, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "Format")]
pub enum LetterFormat {
    /// A page that stands alone, for the screen and for A4 paper from the browser. What is open to the desk stands above it, on the
    /// screen only.
    Html,
    /// A Word document that the desk may still edit.
    Docx,
    /// Plain text in UTF-8.
    Text,
    /// JSON: title, number, date, addressee, sender, opening, sections, contact.
    Json,
    /// CSV in UTF-8 with its mark: a row a statement.
    Csv,
}

/// How the register is written down.
#[derive(Enum, Debug, Clone, Copy, PartialEq, Eq)]
pub enum RegisterFormat {
    /// A workbook.
    Xlsx,
    /// CSV in UTF-8 with its mark.
    Csv,
}

/// A file to be kept.
#[derive(SimpleObject)]
pub struct Download {
    /// What it may be called.
    name: String,
    /// Its media type.
    media_type: &'static str,
    /// Its bytes, in base64.
    content: String,
}

impl Download {
    fn new(name: String, media_type: &'static str, bytes: &[u8]) -> Self {
        Self { name, media_type, content: STANDARD.encode(bytes) }
    }
}

/// The answer to a request, by the ledger that its decision rests on; nothing as long as none is decided. Whom it is to is looked up, and
/// the look is on record.
///
/// # Errors
/// Where the caller is not of the desk, or the registry cannot be read.
pub(super) async fn of_answer(ctx: &Context<'_>, request: &Request) -> Result<Option<Letter>> {
    at_desk(ctx)?;
    let case = &request.case;
    let Some(decision) = case.progress().decision else { return Ok(None) };
    let receipt = &case.receipt;
    let snapshot = request.ledger(ctx, At::Revision(decision.revision)).await?;
    let ledger = snapshot.ledger();
    let views = views(ledger, &receipt.organization, &receipt.application(), &receipt.rights, Vocabulary::built_in());
    let views = views.map_err(super::refused)?;
    let person = person(ctx, request).await?;
    let content = answer(case, ledger, &views, person.as_ref(), clock::today());
    Ok(content.map(|content| Letter { content, stem: format!("{}-answer", receipt.number) }))
}

/// The guidance for a request, under the procedures as they stood on receipt, with what of it came in. Whom it is to and what came in is
/// looked up, and the look is on record.
///
/// # Errors
/// Where the caller is not of the desk, or the registry cannot be read.
pub(super) async fn of_guidance(ctx: &Context<'_>, request: &Request) -> Result<Letter> {
    let caller = at_desk(ctx)?;
    let case = &request.case;
    let receipt = &case.receipt;
    let snapshot = request.ledger(ctx, At::Revision(receipt.revision)).await?;
    let organization = snapshot.organization(&receipt.organization);
    let today = clock::today();
    // What was received then is received anew; the day by which to answer is the case's own.
    let received = receive(&organization, receipt.revision, receipt.application(), Terms::default(), Vocabulary::built_in(), today);
    let received = received.map_err(out_of_range)?;
    let views = views(snapshot.ledger(), &receipt.organization, &received.application, &receipt.rights, Vocabulary::built_in());
    let views = views.map_err(super::refused)?;
    if !case.papers.is_empty() {
        let store = ctx.data::<Store>()?;
        store.record_viewing(&receipt.number, Viewed::Papers, &caller.name, clock::now()).await.map_err(failed)?;
    }
    let person = person(ctx, request).await?;
    let content = guidance(&organization, &received, &views, Some(case), person.as_ref(), today);
    Ok(Letter { content, stem: format!("{}-guidance", receipt.number) })
}

/// The guidance for one who asks how to ask: before there is a request, and by no name.
///
/// # Errors
/// Where the ledger has no such organization.
pub(super) fn of_guidance_ahead(snapshot: &Snapshot, received: &Received) -> Result<Letter> {
    let Received { application, organization: code, .. } = received;
    let views = views(snapshot.ledger(), code, application, &application.rights, Vocabulary::built_in()).map_err(super::refused)?;
    let content = guidance(&snapshot.organization(code), received, &views, None, None, clock::today());
    Ok(Letter { content, stem: format!("{code}-guidance") })
}

async fn person(ctx: &Context<'_>, request: &Request) -> Result<Option<Person>> {
    let caller = at_desk(ctx)?;
    ctx.data::<Store>()?.person(&request.case.receipt.number, &caller.name, clock::now()).await.map_err(failed)
}

/// The register of the requests that a filter asks for.
///
/// # Errors
/// Where an organization is not the caller's, or the registry cannot be read.
pub async fn register(ctx: &Context<'_>, filter: Option<RequestFilter>, format: RegisterFormat) -> Result<Download> {
    let today = clock::today();
    let cases = super::asked(ctx, filter.unwrap_or_default()).await?;
    Ok(match format {
        RegisterFormat::Xlsx => {
            let bytes = export::register_workbook(&cases, today).map_err(|error| broken(&error))?;
            let media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            Download::new(format!("requests-{today}.xlsx"), media_type, &bytes)
        }
        RegisterFormat::Csv => {
            let rows = export::csv(&export::register(&cases, today)).map_err(|error| broken(&error))?;
            // The mark by which spreadsheets in Japan know UTF-8.
            let bytes = ["\u{feff}".as_bytes(), &rows].concat();
            Download::new(format!("requests-{today}.csv"), Format::Csv.media_type(), &bytes)
        }
    })
}
