//! Every kind of finding, those of reading first, then those of law.

use strum::{AsRefStr, EnumMessage, EnumString, VariantArray};

use super::{Severity, reading, rule};

/// A kind of finding. Its name in kebab case is stable. What reading finds is worded in [`reading`]; each kind of law is a [`rule`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, AsRefStr, EnumMessage, EnumString, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum Code {
    /// No sheet of the workbook has a heading row that names a ledger's columns.
    NoLedgerHere,
    /// A manifest says more of its records than is read, what it says of several at once counted for each. A part of it was not read.
    ManifestTooLarge,
    /// No sheet 事業者 gives an organization's code, and none was handed over. A code was made of the file's name; nothing can be applied under it.
    OrganizationUnnamed,
    /// A sheet was not read as part of the ledger: a cover, a legend, a history, a list, or one without a ledger's headings.
    SheetPassedOver,
    /// Rows that are no entries: totals, notes, repeated headings, examples, titles, page numbers.
    RowPassedOver,
    /// The sheet is hidden from whoever opens the workbook. It was treated like the others.
    HiddenSheet,
    /// Rows are hidden from whoever opens the workbook. They were read like the others.
    HiddenRows,
    /// Columns are hidden from whoever opens the workbook. They were read like the others.
    HiddenColumns,
    /// Columns of a sheet beside the ledger that the reader does not know. What stands in them was not read.
    ColumnNotRead,
    /// A row of a sheet beside the ledger lacks the cell that tells what it is about. It was not read.
    RowIncomplete,
    /// A paper or a ground for refusal fits no procedure of the sheet 開示等手続, by right and by requester. No procedure has it.
    PaperUnattached,
    /// Columns that no field of an entry takes. They are kept beside each entry with their heading.
    ColumnKeptBeside,
    /// The heading is not known; its main word or the cells below it tell what the column is about. It was read as that.
    ColumnTakenFor,
    /// A sheet is neither a table of one row a record nor a form of labels beside their values. It was read as if laid out so.
    SheetLaidOut,
    /// The ledger has no column of names. The column that tells its rows apart names them.
    LedgerNamedByColumn,
    /// Several rows bear one control number. Each was kept as an entry of its own.
    ControlNoRepeated,
    /// A row of a numbered ledger has no control number. One was made of its name and department.
    ControlNoMissing,
    /// The ledger has no column of control numbers. Numbers were made of names and departments; they stay the same while these do.
    ControlNosMade,
    /// The row has no name.
    NameMissing,
    /// The cell says 同上 or 同左, and nothing stands above it, or to its left, that could be meant.
    DittoWithoutAbove,
    /// The row has neither number nor name. It was taken as more of the row above.
    RowContinues,
    /// One cell says that there is none, another names one. What the column of 有無 says was taken.
    StatementsDisagree,
    /// A label of the sheet 事業者 that is not known. What stands beside it was not read.
    LabelUnknown,
    /// Two rows of a catalogue have one name. The later one was taken.
    CatalogueNameRepeated,
    /// The ledger names a party that its catalogue does not have. Nothing but its name is known.
    PartyNotInCatalogue,
    /// No entry of the ledger names this row of a catalogue.
    CatalogueRowUnused,
    /// The ledger names parties of a kind, and the workbook has no sheet that says more of them.
    CatalogueAbsent,
    /// The cell holds an error such as `#REF!`, so nothing was read from it. The workbook's formula must be mended.
    ErrorInCell,
    /// The cell holds a formula of which the workbook stores no value, as programs that only write workbooks leave them. It reads as empty.
    FormulaWithoutValue,
    /// The cell says that the matter is not known yet (未確認, 確認中, 未定, ？). It is read as not stated, which is not no.
    NotYetAscertained,
    /// The cell holds a sign or words that are neither yes nor no, and no legend of the ledger explains them. It is read as not stated.
    MarkUnknown,
    /// Both choices of the cell are marked, or none is, as in `☑有 ☑無`. It is read as not stated.
    MarkContradictory,
    /// The cell does not say one number. No count was read.
    CountUnreadable,
    /// The cell gives a number a year. It was taken for the count, though what is kept for years is more.
    CountPerYear,
    /// The cell gives a number a month, a week or a day. It was taken for the count, though what is kept for longer is more.
    CountPerMonth,
    /// The cell holds no day that the calendar has. No date was read.
    DateUnreadable,
    /// The cell lacks the day, or the month and the day. No date was made up for it.
    DateIncomplete,
    /// The day is not in the era that it is counted in, such as 平成31年5月1日. It was read by counting the era's years on.
    EraOverrun,
    /// The cell does not say one period or one event that the reader understands, such as `5～7年`. No period was made up for it.
    RetentionUnreadable,
    /// The cell says that the retention is not decided yet. It is read as not stated.
    RetentionUndecided,
    /// The cell names a part of the world, or abroad, and no country. Whether it is abroad was read; which country it is cannot be told.
    CountryUnnamed,
    /// The cell holds words that name no country the reader knows.
    CountryUnknown,
    /// The cell holds a word that is like a known one but is not it. The likeness was not taken for a reading.
    DidYouMean,
    /// The cell holds a word that is none of those expected there. It was kept as written and read as not stated.
    WordUnknown,
    /// The cell does not say one amount of yen, 無料, 実費 or 見積り.
    FeeUnreadable,
    /// The cell does not say one period, such as `3か月以内`.
    PeriodUnreadable,
    /// An organization's code is made of small letters, digits and hyphens, 64 at the most, and neither begins nor ends with a hyphen.
    OrganizationCodeInvalid,
    /// No purpose of use is stated.
    PurposeMissing,
    /// What is stated as the purpose is too vague to be one.
    PurposeVague,
    /// It is not stated whose data the entry holds.
    SubjectsMissing,
    /// It is not stated which items the entry holds.
    ItemsMissing,
    /// No department is stated.
    DepartmentMissing,
    /// No responsible post is stated.
    ManagerMissing,
    /// It is not stated where the data is kept.
    StoragePlaceMissing,
    /// It is not stated in which country the data is kept.
    StorageCountryMissing,
    /// It is not stated how long the data is kept.
    RetentionMissing,
    /// The day on which the data falls due for disposal has passed.
    RetentionLapsed,
    /// The data is kept for ever, and no reason is given.
    RetentionPermanent,
    /// On what ground special-care data was acquired is not stated.
    SpecialCareGroundMissing,
    /// Individual Numbers are used jointly.
    IndividualNumberJointlyUsed,
    /// Individual Numbers are provided to others.
    IndividualNumberProvided,
    /// Individual Numbers are kept beyond their statutory purpose.
    IndividualNumberKeptTooLong,
    /// Data is entrusted, and no entrustee is named.
    EntrusteeUnnamed,
    /// Data is provided, and no recipient is named.
    RecipientUnnamed,
    /// Data is jointly used, and no joint use is named.
    JointUseUnnamed,
    /// The data is excluded from disclosure without a reason.
    ExclusionReasonMissing,
    /// Data held only as an entrustee is marked as disclosed on request.
    EntrustedMarkedDisclosable,
    /// Data held in the organization's own right is excluded from disclosure as entrusted.
    OwnMarkedEntrusted,
    /// The country of a storage place's provider is not stated.
    ProviderCountryMissing,
    /// The country of a storage place's server is not stated.
    ServerCountryMissing,
    /// The country of an entrustee or a recipient is not stated.
    PartyCountryMissing,
    /// A party abroad gets data, and on what that rests is not stated.
    TransferBasisMissing,
    /// The basis that is stated for a transfer abroad does not hold.
    TransferBasisFails,
    /// A transfer rests on consent, and what must be told for it is not at hand.
    ConsentInformationMissing,
    /// A transfer rests on an equivalent system that was not checked within a year.
    EquivalentSystemUnchecked,
    /// The day of the contract with an entrustee is not stated.
    EntrustmentContractMissing,
    /// It is not stated whether an entrustee may entrust further.
    SubcontractingUnknown,
    /// On what a provision to a third party rests is not stated.
    ProvisionGroundMissing,
    /// Of a joint use one of the matters that must be made known is missing.
    JointUseIncomplete,
    /// The responsible party of a joint use is not one operator.
    JointUseResponsibleUnfit,
    /// Data is kept abroad, and what was ascertained of that country's system is not stated.
    AbroadRegimeMissing,
    /// The organization's address is not stated.
    AddressMissing,
    /// The organization's representative is not stated.
    RepresentativeMissing,
    /// No window for complaints is stated.
    ComplaintsContactMissing,
    /// No security measures are stated.
    SafetyMeasuresMissing,
    /// Data is or may be kept abroad, and the statement of security measures does not name the countries.
    StorageCountryUnpublished,
    /// Entries were not reviewed within a year.
    ReviewOverdue,
    /// Of the seven columns of JIS Q 15001 one is empty throughout the ledger.
    JisColumnsMissing,
    /// No procedure accepts a right that the Act gives.
    RightNotAccepted,
    /// A fee is asked for a right for which the Act allows none.
    FeeNotAllowed,
    /// Whether a right costs anything is not stated.
    FeeMissing,
    /// A paper is asked for that no longer exists.
    DocumentObsolete,
    /// No procedure accepts requests by agents.
    AgentProcedureMissing,
    /// A standard is cited in an edition that another replaced.
    StandardSuperseded,
    /// An article of the Act is cited by the number that it bore before it was renumbered.
    ArticleOutdated,
    /// Two statements of one window have different hours.
    ContactsContradict,
    /// Entrustment is denied for the whole company and yet stated or foreseen.
    EntrustmentContradicts,
}

impl Code {
    /// How much findings of this kind weigh.
    #[must_use]
    pub fn severity(self) -> Severity {
        rule::of(self).map_or_else(|| reading::severity(self), |rule| rule.severity)
    }

    /// The rule of law that finds it; none where reading a workbook does.
    #[must_use]
    pub fn rule(self) -> Option<&'static rule::Rule> {
        rule::of(self)
    }

    /// The message and the advice in Japanese and English, with `{0}`, `{1}` … where a finding's words go.
    #[must_use]
    pub fn wording(self) -> [[&'static str; 2]; 2] {
        rule::of(self).map_or_else(|| reading::wording(self), |rule| [rule.message, rule.advice])
    }
}
