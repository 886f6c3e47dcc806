//! `daicho explain`: what a finding means, what it rests on, and what to do.

use std::io::Write;
use std::process::ExitCode;
use std::str::FromStr;

use clap::Args;
use strum::{EnumMessage, VariantArray};

use super::{Failure, Surroundings, output};
use crate::finding::{Code, Severity};
use crate::language::Language;

#[derive(Args)]
pub(super) struct Arguments {
    /// The code of a finding, such as fee-not-allowed; without it, every code is listed
    code: Option<String>,
}

pub(super) fn run(arguments: &Arguments, surroundings: &Surroundings) -> Result<ExitCode, Failure> {
    let language = surroundings.language;
    let mut out = output::answers();
    match &arguments.code {
        None => list(language, &mut out)?,
        Some(code) => {
            let known = Code::from_str(code).map_err(|_| unknown(code, language))?;
            explain(known, language, &mut out)?;
        }
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

fn list(language: Language, out: &mut impl Write) -> Result<(), Failure> {
    let groups = [
        (false, language.pick("取込みで分かること：", "Found in reading:")),
        (true, language.pick("法令に照らして分かること：", "Found by the law:")),
    ];
    for (of_law, title) in groups {
        writeln!(out, "{title}")?;
        for code in Code::VARIANTS.iter().filter(|code| code.rule().is_some() == of_law) {
            writeln!(out, "  {:<32}{}  {}", code.as_ref(), severity(code.severity(), language), sentence(*code, language))?;
        }
    }
    Ok(())
}

fn explain(code: Code, language: Language, out: &mut impl Write) -> Result<(), Failure> {
    writeln!(out, "{} ({})\n", code.as_ref(), severity(code.severity(), language))?;
    if let Some(rule) = code.rule() {
        writeln!(out, "{}\n", rule.manual(language))?;
        let provisions = rule.provisions();
        writeln!(out, "{}", language.pick("根拠：", "Rests on:"))?;
        for provision in provisions {
            let cited = language.pick(provision.in_japanese(), format!("{} {}", provision.law.as_ref(), provision.article));
            writeln!(out, "  {cited}  {}", provision.title(language))?;
        }
        return Ok(());
    }
    if language == Language::En {
        writeln!(out, "{}\n", code.get_documentation().unwrap_or_default())?;
    }
    let [message, advice] = code.wording();
    for [ja, en] in [message, advice].iter().filter(|words| !words[0].is_empty()) {
        writeln!(out, "{}", blanks(language.pick(ja, en)))?;
    }
    Ok(())
}

/// What a finding of this kind says, with blanks for its words.
fn sentence(code: Code, language: Language) -> String {
    let [[ja, en], _] = code.wording();
    blanks(language.pick(ja, en))
}

fn blanks(wording: &str) -> String {
    (0..9).fold(wording.to_owned(), |text, place| text.replace(&format!("{{{place}}}"), "…"))
}

fn severity(severity: Severity, language: Language) -> &'static str {
    match severity {
        Severity::Error => language.pick("誤り", "error"),
        Severity::Warning => language.pick("注意", "warning"),
        Severity::Note => language.pick("参考", "note"),
    }
}

/// That there is no such code, with those that look like it.
fn unknown(code: &str, language: Language) -> Failure {
    let word = |text: &str| text.split('-').map(str::to_owned).collect::<Vec<_>>();
    let asked = word(code);
    let alike: Vec<&str> =
        Code::VARIANTS.iter().map(AsRef::as_ref).filter(|known| word(known).iter().any(|part| asked.contains(part))).collect();
    let alike = alike.join(", ");
    Failure(if alike.is_empty() {
        language.pick(
            format!("「{code}」という指摘はありません。`daicho explain` で一覧を見られます。"),
            format!("there is no finding {code}; `daicho explain` lists them"),
        )
    } else {
        language.pick(
            format!("「{code}」という指摘はありません。似たものは {alike} です。"),
            format!("there is no finding {code}; those like it are {alike}"),
        )
    })
}
