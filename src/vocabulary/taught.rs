//! How a TOML text teaches words.

use std::collections::BTreeMap;
use std::str::FromStr;
use std::sync::Arc;

use toml::{Table, Value};

use super::{Concept, Lexicon, Sheet, SheetUse, Vocabulary};
use crate::ledger::{Country, fold};

/// Why a text teaches nothing: where it stands and what was expected there.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum VocabularyError {
    /// The text is no TOML.
    #[error("no TOML: {0}")]
    NotToml(String),
    /// There is no such table.
    #[error("[{table}]: there is no table of this name")]
    UnknownTable {
        /// The table's name.
        table: String,
    },
    /// The table has no such meaning.
    #[error("[{table}] {key}: this table has no meaning of this name")]
    UnknownMeaning {
        /// The table's name.
        table: String,
        /// The meaning's name.
        key: String,
    },
    /// What stands at the key is no list of words.
    #[error("[{table}] {key}: a list of words was expected")]
    NotWords {
        /// The table's name.
        table: String,
        /// The meaning's name.
        key: String,
    },
}

impl Vocabulary {
    /// Learns the words of a TOML text; once all are learned, the headings are to be said plainly.
    pub(super) fn learn(&mut self, text: &str) -> Result<(), VocabularyError> {
        let file: Table = text.parse().map_err(|error: toml::de::Error| VocabularyError::NotToml(error.to_string()))?;
        for (name, value) in &file {
            let Value::Table(table) = value else {
                return Err(VocabularyError::UnknownTable { table: name.clone() });
            };
            self.learn_table(name, table)?;
        }
        Ok(())
    }

    fn learn_table(&mut self, name: &str, table: &Table) -> Result<(), VocabularyError> {
        match name {
            "headings" => learn_headings(&mut self.headings, name, table),
            "makeshift" => learn_headings(&mut self.makeshift, name, table),
            "giving-way" => learn_headings(&mut self.giving_way, name, table),
            "beside-name" => learn_headings(&mut self.beside_name, name, table),
            "main-words" => learn_headings(&mut self.main_words, name, table),
            "telling-words" => learn_headings(&mut self.telling_words, name, table),
            "other-matters" => learn(&mut self.other_matters, name, table, named),
            "under-group" => learn(&mut self.under_group, name, table, named),
            "aspects" => learn(&mut self.aspects, name, table, named),
            "foreign-groups" => learn(&mut self.foreign_groups, name, table, named),
            "heading-frames" => learn(&mut self.frames, name, table, named),
            "sheets" => learn(&mut self.sheets, name, table, |key| named(key).map(SheetUse::Read)),
            "passed-over" => learn(&mut self.sheets, name, table, |key| named(key).map(SheetUse::Pass)),
            "titles" => learn(&mut self.titles, name, table, named),
            "not-entries" => learn(&mut self.not_entries, name, table, named),
            "fill-in-hints" => learn(&mut self.hints, name, table, named),
            "signs" => learn(&mut self.signs, name, table, named),
            "marks" => learn(&mut self.marks, name, table, named),
            "mark-endings" => learn(&mut self.mark_endings, name, table, named),
            "denials" => learn(&mut self.denials, name, table, named),
            "remarks" => learn(&mut self.remarks, name, table, named),
            "list-words" => learn(&mut self.list_words, name, table, named),
            "countries" | "regions" => learn(&mut self.countries, name, table, Country::from_code),
            "areas" => learn(&mut self.areas, name, table, named),
            "media" => learn(&mut self.media, name, table, named),
            "capacity" => learn(&mut self.capacity, name, table, named),
            "nature" => learn(&mut self.nature, name, table, named),
            "acquired-from" => learn(&mut self.acquired_from, name, table, named),
            "retention" => learn(&mut self.retention, name, table, named),
            "exclusion" => learn(&mut self.exclusion, name, table, named),
            "rights" => learn(&mut self.rights, name, table, named),
            "requesters" => learn(&mut self.requesters, name, table, named),
            "contact-roles" => learn(&mut self.contact_roles, name, table, named),
            "safety-measures" => learn(&mut self.safety_measures, name, table, named),
            "fees" => learn(&mut self.fees, name, table, named),
            "tax" => learn(&mut self.tax, name, table, named),
            "per" => learn(&mut self.per, name, table, named),
            "grounds" => learn(&mut self.grounds, name, table, named),
            "transfer" => learn(&mut self.transfer, name, table, named),
            "laws" => learn(&mut self.laws, name, table, named),
            // 者 ends what persons are called and those who may see a record, so that each kind has words of its own.
            "called" => {
                for (key, value) in table {
                    let unknown = || VocabularyError::UnknownMeaning { table: name.to_owned(), key: key.clone() };
                    let kind = named(key).ok_or_else(unknown)?;
                    words(name, key, value)?.into_iter().for_each(|word| self.called.entry(kind).or_default().teach(word, kind));
                }
                Ok(())
            }
            "same-words" => {
                for (key, value) in table {
                    let others = words(name, key, value)?;
                    self.same_words.extend(others.into_iter().map(|other| (fold(key), fold(other))));
                }
                Ok(())
            }
            "subjects" => {
                for (key, value) in table {
                    Arc::make_mut(&mut self.subjects).teach(key, words(name, key, value)?);
                }
                Ok(())
            }
            "subject-additions" => {
                for (key, value) in table {
                    let unknown = || VocabularyError::UnknownMeaning { table: name.to_owned(), key: key.clone() };
                    Arc::make_mut(&mut self.subjects).teach_additions(named(key).ok_or_else(unknown)?, words(name, key, value)?);
                }
                Ok(())
            }
            _ => Err(VocabularyError::UnknownTable { table: name.to_owned() }),
        }
    }
}

fn learn_headings(of: &mut BTreeMap<Sheet, Lexicon<Concept>>, name: &str, table: &Table) -> Result<(), VocabularyError> {
    for (key, value) in table {
        let path = format!("{name}.{key}");
        let (Some(sheet), Value::Table(concepts)) = (named::<Sheet>(key), value) else {
            return Err(VocabularyError::UnknownTable { table: path });
        };
        learn(of.entry(sheet).or_default(), &path, concepts, named)?;
    }
    Ok(())
}

/// A meaning by its name in kebab case.
fn named<T: FromStr>(key: &str) -> Option<T> {
    key.to_ascii_uppercase().replace('-', "_").parse().ok()
}

fn learn<T: Copy + PartialEq>(
    lexicon: &mut Lexicon<T>,
    name: &str,
    table: &Table,
    meaning: impl Fn(&str) -> Option<T>,
) -> Result<(), VocabularyError> {
    for (key, value) in table {
        let unknown = || VocabularyError::UnknownMeaning { table: name.to_owned(), key: key.clone() };
        let meaning = meaning(key).ok_or_else(unknown)?;
        for word in words(name, key, value)? {
            lexicon.teach(word, meaning);
        }
    }
    Ok(())
}

fn words<'a>(table: &str, key: &str, value: &'a Value) -> Result<Vec<&'a str>, VocabularyError> {
    let list = value.as_array().and_then(|list| list.iter().map(Value::as_str).collect());
    list.ok_or_else(|| VocabularyError::NotWords { table: table.to_owned(), key: key.to_owned() })
}
