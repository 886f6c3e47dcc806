//! Why something cannot be done with a case: the place, the limit and the way out, never the person.

use chrono::{DateTime, NaiveDate, Utc};
use strum::AsRefStr;

use super::{Act, PaperFault, PaperGroup, State};
use crate::language::Language;
use crate::law::cite;
use crate::ledger::{Law, RefusalGroundKind, Text};
use crate::question::Label;

/// How an act ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, AsRefStr)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum Status {
    /// Done.
    Done,
    /// There is no such case, or none that the caller may see.
    NotFound,
    /// The state of the case does not allow it.
    NotInThisState,
    /// Something is missing or wrong.
    Incomplete,
    /// A ground of the law, or the sentence that gives it to the person, is missing.
    GroundRequired,
}

/// Why an act was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// The state does not allow it.
    NotInThisState {
        /// Where the case stands.
        state: State,
        /// What was to be done.
        act: Act,
        /// Who brought it there, and when.
        since: Option<(Text, DateTime<Utc>)>,
    },
    /// Something is still owed.
    Incomplete {
        /// What.
        missing: Vec<Missing>,
    },
    /// What was given is wrong.
    Fault(Fault),
}

/// What a case still lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Missing {
    /// Papers of a group.
    Papers(PaperGroup),
    /// The estimate of the fee.
    Estimate,
    /// So many yen.
    Fee(u32),
}

/// What is wrong with what was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The list of documents has no such line.
    UnknownPaper {
        /// The lines.
        known: Vec<Text>,
    },
    /// The paper will not do.
    Paper {
        /// The line.
        paper: Text,
        /// Why.
        fault: PaperFault,
    },
    /// A day that has not come yet.
    InTheFuture {
        /// The day given.
        day: NaiveDate,
        /// The day today.
        today: NaiveDate,
    },
    /// A day on which the Act was not in force.
    BeforeTheAct {
        /// The day given.
        day: NaiveDate,
        /// The first day on which it was.
        since: NaiveDate,
    },
    /// The key of another request.
    KeyOfAnother {
        /// The number of that request.
        number: Text,
    },
    /// A day before the request came.
    BeforeReceipt {
        /// The day given.
        day: NaiveDate,
        /// The day of receipt.
        received_on: NaiveDate,
    },
    /// No amount of money that can be paid.
    Amount {
        /// The amount given.
        amount: i64,
    },
    /// Nothing may be charged.
    NoFee,
    /// The procedure foresees no estimate.
    NoEstimate,
    /// Nothing is asked for, of nobody, or too much at once.
    Count {
        /// What is counted.
        what: &'static str,
        /// How many were given.
        given: usize,
        /// The fewest.
        least: usize,
        /// The most.
        most: usize,
    },
    /// Words that are missing.
    Blank {
        /// Which.
        what: &'static str,
    },
    /// Words with characters that no text has.
    Control {
        /// Which.
        what: &'static str,
    },
    /// Words beyond the limit.
    TooLong {
        /// Which.
        what: &'static str,
        /// How many letters were given.
        length: usize,
        /// The most.
        limit: usize,
    },
    /// An agent asks, and is not named.
    AgentUnnamed,
    /// What is wholly granted has no ground for refusal.
    GroundsOfWhole,
    /// A ground is missing.
    GroundNeeded {
        /// The grounds of the law.
        lawful: Vec<RefusalGroundKind>,
    },
    /// The ground is none of the law for what is asked.
    NotAGroundOfLaw {
        /// The ground given.
        ground: RefusalGroundKind,
        /// The grounds of the law.
        lawful: Vec<RefusalGroundKind>,
    },
    /// The sentence for the person is missing.
    ExplanationNeeded,
}

impl Refused {
    /// How the act ended.
    #[must_use]
    pub fn status(&self) -> Status {
        match self {
            Self::NotInThisState { .. } => Status::NotInThisState,
            Self::Fault(Fault::GroundNeeded { .. } | Fault::NotAGroundOfLaw { .. } | Fault::ExplanationNeeded) => Status::GroundRequired,
            Self::Incomplete { .. } | Self::Fault(_) => Status::Incomplete,
        }
    }

    /// Why, and the way out.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        match self {
            Self::NotInThisState { state, act, since } => {
                let (state, act) = (state.name(language), act.name(language));
                match (since, language) {
                    (Some((by, at)), Language::Ja) => {
                        format!("この請求は「{state}」の状態です({by}、{}に記録)。「{act}」はできません。", at.format("%Y-%m-%d %H:%M UTC"))
                    }
                    (Some((by, at)), Language::En) => {
                        format!("This request is {state} (recorded by {by} at {}): {act} is not possible.", at.format("%Y-%m-%d %H:%M UTC"))
                    }
                    (None, Language::Ja) => format!("この請求は「{state}」の状態です。「{act}」はできません。"),
                    (None, Language::En) => format!("This request is {state}: {act} is not possible."),
                }
            }
            Self::Incomplete { missing } => {
                let missing: Vec<String> = missing.iter().map(|missing| missing.name(language)).collect();
                language.pick(format!("まだ揃っていません: {}。", missing.join("、")), format!("Still missing: {}.", missing.join("; ")))
            }
            Self::Fault(fault) => fault.message(language),
        }
    }
}

impl From<Fault> for Refused {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl Missing {
    /// What it is.
    #[must_use]
    pub fn name(&self, language: Language) -> String {
        match self {
            Self::Papers(group) => {
                let lines: Vec<&str> = group.lines.iter().map(|line| &*line.name).collect();
                let who = group.requester.label(language);
                match (lines.as_slice(), language) {
                    ([only], Language::Ja) => format!("{only}({who})"),
                    ([only], Language::En) => format!("{only} ({who})"),
                    (several, Language::Ja) => format!("次のうち{}点({who}): {}", group.choose, several.join("、")),
                    (several, Language::En) => format!("{} of these ({who}): {}", group.choose, several.join(", ")),
                }
            }
            Self::Estimate => language.pick("手数料の見積り".to_owned(), "the estimate of the fee".to_owned()),
            Self::Fee(yen) => language.pick(format!("手数料 {yen} 円"), format!("a fee of {yen} yen")),
        }
    }
}

impl Fault {
    fn message(&self, language: Language) -> String {
        let names = |kinds: &[RefusalGroundKind], between: &str| kinds.iter().map(AsRef::as_ref).collect::<Vec<&str>>().join(between);
        let [ja, en] = match self {
            Self::UnknownPaper { known } if known.is_empty() => {
                ["この手続には必要書類の定めがありません。".to_owned(), "This procedure asks for no documents.".to_owned()]
            }
            Self::UnknownPaper { known } => [
                format!("必要書類にその名の書類はありません。次のいずれかで記録してください: {}。", known.join("、")),
                format!("The list of documents has no such line. Record one of: {}.", known.join(", ")),
            ],
            Self::Paper { paper, fault } => return fault.message(paper, language),
            Self::InTheFuture { day, today } => {
                [format!("日付{day}は今日({today})より後です。"), format!("The day {day} is after today, {today}.")]
            }
            Self::BeforeTheAct { day, since } => [
                format!("日付{day}は個人情報保護法の施行日({since})より前です。年を確かめてください。"),
                format!("The day {day} is before the Act came into force, on {since}. Check the year."),
            ],
            Self::KeyOfAnother { number } => [
                format!("idempotencyKey は、内容の異なる請求 {number} にすでに使われています。別のキーで送ってください。"),
                format!("The `idempotencyKey` was used for {number}, which asks for something else. Send this request with another key."),
            ],
            Self::BeforeReceipt { day, received_on } => [
                format!("日付{day}は請求の受付日{received_on}より前です。"),
                format!("The day {day} is before the request came, on {received_on}."),
            ],
            Self::Amount { amount } => [
                format!("金額は1円以上{MOST_YEN}円以下で記録してください({amount}が指定されました)。"),
                format!("An amount is from 1 to {MOST_YEN} yen; {amount} was given."),
            ],
            Self::NoFee => [
                format!("この請求に手数料は請求できません({})。受け取ったものは返してください。", cite(Law::Appi, "38(1)").in_japanese()),
                "No fee may be charged for this request (APPI 38(1)). Give back what was received.".to_owned(),
            ],
            Self::NoEstimate => [
                "手続に見積りの定めがありません。定められた額のほかは請求できません。".to_owned(),
                "The procedure foresees no estimate. No more than the amount it sets can be charged.".to_owned(),
            ],
            Self::Count { what, given, least, most } => [
                format!("{what} は{least}以上{most}以下で指定してください({given}が指定されました)。"),
                format!("`{what}` takes from {least} to {most}; {given} were given."),
            ],
            Self::Blank { what } => [format!("{what} を指定してください。"), format!("`{what}` must not be blank.")],
            Self::Control { what } => [
                format!("{what} に制御文字が含まれています。取り除いてください。"),
                format!("`{what}` holds control characters; take them out."),
            ],
            Self::TooLong { what, length, limit } => [
                format!("{what} は{limit}字までです({length}字が指定されました)。"),
                format!("`{what}` takes {limit} letters at most; {length} were given."),
            ],
            Self::AgentUnnamed => [
                "代理人による請求です。requesterName に代理人の氏名を指定してください。".to_owned(),
                "An agent asks. Name the agent in `requesterName`.".to_owned(),
            ],
            Self::GroundsOfWhole => [
                "全部に応じる決定に不開示等の事由は付けられません。一部なら PART としてください。".to_owned(),
                "A request that is wholly granted has no ground for refusal. Use PART where a part is refused.".to_owned(),
            ],
            Self::GroundNeeded { lawful } => [
                format!("応じない部分には法の定める事由が要ります。次から選んでください: {}。", names(lawful, "、")),
                format!("What is refused needs a ground of the law. Choose from: {}.", names(lawful, ", ")),
            ],
            Self::NotAGroundOfLaw { ground, lawful } => [
                format!(
                    "{} は求められた権利を拒む法の事由ではありません。次から選んでください: {}。",
                    ground.as_ref(),
                    names(lawful, "、")
                ),
                format!("{} is no ground of the law for what is asked. Choose from: {}.", ground.as_ref(), names(lawful, ", ")),
            ],
            Self::ExplanationNeeded => [
                format!("応じない理由を本人に説明する文を付けてください({})。", cite(Law::Appi, "36").in_japanese()),
                "Add the sentence that gives the person the reason (APPI 36).".to_owned(),
            ],
        };
        language.pick(ja, en)
    }
}

/// The most that a fee can be, in yen.
pub(super) const MOST_YEN: u32 = 10_000_000;
