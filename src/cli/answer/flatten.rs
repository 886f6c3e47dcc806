//! From the tree of a GraphQL answer to tables.

use serde_json::{Map, Value};

/// One table of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The names that lead to it from `data`.
    pub path: Vec<String>,
    /// How many there are in all, where the API says.
    pub total: Option<i64>,
    /// For each column, the names that lead to it from a row.
    pub headings: Vec<Vec<String>>,
    /// The rows, a cell for each heading.
    pub rows: Vec<Vec<String>>,
}

/// A row before all columns are known: names and text.
type Cells = Vec<(Vec<String>, String)>;

/// The tables of an answer's `data`: one of its single values, one for each list of objects.
#[must_use]
pub fn parts(data: &Value) -> Vec<Part> {
    let mut parts = Vec::new();
    visit(&mut Vec::new(), None, data, &mut parts);
    parts
}

fn visit(path: &mut Vec<String>, total: Option<i64>, value: &Value, parts: &mut Vec<Part>) {
    match value {
        Value::Array(list) => {
            let telling = list.iter().filter(|item| !only_says_whose(item));
            parts.push(table(path.clone(), total, &telling.flat_map(rows).collect::<Vec<_>>()));
        }
        Value::Object(object) => {
            if let Some(nodes) = nodes(object) {
                return visit(path, object.get("totalCount").and_then(Value::as_i64), nodes, parts);
            }
            let mut single = Cells::new();
            for (name, value) in object.iter().filter(|(_, value)| !holds_lists(value)) {
                flatten(vec![name.clone()], value, &mut single);
            }
            if !single.is_empty() {
                parts.push(table(path.clone(), None, &[single]));
            }
            for (name, value) in object.iter().filter(|(_, value)| holds_lists(value)) {
                path.push(name.clone());
                visit(path, None, value, parts);
                path.pop();
            }
        }
        _ => {}
    }
}

fn table(path: Vec<String>, total: Option<i64>, rows: &[Cells]) -> Part {
    let mut headings: Vec<Vec<String>> = Vec::new();
    for (name, _) in rows.iter().flatten() {
        if !headings.contains(name) {
            headings.push(name.clone());
        }
    }
    let cell = |row: &Cells, heading: &Vec<String>| {
        let found = row.iter().find(|(name, _)| name == heading);
        found.map(|(_, text)| text.clone()).unwrap_or_default()
    };
    let rows = rows.iter().map(|row| headings.iter().map(|heading| cell(row, heading)).collect()).collect();
    Part { path, total, headings, rows }
}

/// The rows of one item of a list: one, or one for each item of the only list that it holds.
fn rows(item: &Value) -> Vec<Cells> {
    let mut own = Cells::new();
    let mut lists = Vec::new();
    split(Vec::new(), item, &mut own, &mut lists);
    match lists.as_slice() {
        [(name, list)] if !list.is_empty() => {
            let below = list.iter().flat_map(rows).map(|row| {
                let mut cells = own.clone();
                cells.extend(row.into_iter().map(|(rest, text)| ([name.clone(), rest].concat(), text)));
                cells
            });
            below.collect()
        }
        _ => {
            own.extend(lists.into_iter().map(|(name, list)| (name, list.iter().map(compact).collect::<Vec<_>>().join("\n"))));
            vec![own]
        }
    }
}

/// Whether an item has nothing but an empty list and the entry whose it is.
fn only_says_whose(item: &Value) -> bool {
    let empty = |value: &Value| value.as_array().is_some_and(Vec::is_empty);
    item.as_object().is_some_and(|object| object.values().any(empty) && object.iter().all(|(name, value)| name == "entry" || empty(value)))
}

/// Parts an item's values into single ones and lists of objects.
fn split<'a>(name: Vec<String>, value: &'a Value, own: &mut Cells, lists: &mut Vec<(Vec<String>, &'a [Value])>) {
    match value {
        Value::Object(object) => {
            if let Some(nodes) = nodes(object) {
                return split(name, nodes, own, lists);
            }
            for (step, value) in object {
                split([name.clone(), vec![step.clone()]].concat(), value, own, lists);
            }
        }
        Value::Array(list) if is_list_of_objects(list) && !list.iter().all(is_one_word) => lists.push((name, list)),
        _ => flatten(name, value, own),
    }
}

/// Adds a value without lists of objects as one cell or, an object, as several.
fn flatten(name: Vec<String>, value: &Value, cells: &mut Cells) {
    match value {
        Value::Object(object) => {
            for (step, value) in object {
                flatten([name.clone(), vec![step.clone()]].concat(), value, cells);
            }
        }
        _ => cells.push((name, text(value))),
    }
}

fn compact(value: &Value) -> String {
    let mut cells = Cells::new();
    flatten(Vec::new(), value, &mut cells);
    let filled: Vec<_> = cells.into_iter().map(|(_, text)| text).filter(|text| !text.is_empty()).collect();
    filled.join(" ")
}

fn text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(list) => list.iter().map(text).collect::<Vec<_>>().join("\n"),
        Value::Object(_) => compact(value),
        Value::Bool(_) | Value::Number(_) => value.to_string(),
    }
}

/// The list of a Relay connection.
fn nodes(object: &Map<String, Value>) -> Option<&Value> {
    object.get("nodes").filter(|nodes| nodes.is_array())
}

/// An object of a single word, such as a country by its name: several of them are lines of one cell.
fn is_one_word(item: &Value) -> bool {
    item.as_object().is_some_and(|object| object.len() == 1 && object.values().all(|value| !value.is_array() && !value.is_object()))
}

fn is_list_of_objects(list: &[Value]) -> bool {
    list.iter().any(Value::is_object)
}

/// Whether a value is a list that makes a table of its own, or an object with one in it. An empty list does not tell whether it
/// would hold objects; within a connection it does, elsewhere it is an empty cell.
fn holds_lists(value: &Value) -> bool {
    match value {
        Value::Array(list) => is_list_of_objects(list),
        Value::Object(object) => nodes(object).is_some() || object.values().any(holds_lists),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_only_list_of_a_row_makes_rows() {
        let data = json!({"organizations": [
            {"name": "甲", "procedures": [{"rights": ["DISCLOSURE", "CORRECTION"], "fee": {"amount": 800}}, {"rights": [], "fee": {"amount": null}}]},
            {"name": "乙", "procedures": []},
        ]});
        let parts = parts(&data);
        assert_eq!(parts.len(), 1);
        assert_eq!(
            parts[0].headings.iter().map(|path| path.join(".")).collect::<Vec<_>>(),
            ["name", "procedures.rights", "procedures.fee.amount", "procedures"]
        );
        assert_eq!(parts[0].rows, [["甲", "DISCLOSURE\nCORRECTION", "800", ""], ["甲", "", "", ""], ["乙", "", "", ""]]);
    }

    #[test]
    fn a_row_that_only_says_whose_empty_list_it_is_is_left_out() {
        let data = json!({"view": {"told": [{"entry": {"no": "A-1"}, "told": []}, {"entry": {"no": "A-2"}, "told": [{"party": "甲"}, {"party": "乙"}]}],
            "entries": [{"decision": "MAY_SEE", "entry": {"no": "A-1"}, "reasons": []}], "none": [{"entry": {"no": "A-1"}, "told": []}]}});
        let parts = parts(&data);
        let rows: Vec<_> = parts.iter().map(|part| (part.path[1].as_str(), part.rows.clone())).collect();
        let row = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>();
        assert_eq!(rows, [("told", vec![row(&["A-2", "甲\n乙"])]), ("entries", vec![row(&["MAY_SEE", "A-1", ""])]), ("none", Vec::new()),]);
    }

    #[test]
    fn a_connection_tells_its_total_and_single_values_stand_together() {
        let data =
            json!({"ledger": {"revision": 3, "entries": {"totalCount": 7, "nodes": [{"name": "a", "organization": {"code": "x"}}]}}});
        let parts = parts(&data);
        assert_eq!(
            parts.iter().map(|part| (part.path.join("."), part.total)).collect::<Vec<_>>(),
            [("ledger".to_owned(), None), ("ledger.entries".to_owned(), Some(7))]
        );
        assert_eq!(parts[1].rows, [["a", "x"]]);
    }
}
