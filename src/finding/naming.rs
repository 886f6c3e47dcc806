//! How an organization's entries name a place, an entrustee, a recipient or a joint use.

use std::collections::BTreeMap;

use super::row::is_personal_data;
use crate::ledger::{EntryNo, Ledger, Medium, Text};

/// How many of the cells that name a party a finding shows.
const FEW: usize = 20;

/// How entries name one party.
#[derive(Debug, Default)]
pub struct Naming {
    /// How many name it.
    pub entries: usize,
    /// How many of these hold personal data; of the others Chapter 4, Section 2 asks nothing.
    pub of_personal_data: usize,
    /// How many of those neither state the country in which they are kept nor are on paper alone.
    pub of_unknown_country: usize,
    /// The first few that name it.
    pub first: Vec<EntryNo>,
}

/// How entries name the parties of each kind.
#[derive(Debug, Default)]
pub struct Namings<'a> {
    /// 保管場所.
    pub places: BTreeMap<&'a str, Naming>,
    /// 委託先.
    pub entrustees: BTreeMap<&'a str, Naming>,
    /// 第三者提供先.
    pub recipients: BTreeMap<&'a str, Naming>,
    /// 共同利用.
    pub joint_uses: BTreeMap<&'a str, Naming>,
}

impl<'a> Namings<'a> {
    pub(super) fn of(ledger: &'a Ledger, entries: impl Iterator<Item = EntryNo>) -> Self {
        let mut namings = Self::default();
        for no in entries {
            let entry = ledger.held(no).entry;
            let personal = is_personal_data(entry);
            let on_paper = !entry.media.is_empty() && entry.media.iter().all(|medium| *medium == Medium::Paper);
            let unknown_country = personal && !entry.storage.is_stated() && entry.storage.reason.is_none() && !on_paper;
            let mut put = |names: &'a [Text], of: fn(&mut Self) -> &mut BTreeMap<&'a str, Naming>| {
                for name in names {
                    let naming = of(&mut namings).entry(name.as_ref()).or_default();
                    naming.entries += 1;
                    naming.of_personal_data += usize::from(personal);
                    naming.of_unknown_country += usize::from(unknown_country);
                    if naming.first.len() < FEW {
                        naming.first.push(no);
                    }
                }
            };
            put(&entry.places, |namings| &mut namings.places);
            put(&entry.entrustees, |namings| &mut namings.entrustees);
            put(&entry.recipients, |namings| &mut namings.recipients);
            put(&entry.joint_uses, |namings| &mut namings.joint_uses);
        }
        namings
    }
}
