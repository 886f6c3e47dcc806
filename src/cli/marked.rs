//! The person's own workbook given back with the doubtful cells marked, or else a workbook that lists the findings.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use super::Failure;
use super::workbooks::Read;
use crate::export::findings_workbook;
use crate::finding::{Finding, Severity};
use crate::language::Language;
use crate::sheet::Options;
use crate::sheet::mark::{Colour, Mark, Marked, mark};
use crate::sheet::table::Address;

/// Writes the workbook that was read to a path, with marks; where that cannot be, a list of the findings, and says why.
pub(super) fn write(out: &Path, read: &Read, language: Language) -> Result<(), Failure> {
    let macros = has_ending(out, "xlsm");
    if !macros && !has_ending(out, "xlsx") {
        let name = out.display();
        let sentence = language.pick(
            format!("{name}：印を付けたファイルの名前は .xlsx（マクロのあるブックでは .xlsm）で終わるようにしてください。"),
            format!("{name}: the name of the marked workbook must end with .xlsx (or .xlsm for one with macros)"),
        );
        return Err(Failure(sentence));
    }
    if read.paths.iter().any(|path| same_file(path, out)) {
        let name = out.display();
        let sentence = language.pick(
            format!("{name}：読み取るファイル自身には書き込みません。別の名前を指定してください。"),
            format!("{name}: this is a file that is read, and is not written over; give another name"),
        );
        return Err(Failure(sentence));
    }
    let [path] = read.paths.as_slice() else {
        return list(out, read, language.pick("ブックが複数あります", "there are several workbooks"), language);
    };
    let (marks, cells_named) = marks(read, language);
    match mark(path, &marks, macros, &Options::default()) {
        Ok(marked) => {
            fs::write(out, &marked.bytes).map_err(|error| Failure(format!("{}: {error}", out.display())))?;
            eprintln!("{}", told(out, &marked, marks.len(), read.findings.len() - cells_named, language));
            Ok(())
        }
        Err(reason) => list(out, read, &reason.message(language), language),
    }
}

/// A mark a cell, those of the gravest findings first; and how many findings name a cell.
fn marks(read: &Read, language: Language) -> (Vec<Mark>, usize) {
    let mut cells: BTreeMap<(&str, Address), Vec<&Finding>> = BTreeMap::new();
    let mut named = 0;
    for finding in &read.findings {
        let mut at = BTreeSet::new();
        for source in &finding.sources {
            if let Some(cell) = read.cited.cell(source) {
                at.insert((source.sheet.sheet.as_ref(), cell));
            }
        }
        named += usize::from(!at.is_empty());
        for at in at {
            cells.entry(at).or_default().push(finding);
        }
    }
    let mut marks: Vec<(Severity, Mark)> = Vec::with_capacity(cells.len());
    for ((sheet, at), mut findings) in cells {
        findings.sort_by_key(|finding| finding.code.severity());
        let notes: Vec<String> = findings.iter().map(|finding| note(finding, language)).collect();
        if let Some(gravest) = findings.first().map(|finding| finding.code.severity()) {
            marks.push((gravest, Mark { sheet: sheet.to_owned(), at, fill: colour(gravest), note: notes.join("\n\n") }));
        }
    }
    marks.sort_by_key(|(severity, _)| *severity);
    (marks.into_iter().map(|(_, mark)| mark).collect(), named)
}

fn note(finding: &Finding, language: Language) -> String {
    let word = match finding.code.severity() {
        Severity::Error => language.pick("【誤り】", "[Error] "),
        Severity::Warning => language.pick("【注意】", "[Warning] "),
        Severity::Note => language.pick("【参考】", "[Note] "),
    };
    let advice = finding.advice(language).map(|advice| format!("\n→ {advice}")).unwrap_or_default();
    format!("{word}{}{advice}", finding.message(language))
}

fn colour(severity: Severity) -> Colour {
    match severity {
        Severity::Error => [0xF8, 0xB4, 0xB4],
        Severity::Warning => [0xFF, 0xE0, 0x8A],
        Severity::Note => [0xCF, 0xE4, 0xF7],
    }
}

fn told(out: &Path, marked: &Marked, marks: usize, elsewhere: usize, language: Language) -> String {
    let (name, cells) = (out.display(), marks - marked.left_out);
    let mut told = language
        .pick(format!("{name}：{cells}か所のセルに色とメモを付けました。"), format!("{name}: {cells} cells are coloured and noted."));
    if elsewhere > 0 {
        told += &language.pick(
            format!("セルを指さない指摘が{elsewhere}件あり、このファイルには入っていません。"),
            format!(" {elsewhere} findings point to no cell and are not in it."),
        );
    }
    if marked.left_out > 0 {
        let left_out = marked.left_out;
        told += &language
            .pick(format!("多すぎるため{left_out}か所は省きました。"), format!(" {left_out} more were too many and are left out."));
    }
    if marked.unnoted > 0 {
        let unnoted = marked.unnoted;
        told += &language.pick(
            format!("コメントの会話がある{unnoted}か所は色だけを付けました。"),
            format!(" {unnoted} with a conversation of comments are coloured only."),
        );
    }
    told
}

/// Writes the findings as a workbook of their own.
fn list(out: &Path, read: &Read, why: &str, language: Language) -> Result<(), Failure> {
    let out: PathBuf = out.with_extension("xlsx");
    let bytes = findings_workbook(&read.findings)?;
    if read.paths.iter().any(|path| same_file(path, &out)) {
        return Err(Failure(format!("{}: {why}", out.display())));
    }
    fs::write(&out, bytes).map_err(|error| Failure(format!("{}: {error}", out.display())))?;
    let name = out.display();
    let why = why.trim_end_matches(['。', '.']);
    eprintln!(
        "{}",
        language.pick(
            format!("{name}：元のブックに印を付ける代わりに、指摘の一覧を書き出しました（{why}）。"),
            format!("{name}: a list of the findings was written instead of a marked workbook ({why})."),
        )
    );
    Ok(())
}

fn has_ending(path: &Path, ending: &str) -> bool {
    path.extension().is_some_and(|of| of.eq_ignore_ascii_case(ending))
}

fn same_file(a: &Path, b: &Path) -> bool {
    match (fs::canonicalize(a), fs::canonicalize(b)) {
        (Ok(a), Ok(b)) => a == b,
        _ => false,
    }
}
