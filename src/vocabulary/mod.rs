//! The words that the reader knows, as data: `imports/vocabulary/*.toml`, compiled in, and whatever the user teaches beside them.
//!
//! Every file has one shape: `[table]` of `meaning = ["word", …]`. Words are compared folded (width, kana, case, spaces, bars).

mod alike;
mod concept;
mod heading;
mod interchange;
mod lexicon;
mod line_end;
mod main_word;
mod near;
mod sheet_name;
mod subject;
mod taught;
mod two_languages;

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

pub use concept::{Concept, PassedOver, Sheet, SheetUse};
pub use interchange::{Interchange, Term, Terms};
pub use lexicon::Lexicon;
pub use line_end::joined;
pub use near::{is_near, is_slip};
pub use subject::{Likeness, SubjectWord, Subjects};
pub use taught::VocabularyError;

use alike::{PlainHeadings, SameWord};
pub use heading::parties_of;
use heading::{Aspect, ForeignGroup, Frame, UnderGroup};
use main_word::OtherMatter;

use crate::language::Language;
use crate::ledger::{
    AcquisitionSource, Capacity, ContactRole, Country, ExclusionReason, FeeKind, FeePer, Law, Medium, Nature, RefusalGroundKind,
    RequesterKind, RetentionKind, Right, SafetyMeasureKind, Stated, Tax, TransferBasis,
};

/// What a sign that stands for no word of its own says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, strum::EnumString)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum Sign {
    /// A dash, なし, N/A: nothing here.
    Nothing,
    /// 同上, 〃: the same as above.
    Ditto,
    /// 同左: the same as in the cell to the left.
    DittoLeft,
    /// 未定, 確認中, ？: not known yet.
    Unsettled,
}

/// A part of the world that is no country, seen from home.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, strum::EnumString)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum Area {
    /// 国内, 自社.
    Home,
    /// 海外.
    Abroad,
    /// The EU, 欧州: no country is named, and none of its countries is Japan.
    WithoutJapan,
    /// アジア, 全世界: no country is named, and Japan may be one.
    WithJapan,
    /// Words that say nothing of the country: リージョン, サーバー, AWS.
    Beside,
    /// または, 又は: one of those named.
    Or,
    /// 除く: what stands before it is excluded.
    Except,
    /// 主に, ほか: there are others, which are not named.
    Open,
}

/// What a row that is no entry begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, strum::EnumString)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum NotEntry {
    /// 合計, 小計.
    Total,
    /// ※, 注.
    Note,
    /// 例, 記入例.
    Example,
    /// 以上, 以下余白.
    End,
}

/// How a cell says what to write below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, strum::EnumString)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum Hint {
    /// As a whole: （人）, リストから選択.
    Whole,
    /// By its end: 正式名称で, 具体的に, 年月日を記入.
    Ending,
}

/// What words in a cell of parties say that name no party.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, strum::EnumString)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum Remark {
    /// 一部, 契約に基づく: a remark.
    NoParty,
    /// 別紙参照: there are parties, and they are named elsewhere.
    SeeElsewhere,
    /// As a whole, 複数, 社名非公開, 別紙1: there are parties, and no name is told.
    Unnamed,
}

/// What a word does in a cell of parties that says that there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, strum::EnumString)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum DenialWord {
    /// なし, ない: denies.
    Denies,
    /// 内製: says by itself that it is done in the house.
    InHouse,
    /// 社内: the house.
    House,
    /// 職員: who works in the house.
    Staff,
    /// 処理: what is done.
    Doing,
    /// 原則: leaves room for exceptions.
    Hedge,
    /// 現時点, では, 外部: changes nothing.
    Beside,
}

/// What a word of a line above a table, or over a group of its rows, says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, strum::EnumString)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum TitleWord {
    /// 課: the names of departments end so.
    DepartmentEnd,
    /// 研究所: the names of parts of an organization end so, and of organizations too.
    UnitEnd,
    /// 一部: ends like a department and is none.
    NoDepartment,
    /// 共通: several departments, or all.
    Several,
    /// Human Resources, 人事: a department by itself.
    Department,
    /// 対象部署: behind it stands the department.
    Label,
    /// 問合せ先: behind it stands somebody else's department.
    OtherLabel,
    /// 御中: before it stands whom the document is addressed to.
    Addressee,
    /// 台帳: what the title says besides the department begins with it.
    Rest,
    /// 株式会社: the name of a company, or a time.
    Company,
}

/// Words that matter to how a list is divided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, strum::EnumString)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum ListWord {
    /// A katakana word that is an element of its own: スタッフ.
    Common,
}

/// What something is by how it is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, strum::EnumString)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum Called {
    /// 名簿, 申込書: a record.
    Record,
    /// 者, 会員: persons.
    Person,
    /// 課, 税務署: an office or an institution.
    Office,
    /// 部, 担当: those who may see a record.
    Holder,
    /// 氏名: what a record holds of a person.
    Item,
}

/// The words that the reader knows.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    headings: BTreeMap<Sheet, Lexicon<Concept>>,
    /// Headings that serve only where no column names the matter better.
    makeshift: BTreeMap<Sheet, Lexicon<Concept>>,
    /// Headings that give way to a column that names their matter more closely.
    giving_way: BTreeMap<Sheet, Lexicon<Concept>>,
    /// Headings that name the record, and say something else of it where another column names it.
    beside_name: BTreeMap<Sheet, Lexicon<Concept>>,
    /// Words that tell by themselves what a heading is about that ends with them.
    main_words: BTreeMap<Sheet, Lexicon<Concept>>,
    /// Words that tell, wherever in a heading they stand, what it is about, where the cells confirm it.
    telling_words: BTreeMap<Sheet, Lexicon<Concept>>,
    /// Words beside a main or a telling word that make another matter of it.
    other_matters: Lexicon<OtherMatter>,
    same_words: Vec<SameWord>,
    plain_headings: BTreeMap<Sheet, PlainHeadings>,
    under_group: Lexicon<UnderGroup>,
    aspects: Lexicon<Aspect>,
    /// What a group is about whose columns of places, countries and media are not the records'.
    foreign_groups: Lexicon<ForeignGroup>,
    frames: Lexicon<Frame>,
    sheets: Lexicon<SheetUse>,
    /// Words of lines above tables and over groups of rows.
    pub titles: Lexicon<TitleWord>,
    /// What a row that is no entry begins with.
    pub not_entries: Lexicon<NotEntry>,
    /// How the cells of a row say how to fill in the columns.
    pub hints: Lexicon<Hint>,
    /// Signs that stand for no word of their own.
    pub signs: Lexicon<Sign>,
    /// Yes, no and perhaps.
    pub marks: Lexicon<Stated>,
    /// How sentences of yes-or-no cells end.
    pub mark_endings: Lexicon<Stated>,
    /// What cells of parties are made of that say that there is none.
    pub denials: Lexicon<DenialWord>,
    /// What in a cell of parties names none.
    pub remarks: Lexicon<Remark>,
    /// How things are called that a ledger speaks of.
    called: BTreeMap<Called, Lexicon<Called>>,
    /// Words that matter to how a list is divided.
    pub list_words: Lexicon<ListWord>,
    /// Countries: names, codes, cloud regions, cities with data centres.
    pub countries: Lexicon<Country>,
    /// What is said of whereabouts beside countries.
    pub areas: Lexicon<Area>,
    /// Media.
    pub media: Lexicon<Medium>,
    /// 自社 or 受託.
    pub capacity: Lexicon<Capacity>,
    /// Kinds of information in law.
    pub nature: Lexicon<Nature>,
    /// From whom data comes.
    pub acquired_from: Lexicon<AcquisitionSource>,
    /// Kinds of retention that a phrase alone tells.
    pub retention: Lexicon<RetentionKind>,
    /// Why something is not disclosed.
    pub exclusion: Lexicon<ExclusionReason>,
    /// What a person may ask for.
    pub rights: Lexicon<Right>,
    /// Who asks.
    pub requesters: Lexicon<RequesterKind>,
    /// What a window is for.
    pub contact_roles: Lexicon<ContactRole>,
    /// Kinds of security measures.
    pub safety_measures: Lexicon<SafetyMeasureKind>,
    /// Kinds of fees.
    pub fees: Lexicon<FeeKind>,
    /// Tax within a fee or beside it.
    pub tax: Lexicon<Tax>,
    /// What a fee is charged for.
    pub per: Lexicon<FeePer>,
    /// Phrases of grounds for refusal.
    pub grounds: Lexicon<RefusalGroundKind>,
    /// On what a transfer abroad rests.
    pub transfer: Lexicon<TransferBasis>,
    /// Names of laws.
    pub laws: Lexicon<Law>,
    /// Words for the same category of person.
    pub subjects: Arc<Subjects>,
}

/// The built-in files by their names.
const FILES: [(&str, &str); 11] = [
    ("sheets.toml", include_str!("../../imports/vocabulary/sheets.toml")),
    ("headings.toml", include_str!("../../imports/vocabulary/headings.toml")),
    ("titles.toml", include_str!("../../imports/vocabulary/titles.toml")),
    ("called.toml", include_str!("../../imports/vocabulary/called.toml")),
    ("catalogues.toml", include_str!("../../imports/vocabulary/catalogues.toml")),
    ("marks.toml", include_str!("../../imports/vocabulary/marks.toml")),
    ("countries.toml", include_str!("../../imports/vocabulary/countries.toml")),
    ("holding.toml", include_str!("../../imports/vocabulary/holding.toml")),
    ("retention.toml", include_str!("../../imports/vocabulary/retention.toml")),
    ("procedures.toml", include_str!("../../imports/vocabulary/procedures.toml")),
    ("subjects.toml", include_str!("../../imports/vocabulary/subjects.toml")),
];

static BUILT_IN: LazyLock<Vocabulary> = LazyLock::new(|| {
    let mut vocabulary = Vocabulary::default();
    for (file, text) in FILES {
        vocabulary.learn(text).unwrap_or_else(|error| panic!("{file}: {error}"));
    }
    vocabulary.say_headings_plainly();
    for country in Country::all() {
        for name in [country.name(Language::Ja), country.name(Language::En)] {
            vocabulary.countries.teach_if_new(name, country);
        }
    }
    vocabulary
});

impl Vocabulary {
    /// What is compiled in.
    #[must_use]
    pub fn built_in() -> &'static Self {
        &BUILT_IN
    }

    /// What is compiled in, and a user's TOML text of the same shape beside it. Where both know a word, the user's meaning holds.
    ///
    /// # Errors
    /// Where the text is no TOML, or names a table or a meaning that there is none of.
    pub fn extended(text: &str) -> Result<Self, VocabularyError> {
        let mut vocabulary = Self::built_in().clone();
        vocabulary.learn(text)?;
        vocabulary.say_headings_plainly();
        Ok(vocabulary)
    }

    /// Whether folded words end as what is of this kind is called.
    #[must_use]
    pub fn ends_as(&self, kind: Called, folded: &str) -> bool {
        self.called.get(&kind).is_some_and(|ends| ends.ending(folded).is_some())
    }

    /// Whether folded words name what a record holds of a person.
    #[must_use]
    pub fn names_item(&self, folded: &str) -> bool {
        self.called.get(&Called::Item).is_some_and(|items| !items.within(folded).is_empty())
    }
}
