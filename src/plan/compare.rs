//! The differences of two values, field by field.

use std::collections::BTreeMap;
use std::fmt::Debug;

use super::FieldChange;
use super::pairing::pair;
use super::words::Worded;
use crate::ledger::Text;

/// Two values of which either may be absent, and what was found to differ so far.
pub(super) struct Compare<'a, T> {
    before: Option<&'a T>,
    after: Option<&'a T>,
    path: String,
    found: Vec<FieldChange>,
}

/// The differences of two values by their fields.
pub(super) fn compare<'a, T>(before: Option<&'a T>, after: Option<&'a T>) -> Compare<'a, T> {
    Compare { before, after, path: String::new(), found: Vec::new() }
}

impl<'a, T> Compare<'a, T> {
    /// What was found to differ.
    pub(super) fn found(self) -> Vec<FieldChange> {
        self.found
    }

    /// Compares a field that is shown whole.
    pub(super) fn field<V: Worded + PartialEq + 'a>(mut self, name: &str, of: impl Fn(&'a T) -> &'a V) -> Self {
        let (before, after) = (self.before.map(&of), self.after.map(&of));
        if before != after {
            self.push(name, before, after);
        }
        self
    }

    /// Compares what a field consists of.
    pub(super) fn within<V: 'a>(
        mut self,
        name: &str,
        of: impl Fn(&'a T) -> &'a V,
        fields: impl Fn(Compare<'a, V>) -> Compare<'a, V>,
    ) -> Self {
        let path = format!("{}{name}.", self.path);
        let inner = Compare { before: self.before.map(&of), after: self.after.map(&of), path, found: Vec::new() };
        self.found.extend(fields(inner).found);
        self
    }

    /// Compares a list by the names of what is in it. Of several with one name, those that are equal stand for each other first.
    pub(super) fn list<V: PartialEq + Debug + 'a>(
        mut self,
        name: &str,
        of: impl Fn(&'a T) -> Vec<&'a V>,
        key: impl Fn(&V) -> String,
        fields: impl Fn(Compare<'a, V>) -> Compare<'a, V>,
    ) -> Self {
        let before = self.before.map(&of).unwrap_or_default();
        let after = self.after.map(&of).unwrap_or_default();
        if before == after {
            return self;
        }
        let (order, by_key) = by_key(&before, &after, &key);
        let so_far = self.found.len();
        for key in &order {
            let (before, after) = &by_key[key];
            let several = before.len().max(after.len()) > 1;
            let pairs = pair(before, after, &[|value| format!("{value:?}"), |_| String::new()]);
            for (at, (before, after)) in pairs.into_iter().enumerate() {
                let number = if several { format!("[{}]", at + 1) } else { String::new() };
                let path = format!("{}{name}[{key}]{number}.", self.path);
                self.found.extend(fields(Compare { before, after, path, found: Vec::new() }).found);
            }
        }
        if self.found.len() == so_far {
            let names = |values: &[&V]| Some(values.iter().map(|value| key(value)).collect::<Vec<_>>().join("、").into());
            self.found.push(FieldChange { field: format!("{}{name}", self.path), before: names(&before), after: names(&after) });
        }
        self
    }

    /// Compares columns that no field takes by their headings; in which order they stand is no difference.
    pub(super) fn headed(mut self, name: &str, of: impl Fn(&'a T) -> Vec<(&'a Text, &'a Text)>) -> Self {
        let (before, after) = (self.before.map(&of), self.after.map(&of));
        if before == after {
            return self;
        }
        let mut by_heading: BTreeMap<&Text, [Vec<Text>; 2]> = BTreeMap::new();
        for (side, columns) in [before, after].into_iter().enumerate() {
            for (heading, text) in columns.unwrap_or_default() {
                by_heading.entry(heading).or_default()[side].push(text.clone());
            }
        }
        for (heading, [before, after]) in by_heading {
            if before != after {
                self.push(&format!("{name}[{heading}]"), Some(&before), Some(&after));
            }
        }
        self
    }

    fn push<V: Worded>(&mut self, name: &str, before: Option<&V>, after: Option<&V>) {
        let (mut shown_before, mut shown_after) = (before.and_then(Worded::brief), after.and_then(Worded::brief));
        if shown_before == shown_after {
            let (Some(before), Some(after)) = (before, after) else { return };
            (shown_before, shown_after) = (Some(before.whole()), Some(after.whole()));
        }
        let field = format!("{}{name}", self.path);
        self.found.push(FieldChange { field, before: shown_before.map(Into::into), after: shown_after.map(Into::into) });
    }
}

type ByKey<'a, V> = BTreeMap<String, (Vec<&'a V>, Vec<&'a V>)>;

/// The values by their names, and the names in the order in which they come, those that stay first.
fn by_key<'a, V>(before: &[&'a V], after: &[&'a V], key: impl Fn(&V) -> String) -> (Vec<String>, ByKey<'a, V>) {
    let mut order = Vec::new();
    let mut by_key: ByKey<'a, V> = BTreeMap::new();
    let sides = after.iter().map(|value| (value, true)).chain(before.iter().map(|value| (value, false)));
    for (value, is_after) in sides {
        let name = key(value);
        let (of_before, of_after) = by_key.entry(name.clone()).or_insert_with(|| {
            order.push(name);
            (Vec::new(), Vec::new())
        });
        if is_after { of_after.push(*value) } else { of_before.push(*value) }
    }
    (order, by_key)
}
