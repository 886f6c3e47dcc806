//! `daicho notice`: the matters to be made public, and what of an earlier text no longer holds.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use serde::Serialize;

use super::export::{no_such_organization, write};
use super::{Failure, Surroundings};
use crate::language::Language;
use crate::ledger::LawReference;
use crate::notice::{Comparison, Gap, Matter, Notice, SectionChange, compare, notice};
use crate::store::{At, Store};

#[derive(Args)]
pub(super) struct Arguments {
    /// The organization's code
    #[arg(long, value_name = "CODE")]
    organization: String,
    /// markdown: the text; html: a document of its own, ready to be printed; json: the API's shape
    #[arg(long, value_enum, default_value_t = Format::Markdown)]
    format: Format,
    /// The text of the ledger as it stood at a revision
    #[arg(long, value_name = "REVISION")]
    at: Option<i32>,
    /// Print what of the text of an earlier revision no longer holds, and what is new, instead of the text
    #[arg(long, value_name = "REVISION")]
    since: Option<i32>,
    /// Where to write it; without it, standard output
    #[arg(long, value_name = "PATH")]
    output: Option<PathBuf>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Markdown,
    Html,
    Json,
}

pub(super) async fn run(arguments: &Arguments, surroundings: &Surroundings) -> Result<ExitCode, Failure> {
    let language = surroundings.language;
    let store = Store::open(&surroundings.database).await?;
    let snapshot = store.snapshot(arguments.at.map_or(At::Head, At::Revision)).await?;
    let code = arguments.organization.as_str();
    let now = notice(&snapshot.ledger, code).map_err(|_| no_such_organization(code, &snapshot.ledger, language))?;
    let text = match arguments.since {
        None => {
            tell(&now, language);
            match arguments.format {
                Format::Markdown => now.markdown(),
                Format::Html => now.html(),
                Format::Json => json(&NoticeView::new(&now))?,
            }
        }
        Some(since) => {
            let newest = snapshot.ledger.revision();
            if arguments.format == Format::Html {
                let sentence = language.pick("--since の結果は markdown か json で出力します。", "--since gives markdown or json");
                return Err(Failure(sentence.to_owned()));
            }
            if since > newest {
                return Err(Failure(language.pick(
                    format!("--since の版（{since}）は、比べる版（{newest}）より前でなければなりません。"),
                    format!("the revision of --since ({since}) must be before the one it is compared with ({newest})"),
                )));
            }
            let earlier = store.snapshot(At::Revision(since)).await?;
            let before = notice(&earlier.ledger, code).unwrap_or_else(|_| Notice::silent(code.into()));
            let comparison = compare(&before, &now);
            match arguments.format {
                Format::Json => json(&ComparisonView::new(&comparison, since, newest))?,
                Format::Markdown | Format::Html => {
                    format!("# {}\n\n版{since}の公表事項との比較（版{newest}）\n\n{comparison}", escaped(&now))
                }
            }
        }
    };
    write(text.as_bytes(), arguments.output.as_deref())?;
    Ok(ExitCode::SUCCESS)
}

/// The title as the text itself has it.
fn escaped(notice: &Notice) -> String {
    notice.markdown().lines().next().and_then(|line| line.strip_prefix("# ")).unwrap_or_default().to_owned()
}

/// Says on standard error what is left to do before the text is published.
fn tell(notice: &Notice, language: Language) {
    let (all, required) = (notice.gaps(false), notice.gaps(true));
    if all > 0 {
        eprintln!(
            "{}",
            language.pick(
                format!(
                    "台帳に記載のないことが{all}件あります（うち法令により必要なもの{required}件）。公表する前に台帳を補ってください。"
                ),
                format!("the ledger leaves out {all} things, {required} of which the law asks for; complete it before you publish"),
            )
        );
    }
    if !notice.withheld.is_empty() {
        let numbers: Vec<&str> = notice.withheld.iter().map(|entry| entry.control_no.as_ref()).collect();
        let numbers = numbers.join(", ");
        eprintln!(
            "{}",
            language.pick(
                format!("施行令第5条に当たるとされ、公表事項に載せていない個人情報があります：{numbers}"),
                format!("not in the text, since their existence must not become known (Order 5): {numbers}"),
            )
        );
    }
}

fn json(view: &impl Serialize) -> Result<String, Failure> {
    Ok(serde_json::to_string_pretty(view)? + "\n")
}

#[derive(Serialize)]
struct NoticeView<'a> {
    organization: &'a str,
    revision: i32,
    title: &'a str,
    sections: Vec<SectionView<'a>>,
    withheld: Vec<WithheldView<'a>>,
}

#[derive(Serialize)]
struct SectionView<'a> {
    code: Matter,
    matter: &'static str,
    basis: &'a [LawReference],
    text: Option<String>,
    missing: bool,
    gaps: Vec<GapView>,
}

#[derive(Serialize)]
struct GapView {
    text: String,
    required: bool,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct WithheldView<'a> {
    control_no: &'a str,
    occurrence: u32,
    basis: &'a [LawReference],
}

#[derive(Serialize)]
struct ComparisonView {
    since: i32,
    revision: i32,
    same: bool,
    sections: Vec<ChangeView>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ChangeView {
    code: Matter,
    matter: &'static str,
    no_longer: Vec<String>,
    new: Vec<String>,
    now_stated: Vec<GapView>,
    now_missing: Vec<GapView>,
    no_longer_asked: Vec<GapView>,
}

fn gaps(gaps: &[Gap]) -> Vec<GapView> {
    gaps.iter().map(|gap| GapView { text: gap.to_string(), required: gap.required }).collect()
}

impl<'a> NoticeView<'a> {
    fn new(of: &'a Notice) -> Self {
        let sections = of.sections.iter().map(|section| SectionView {
            code: section.matter,
            matter: section.matter.title(),
            basis: &section.basis,
            text: section.markdown(),
            missing: section.missing(),
            gaps: gaps(&section.gaps),
        });
        let withheld = of.withheld.iter().map(|entry| WithheldView {
            control_no: &entry.control_no,
            occurrence: entry.occurrence,
            basis: &entry.basis,
        });
        Self {
            organization: &of.organization,
            revision: of.revision,
            title: &of.title,
            sections: sections.collect(),
            withheld: withheld.collect(),
        }
    }
}

impl ComparisonView {
    fn new(of: &Comparison, since: i32, revision: i32) -> Self {
        let change = |change: &SectionChange| ChangeView {
            code: change.matter,
            matter: change.matter.title(),
            no_longer: change.no_longer.iter().map(ToString::to_string).collect(),
            new: change.new.iter().map(ToString::to_string).collect(),
            now_stated: gaps(&change.now_stated),
            now_missing: gaps(&change.now_missing),
            no_longer_asked: gaps(&change.no_longer_asked),
        };
        Self { since, revision, same: of.is_empty(), sections: of.sections.iter().map(change).collect() }
    }
}
