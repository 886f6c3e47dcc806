//! The document as a tree: how deep, how many selections with spreads expanded, how much work by the schema's types.

use std::collections::BTreeMap;
use std::convert::Infallible;

use async_graphql::parser::types::{ExecutableDocument, Field, OperationType, Selection, SelectionSet};
use async_graphql::registry::{MetaField, MetaTypeName, Registry};
use async_graphql::{Value, Variables};

use super::{Excess, MOST_ALIASES, MOST_BRACKETS, MOST_DEPTH, MOST_DIRECTIVES, MOST_SELECTIONS, MOST_WORK, What};
use crate::question::page::{MOST_LINES, USUAL_LINES};

/// How many lines a list without pages is taken to have.
const LINES_OF_LIST: usize = 4;

/// What a question to the whole ledger, or to the database, is taken to cost, in fields.
const QUESTIONS: &[(&str, &str, usize)] = &[
    ("Ledger", "abroad", 200),
    ("Ledger", "changes", 5_000),
    ("Ledger", "entries", 2_000),
    ("Ledger", "findings", 2_000),
    ("Ledger", "notice", 5_000),
    ("Ledger", "organizationChanges", 5_000),
    ("Ledger", "requesterView", 1_000),
    ("Ledger", "retentionDue", 2_000),
    ("Ledger", "tally", 2_000),
    ("Ledger", "transferTally", 5_000),
    ("Ledger", "transfers", 5_000),
    ("Letter", "file", 2_000),
    ("LedgerEntry", "findings", 20),
    ("LedgerEntry", "history", 1_000),
    ("LedgerEntry", "transfers", 20),
    ("Mutation", "acceptFinding", 5_000),
    ("Mutation", "decideRequest", 1_000),
    ("Mutation", "erasePersons", 5_000),
    ("Mutation", "estimateFee", 1_000),
    ("Mutation", "guideRequest", 1_000),
    ("Mutation", "receiveRequest", 1_000),
    ("Mutation", "recordDocument", 1_000),
    ("Mutation", "recordFee", 1_000),
    ("Mutation", "reopenRequest", 1_000),
    ("Mutation", "replyToRequest", 1_000),
    ("Mutation", "setRequestTerms", 1_000),
    ("Mutation", "withdrawRequest", 1_000),
    ("Mutation", "applyPlan", 50_000),
    ("Mutation", "planImport", 50_000),
    ("Mutation", "withdrawAcceptance", 1_000),
    ("Notice", "comparedWith", 10_000),
    ("Notice", "html", 2_000),
    ("Notice", "markdown", 2_000),
    ("Query", "acceptances", 500),
    ("Query", "ledger", 200),
    ("Query", "request", 50),
    ("Query", "requestRegister", 10_000),
    ("Query", "requestWhatIf", 500),
    ("Query", "requests", 2_000),
    ("Query", "revisions", 500),
    ("Request", "answer", 2_000),
    ("Request", "duplicates", 200),
    ("Request", "feeDue", 20),
    ("Request", "guidance", 2_000),
    ("Request", "person", 20),
    ("Request", "view", 500),
    ("Request", "viewings", 20),
    ("Request", "views", 2_000),
    ("WhatIf", "guidance", 2_000),
    ("WhatIf", "views", 2_000),
];

/// How many lines a list of the introspection is taken to have.
const INTROSPECTION: &[(&str, &str, usize)] = &[
    ("__Schema", "types", 90),
    ("__Type", "enumValues", 4),
    ("__Type", "fields", 10),
    ("__Type", "inputFields", 2),
    ("__Type", "interfaces", 1),
    ("__Type", "possibleTypes", 1),
    ("__Field", "args", 2),
];

/// Refuses a document that is too large for the schema of a registry.
pub(super) fn check(registry: &Registry, document: &ExecutableDocument, variables: &Variables) -> Result<(), Excess> {
    let mut measuring = Measuring { registry, document, variables, fragments: BTreeMap::new() };
    let mut whole = Size::default();
    for (_, operation) in document.operations.iter() {
        let root = match operation.node.ty {
            OperationType::Query => Some(registry.query_type.as_str()),
            OperationType::Mutation => registry.mutation_type.as_deref(),
            OperationType::Subscription => registry.subscription_type.as_deref(),
        };
        let mut size = measuring.selections(root, &operation.node.selection_set.node, 0)?;
        size.directives = size.directives.saturating_add(operation.node.directives.len());
        whole.add(size);
    }
    // Fragments that no operation spreads are validated as well.
    let names: Vec<&str> = document.fragments.keys().map(AsRef::as_ref).collect();
    for name in names {
        if !measuring.fragments.contains_key(name) {
            whole.add(measuring.fragment(name, 0)?);
        }
    }
    let limits = [
        (What::Depth, whole.depth, MOST_DEPTH),
        (What::Nesting, whole.levels, MOST_BRACKETS),
        (What::Selections, whole.selections, MOST_SELECTIONS),
        (What::Directives, whole.directives, MOST_DIRECTIVES),
        (What::Aliases, whole.aliases, MOST_ALIASES),
        (What::Work, whole.work, MOST_WORK),
    ];
    match limits.into_iter().find(|(_, value, limit)| value > limit) {
        Some((what, value, limit)) => Err(Excess::Over { what, value, limit }),
        None => Ok(()),
    }
}

/// How large a part of a document is. Numbers stop at the largest rather than turn over.
#[derive(Debug, Clone, Copy, Default)]
struct Size {
    depth: usize,
    levels: usize,
    selections: usize,
    directives: usize,
    aliases: usize,
    work: usize,
}

impl Size {
    fn add(&mut self, other: Self) {
        self.depth = self.depth.max(other.depth);
        self.levels = self.levels.max(other.levels);
        self.selections = self.selections.saturating_add(other.selections);
        self.directives = self.directives.saturating_add(other.directives);
        self.aliases = self.aliases.saturating_add(other.aliases);
        self.work = self.work.saturating_add(other.work);
    }
}

struct Measuring<'a> {
    registry: &'a Registry,
    document: &'a ExecutableDocument,
    variables: &'a Variables,
    /// The sizes of the fragments met so far; none while a fragment is being measured.
    fragments: BTreeMap<&'a str, Option<Size>>,
}

impl<'a> Measuring<'a> {
    fn selections(&mut self, of_type: Option<&str>, set: &'a SelectionSet, level: usize) -> Result<Size, Excess> {
        if level > MOST_BRACKETS {
            return Err(Excess::Over { what: What::Nesting, value: level, limit: MOST_BRACKETS });
        }
        let mut whole = Size::default();
        for item in &set.items {
            let (mut size, directives) = match &item.node {
                Selection::Field(field) => (self.field(of_type, &field.node, level)?, field.node.directives.len()),
                Selection::InlineFragment(part) => {
                    let on = part.node.type_condition.as_ref().map(|condition| condition.node.on.node.as_str());
                    let size = self.selections(on.or(of_type), &part.node.selection_set.node, level + 1)?;
                    (size, part.node.directives.len())
                }
                Selection::FragmentSpread(spread) => (self.fragment(&spread.node.fragment_name.node, level)?, spread.node.directives.len()),
            };
            size.selections = size.selections.saturating_add(1);
            size.directives = size.directives.saturating_add(directives);
            whole.add(size);
        }
        whole.levels += 1;
        Ok(whole)
    }

    /// A fragment's size, measured once. One that does not exist has none; the validation reports it.
    fn fragment(&mut self, name: &str, level: usize) -> Result<Size, Excess> {
        match self.fragments.get(name) {
            Some(Some(size)) => return Ok(*size),
            Some(None) => return Err(Excess::FragmentCycle),
            None => {}
        }
        let Some((name, fragment)) = self.document.fragments.get_key_value(name) else { return Ok(Size::default()) };
        self.fragments.insert(name, None);
        let on = fragment.node.type_condition.node.on.node.as_str();
        let mut size = self.selections(Some(on), &fragment.node.selection_set.node, level + 1)?;
        size.directives = size.directives.saturating_add(fragment.node.directives.len());
        self.fragments.insert(name, Some(size));
        Ok(size)
    }

    fn field(&mut self, of_type: Option<&str>, field: &'a Field, level: usize) -> Result<Size, Excess> {
        let name = field.name.node.as_str();
        let meta = of_type.and_then(|of_type| self.registry.types.get(of_type)?.field_by_name(name));
        let gives = match name {
            "__schema" => Some("__Schema"),
            "__type" => Some("__Type"),
            _ => meta.map(|meta| MetaTypeName::concrete_typename(&meta.ty)),
        };
        let mut size = self.selections(gives, &field.selection_set.node, level + 1)?;
        let of_type = of_type.unwrap_or_default();
        size.depth += 1;
        size.aliases = size.aliases.saturating_add(usize::from(field.alias.is_some()));
        let weight = known(QUESTIONS, of_type, name).unwrap_or(1);
        size.work = size.work.saturating_mul(self.lines(of_type, field, meta)).saturating_add(weight);
        Ok(size)
    }

    /// How many times what is selected of a field is answered.
    fn lines(&self, of_type: &str, field: &Field, meta: Option<&MetaField>) -> usize {
        if let Some(lines) = known(INTROSPECTION, of_type, &field.name.node) {
            return lines;
        }
        let Some(meta) = meta else { return 1 };
        if meta.args.contains_key("first") {
            return self.first(field).unwrap_or(USUAL_LINES).clamp(1, MOST_LINES);
        }
        // What a page holds was counted where the page was asked for.
        let in_page = field.name.node == "nodes" || field.name.node == "edges";
        if MetaTypeName::create(&meta.ty).unwrap_non_null().is_list() && !in_page { LINES_OF_LIST } else { 1 }
    }

    fn first(&self, field: &Field) -> Option<usize> {
        let stated = field.get_argument("first")?.node.clone().into_const_with(|name| Ok::<_, Infallible>(self.variable(name.as_str())));
        let Ok(Value::Number(first)) = stated else { return None };
        Some(first.as_u64().and_then(|first| usize::try_from(first).ok()).unwrap_or(MOST_LINES))
    }

    /// What a variable holds, given or by default.
    fn variable(&self, name: &str) -> Value {
        if let Some(value) = self.variables.get(name) {
            return value.clone();
        }
        let definitions = self.document.operations.iter().flat_map(|(_, operation)| &operation.node.variable_definitions);
        let mut defaults =
            definitions.filter(|definition| definition.node.name.node == name).filter_map(|definition| definition.node.default_value());
        defaults.next().cloned().unwrap_or_default()
    }
}

/// What a table says of a field.
fn known(table: &[(&str, &str, usize)], of_type: &str, field: &str) -> Option<usize> {
    table.iter().find(|(known_type, known_field, _)| *known_type == of_type && *known_field == field).map(|(_, _, number)| *number)
}
