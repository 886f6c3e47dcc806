//! The schema is a contract: it is kept as a snapshot, described in every part, and offers all that was promised.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use async_graphql::parser::parse_schema;
use async_graphql::parser::types::{FieldDefinition, InputValueDefinition, TypeDefinition, TypeKind, TypeSystemDefinition};
use daicho::graphql::sdl;

#[test]
fn the_schema_changes_only_on_purpose() {
    insta::assert_snapshot!("schema", sdl());
}

fn types(text: &str) -> BTreeMap<String, TypeDefinition> {
    let document = parse_schema(text).expect("a schema");
    let definitions = document.definitions.into_iter().filter_map(|definition| match definition {
        TypeSystemDefinition::Type(definition) => Some((definition.node.name.node.to_string(), definition.node)),
        TypeSystemDefinition::Schema(_) | TypeSystemDefinition::Directive(_) => None,
    });
    definitions.collect()
}

/// The parts of a type: fields with their arguments, input fields, or values; each as `name`, its type and its default.
fn parts(definition: &TypeDefinition) -> BTreeMap<String, String> {
    let input = |value: &InputValueDefinition| {
        let default = value.default_value.as_ref().map(|default| format!(" = {}", default.node)).unwrap_or_default();
        format!("{}{default}", value.ty.node)
    };
    let mut parts = BTreeMap::new();
    match &definition.kind {
        TypeKind::Scalar => {}
        TypeKind::Object(object) => {
            for FieldDefinition { name, arguments, ty, .. } in object.fields.iter().map(|field| &field.node) {
                parts.insert(name.node.to_string(), ty.node.to_string());
                for argument in arguments {
                    parts.insert(format!("{}({})", name.node, argument.node.name.node), input(&argument.node));
                }
            }
        }
        TypeKind::InputObject(object) => {
            parts.extend(object.fields.iter().map(|field| (field.node.name.node.to_string(), input(&field.node))));
        }
        TypeKind::Enum(values) => {
            parts.extend(values.values.iter().map(|value| (value.node.value.node.to_string(), String::new())));
        }
        TypeKind::Interface(_) | TypeKind::Union(_) => panic!("{} is of no kind that is used here", definition.name.node),
    }
    parts
}

#[test]
fn all_that_was_promised_is_offered() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/design/schema.graphql");
    let Ok(promised) = fs::read_to_string(&path) else {
        eprintln!("left out: the contract is not at {}", path.display());
        return;
    };
    let (promised, offered) = (types(&promised), types(&sdl()));
    let mut broken = Vec::new();
    for (name, definition) in &promised {
        let Some(here) = offered.get(name) else {
            broken.push(format!("{name} is missing"));
            continue;
        };
        if std::mem::discriminant(&definition.kind) != std::mem::discriminant(&here.kind) {
            broken.push(format!("{name} is of another kind"));
        }
        let (wanted, here) = (parts(definition), parts(here));
        for (part, ty) in &wanted {
            let path = format!("{name}.{part}");
            match here.get(part) {
                None => broken.push(format!("{path} is missing")),
                Some(offered) if offered != ty => broken.push(format!("{path} is {offered}, not {ty}")),
                Some(_) => {}
            }
        }
        let more_asked = here.iter().filter(|(part, ty)| {
            let input = part.contains('(') || matches!(definition.kind, TypeKind::InputObject(_));
            input && !wanted.contains_key(*part) && ty.ends_with('!')
        });
        broken.extend(
            more_asked
                .filter(|(part, _)| wanted.contains_key(part.split('(').next().unwrap_or(part)))
                .map(|(part, _)| format!("{name}.{part} is asked for")),
        );
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn every_part_is_described_in_a_sentence() {
    let sentence =
        |described: Option<&str>| described.is_some_and(|text| text.trim_end().ends_with('.') || text.trim_end().ends_with(".)"));
    let mut bare = Vec::new();
    let mut check = |path: String, described: Option<&str>| {
        if !sentence(described) {
            bare.push(format!("{path}: {described:?}"));
        }
    };
    for (name, definition) in types(&sdl()) {
        check(name.clone(), definition.description.as_ref().map(|text| text.node.as_str()));
        let inputs = |path: &str, values: &[async_graphql::Positioned<InputValueDefinition>]| {
            values
                .iter()
                .map(|value| (format!("{path}.{}", value.node.name.node), value.node.description.as_ref().map(|text| text.node.clone())))
                .collect::<Vec<_>>()
        };
        let mut parts = Vec::new();
        match &definition.kind {
            TypeKind::Object(object) => {
                for field in &object.fields {
                    let path = format!("{name}.{}", field.node.name.node);
                    parts.extend(inputs(&path, &field.node.arguments));
                    parts.push((path, field.node.description.as_ref().map(|text| text.node.clone())));
                }
            }
            TypeKind::InputObject(object) => parts.extend(inputs(&name, &object.fields)),
            TypeKind::Enum(values) => {
                parts.extend(values.values.iter().map(|value| {
                    (format!("{name}.{}", value.node.value.node), value.node.description.as_ref().map(|text| text.node.clone()))
                }));
            }
            _ => {}
        }
        for (path, described) in parts {
            check(path, described.as_deref());
        }
    }
    assert!(bare.is_empty(), "{}", bare.join("\n"));
}
