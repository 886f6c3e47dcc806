//! `.yml` and `.yaml`: a document to a tree of located values. Every value is text as written; what it means is for others to say.
//!
//! A value becomes a row: the steps that lead to it, a key as words and a place in a list as a number, and the value after them. So a
//! tree travels as any sheet does. The parser gives events one by one, and nothing is built from them that a few bytes can make
//! large: aliases (`*name`) and merge keys (`<<`) are followed while [`limits::NODES`] and [`limits::DEPTH`] allow, and no further.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;

use saphyr_parser::{Event, Parser, ScalarStyle};

use super::frame::{Ending, WireValue};
use super::limits;
use super::refusal::Reason;
use super::sink::Sink;
use super::table::Address;

/// Reads every document of a text as a tree; the first has that name, the others their number.
pub(super) fn read(text: &str, name: &str, sink: &mut Sink<impl Write>) -> Result<(), Reason> {
    let mut document = Vec::new();
    let mut documents = 0;
    let mut depth = 0_usize;
    for event in Parser::new_from_str(text) {
        let (event, span) = event.map_err(|error| Reason::NotYaml { line: error.marker().line() as u64 })?;
        match event {
            Event::StreamStart | Event::StreamEnd | Event::DocumentStart(_) | Event::Nothing => {}
            Event::DocumentEnd => {
                documents += 1;
                if documents > limits::SHEETS {
                    return Err(Reason::TooManySheets(documents as u64));
                }
                let name = if documents == 1 { Cow::Borrowed(name) } else { Cow::Owned(documents.to_string()) };
                Tree::new(std::mem::take(&mut document))?.write(&name, sink)?;
            }
            node => {
                match node {
                    Event::SequenceStart(..) | Event::MappingStart(..) => depth += 1,
                    Event::SequenceEnd | Event::MappingEnd => depth = depth.saturating_sub(1),
                    _ => {}
                }
                if depth > limits::DEPTH {
                    return Err(Reason::TooDeep);
                }
                document.push((node, span.start.line() as u64));
                if document.len() > limits::NODES {
                    return Err(Reason::TooManyNodes);
                }
            }
        }
    }
    Ok(())
}

/// A step towards a value.
#[derive(Clone)]
enum Step<'e> {
    Key(&'e str),
    Place(u32),
}

/// The events of one document, each with its line.
struct Tree<'t> {
    events: Vec<(Event<'t>, u64)>,
    /// Per event, the place after the node that it begins.
    after: Vec<usize>,
    /// Where the node of an anchor begins.
    anchors: BTreeMap<usize, usize>,
}

impl<'t> Tree<'t> {
    fn new(events: Vec<(Event<'t>, u64)>) -> Result<Self, Reason> {
        let mut after: Vec<usize> = (1..=events.len()).collect();
        let mut anchors = BTreeMap::new();
        let mut open = Vec::new();
        for (at, (event, _)) in events.iter().enumerate() {
            match event {
                Event::SequenceStart(..) | Event::MappingStart(..) => open.push(at),
                Event::SequenceEnd | Event::MappingEnd => {
                    let start = open.pop().ok_or(Reason::Broken(None))?;
                    after[start] = at + 1;
                }
                _ => {}
            }
            if let Event::SequenceStart(anchor, _) | Event::MappingStart(anchor, _) | Event::Scalar(_, _, anchor, _) = event {
                anchors.insert(*anchor, at);
            }
        }
        Ok(Self { events, after, anchors })
    }

    fn write<W: Write>(&self, name: &str, sink: &mut Sink<W>) -> Result<(), Reason> {
        sink.begin_tree(name)?;
        if !self.events.is_empty() {
            // What aliases make too large is refused before any of it is sent.
            self.walk::<W>(None)?;
            self.walk(Some(sink))?;
        }
        sink.end(Ending::default())
    }

    fn walk<W: Write>(&self, sink: Option<&mut Sink<W>>) -> Result<(), Reason> {
        Walk { tree: self, sink, steps: Vec::new(), visited: 0, row: 0 }.node(0, 0)
    }

    /// Where the node begins that stands here, or that an alias here names.
    fn meant(&self, at: usize) -> Result<usize, Reason> {
        match &self.events[at] {
            (Event::Alias(anchor), line) => self.anchors.get(anchor).copied().ok_or(Reason::NotYaml { line: *line }),
            _ => Ok(at),
        }
    }
}

/// A way through a tree that sends its values, or only counts them.
struct Walk<'w, 't, W: Write> {
    tree: &'w Tree<'t>,
    sink: Option<&'w mut Sink<W>>,
    steps: Vec<Step<'w>>,
    visited: usize,
    row: u32,
}

impl<'w, W: Write> Walk<'w, '_, W> {
    /// Counts a node that is looked at, however often an alias leads to it.
    fn visit(&mut self, depth: usize) -> Result<(), Reason> {
        self.visited += 1;
        match () {
            () if depth > limits::DEPTH => Err(Reason::TooDeep),
            () if self.visited > limits::NODES => Err(Reason::TooManyNodes),
            () => Ok(()),
        }
    }

    fn node(&mut self, at: usize, depth: usize) -> Result<(), Reason> {
        self.visit(depth)?;
        let tree = self.tree;
        let at = tree.meant(at)?;
        match &tree.events[at].0 {
            Event::Scalar(text, style, ..) => self.value(text, *style),
            Event::SequenceStart(..) => {
                let mut next = at + 1;
                let mut place = 0;
                while !matches!(tree.events[next].0, Event::SequenceEnd) {
                    self.below(Step::Place(place), next, depth)?;
                    next = tree.after[next];
                    place += 1;
                }
                Ok(())
            }
            Event::MappingStart(..) => {
                let mut pairs = Vec::new();
                self.pairs(at, depth, &mut BTreeSet::new(), &mut pairs)?;
                for (key, value) in pairs {
                    self.below(Step::Key(key), value, depth)?;
                }
                Ok(())
            }
            _ => Err(Reason::NotYaml { line: tree.events[at].1 }),
        }
    }

    fn below(&mut self, step: Step<'w>, at: usize, depth: usize) -> Result<(), Reason> {
        self.steps.push(step);
        self.node(at, depth + 1)?;
        self.steps.pop();
        Ok(())
    }

    /// The keys and values of a mapping, its own before those that it merges in; what a mapping has itself is not merged over.
    fn pairs(&mut self, at: usize, depth: usize, known: &mut BTreeSet<&'w str>, into: &mut Vec<(&'w str, usize)>) -> Result<(), Reason> {
        self.visit(depth)?;
        let tree = self.tree;
        let mut merged = Vec::new();
        let mut own = BTreeSet::new();
        let mut next = at + 1;
        while !matches!(tree.events[next].0, Event::MappingEnd) {
            let line = tree.events[next].1;
            let Event::Scalar(key, style, ..) = &tree.events[tree.meant(next)?].0 else { return Err(Reason::NotYaml { line }) };
            let value = tree.after[next];
            if key == "<<" && *style == ScalarStyle::Plain {
                merged.push(value);
            } else if !own.insert(key.as_ref()) {
                return Err(Reason::RepeatedKey { line });
            } else if known.insert(key) {
                into.push((key, value));
            }
            next = tree.after[value];
        }
        for value in merged {
            let line = tree.events[value].1;
            let value = tree.meant(value)?;
            match tree.events[value].0 {
                Event::MappingStart(..) => self.pairs(value, depth + 1, known, into)?,
                Event::SequenceStart(..) => {
                    let mut next = value + 1;
                    while !matches!(tree.events[next].0, Event::SequenceEnd) {
                        let one = tree.meant(next)?;
                        if !matches!(tree.events[one].0, Event::MappingStart(..)) {
                            return Err(Reason::NotYaml { line });
                        }
                        self.pairs(one, depth + 1, known, into)?;
                        next = tree.after[next];
                    }
                }
                _ => return Err(Reason::NotYaml { line }),
            }
        }
        Ok(())
    }

    /// Sends a value and the steps to it. What says nothing (`null`, `~`, blanks) is not sent.
    fn value(&mut self, text: &'w str, style: ScalarStyle) -> Result<(), Reason> {
        let is_null = style == ScalarStyle::Plain && matches!(text, "null" | "Null" | "NULL" | "~");
        if is_null || text.trim().is_empty() {
            return Ok(());
        }
        let Some(sink) = &mut self.sink else { return Ok(()) };
        self.row += 1;
        let row = self.row;
        let mut column = 0;
        for step in &self.steps {
            let step = match step {
                // A key of blanks would be no cell, and the steps would be one short.
                Step::Key(key) if key.trim().is_empty() => WireValue::Text("\"\"".into()),
                Step::Key(key) => WireValue::Text(Cow::Borrowed(key)),
                Step::Place(place) => WireValue::Number(f64::from(*place)),
            };
            sink.cell(Address { row, column }, step)?;
            column += 1;
        }
        sink.cell(Address { row, column }, WireValue::Text(Cow::Borrowed(text)))
    }
}
