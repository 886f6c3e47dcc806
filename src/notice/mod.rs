//! The public notice: the matters that an operator keeps known to the persons concerned (APPI 32(1), Order 10), with joint use
//! (APPI 27(5)(iii)) and the countries in which data is kept, from the ledger alone.
//!
//! A [`Notice`] is a value: sections, each a matter with the provisions it rests on, what the ledger states of it, and what the ledger
//! leaves out. What is left out is a [`Gap`] and never filled; an entry whose existence must not become known (Order 5) is in no
//! section, but [`Notice::withheld`] names it to the one who publishes. The value is written down as Markdown and as HTML, where no
//! word of the ledger can become markup, and two values are compared by [`compare`].
//!
//! What a ledger keeps for its own use stays inside: 備考 of entries, places, entrustees and recipients, departments, persons with
//! access, and the names of places and entrustees. 備考 of windows and procedures are addressed to the person, and are published.

mod block;
mod compare;
mod countries;
mod documents;
mod entrustment;
mod entry;
mod escape;
mod fee;
mod gap;
mod html;
mod joint_use;
mod markdown;
mod matter;
mod measures;
mod operator;
mod policies;
mod procedures;
mod provision;
mod purposes;
mod section;
mod sensitive;
mod windows;
mod words;

use crate::ledger::{LawReference, Ledger, Text};
use crate::question::{Refusal, organization};

pub use block::{Block, Item, Statement, Table, Term};
pub use compare::{Comparison, SectionChange, compare};
pub use gap::{About, Gap};
pub use html::STYLE;
pub use matter::Matter;
pub use section::Section;

use entry::sort;

/// The public notice of one organization.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// The organization's code.
    pub organization: Text,
    /// The newest revision of the registry that it includes, by which a later one is compared with it; 0 where nothing was said yet.
    pub revision: i32,
    /// The title of the text.
    pub title: String,
    /// The matters in the order of [`Matter`], each once.
    pub sections: Vec<Section>,
    /// Entries that are in no section, since their existence becoming known would do harm (APPI 16(4), Order 5). Not to be published.
    pub withheld: Vec<Withheld>,
}

/// An entry that the notice does not mention.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withheld {
    /// Its control number.
    pub control_no: Text,
    /// Which of the entries that bear this number, from 1.
    pub occurrence: u32,
    /// The provisions by which it is no retained personal data.
    pub basis: Vec<LawReference>,
}

/// The public notice of an organization, drawn from its ledger.
///
/// # Errors
/// Where the ledger has no such organization.
pub fn notice(ledger: &Ledger, code: &str) -> Result<Notice, Refusal> {
    let of = organization(ledger, code)?;
    let entries = sort(ledger.entries_of(code).map(|no| ledger.held(no)));
    let sections = vec![
        operator::section(of),
        windows::manager(of),
        purposes::section(&entries.published),
        sensitive::section(&entries.published),
        joint_use::section(of, &entries),
        provision::section(of, &entries),
        entrustment::section(of),
        measures::section(of),
        countries::section(of, &entries.published),
        procedures::section(of),
        windows::requests(of),
        windows::complaints(of),
        windows::accredited(of),
        policies::section(of),
    ];
    let title = format!("{}　個人情報の取扱いに関する公表事項", of.name);
    Ok(Notice { organization: of.code.clone(), revision: ledger.revision(), title, sections, withheld: entries.withheld() })
}

impl Notice {
    /// The notice of an organization of which nothing has been said yet: what a first revision is compared with.
    #[must_use]
    pub fn silent(organization: Text) -> Self {
        Self { organization, revision: 0, title: String::new(), sections: Vec::new(), withheld: Vec::new() }
    }

    /// The whole as Markdown (CommonMark with tables).
    #[must_use]
    pub fn markdown(&self) -> String {
        markdown::notice(self)
    }

    /// The whole as an HTML document that stands alone, for a printer or a website: no script, no link, its own style.
    #[must_use]
    pub fn html(&self) -> String {
        html::notice(self)
    }

    /// How many things the ledger leaves out, those that the law asks for alone or all.
    #[must_use]
    pub fn gaps(&self, required: bool) -> usize {
        self.sections.iter().flat_map(|section| &section.gaps).filter(|gap| gap.required || !required).count()
    }
}
