//! The rows of the decision table. Each case falls under exactly one, so that their order says nothing.

use super::{Destination, Row, Verdict, Way, Who};
use crate::ledger::{Law, Stated, TransferBasis};

const ANY: &[Stated] = &[Stated::Yes, Stated::No, Stated::Possible, Stated::NotStated];
const UNSAID: &[Stated] = &[Stated::Possible, Stated::NotStated];

/// The place itself.
const SERVER: &[Who] = &[Who { ways: &[Way::Server], handles: ANY, collected: ANY }];

/// A party that does not handle the data.
const WITHOUT_HANDLING: &[Who] =
    &[Who { ways: &[Way::Provider, Way::Entrustee, Way::SubEntrustee], handles: &[Stated::No], collected: ANY }];

/// A recipient that collects from the person itself.
const COLLECTS_ITSELF: &[Who] = &[Who { ways: &[Way::Recipient], handles: ANY, collected: &[Stated::Yes] }];

/// A provider of which the ledger does not say whether it handles the data.
const PERHAPS_HANDLING: Who = Who { ways: &[Way::Provider], handles: UNSAID, collected: ANY };

/// A provider that handles the data: an entrustee.
const HANDLING_PROVIDER: Who = Who { ways: &[Way::Provider], handles: &[Stated::Yes], collected: ANY };

/// An entrustee, which handles the data unless the ledger denies it.
const ENTRUSTEE: Who =
    Who { ways: &[Way::Entrustee, Way::SubEntrustee], handles: &[Stated::Yes, Stated::Possible, Stated::NotStated], collected: ANY };

/// A recipient that gets the data from the organization, as far as the ledger says.
const RECIPIENT: Who = Who { ways: &[Way::Recipient], handles: ANY, collected: &[Stated::No, Stated::Possible, Stated::NotStated] };

/// A joint user.
const JOINT_USER: Who = Who { ways: &[Way::JointUser], handles: ANY, collected: ANY };

/// Every party that gets the data.
const PARTY: &[Who] = &[HANDLING_PROVIDER, ENTRUSTEE, RECIPIENT, JOINT_USER];

/// Every party that gets the data, or perhaps gets it.
const PERHAPS_PARTY: &[Who] = &[HANDLING_PROVIDER, PERHAPS_HANDLING, ENTRUSTEE, RECIPIENT, JOINT_USER];

/// Parties of which it can be true that they do not handle the data.
const MAY_NOT_HANDLE: &[Who] = &[PERHAPS_HANDLING, Who { ways: &[Way::Entrustee, Way::SubEntrustee], handles: UNSAID, collected: ANY }];

/// An entrustee that is said to handle the data.
const HANDLING_ENTRUSTEE: Who = Who { ways: &[Way::Entrustee, Way::SubEntrustee], handles: &[Stated::Yes], collected: ANY };

/// Parties that get the data by what else the ledger says of them.
const GETS_IT: &[Who] =
    &[HANDLING_PROVIDER, HANDLING_ENTRUSTEE, Who { ways: &[Way::Recipient], handles: ANY, collected: &[Stated::No] }, JOINT_USER];

/// The same, and recipients that perhaps collect the data themselves.
const PERHAPS_GETS_IT: &[Who] = &[HANDLING_PROVIDER, HANDLING_ENTRUSTEE, RECIPIENT, JOINT_USER];

/// Recipients of which the ledger does not say whether they collect the data themselves.
const PERHAPS_COLLECTS: &[Who] = &[Who { ways: &[Way::Recipient], handles: ANY, collected: UNSAID }];

/// Home, and nothing else.
const HOME: &[Destination] = &[Destination::Home];
const ABROAD: &[Destination] = &[Destination::Designated, Destination::NotDesignated, Destination::Unnamed];
const PERHAPS_ABROAD: &[Destination] = &[Destination::PerhapsHome, Destination::NotStated];
const NOT_HOME: &[Destination] =
    &[Destination::Designated, Destination::NotDesignated, Destination::Unnamed, Destination::PerhapsHome, Destination::NotStated];
const NOT_DESIGNATED: &[Destination] = &[Destination::NotDesignated];

/// Not known to be home or designated, so that a basis is needed, or may be.
const IN_NEED: &[Destination] = &[Destination::NotDesignated, Destination::Unnamed, Destination::PerhapsHome, Destination::NotStated];
const ANYWHERE: &[Destination] = &[
    Destination::Home,
    Destination::Designated,
    Destination::NotDesignated,
    Destination::Unnamed,
    Destination::PerhapsHome,
    Destination::NotStated,
];

const ANY_BASIS: &[TransferBasis] = &[
    TransferBasis::Domestic,
    TransferBasis::DesignatedCountry,
    TransferBasis::EquivalentSystem,
    TransferBasis::Consent,
    TransferBasis::LegalException,
    TransferBasis::NotAProvision,
    TransferBasis::NotStated,
];
const NOT_DENIED: &[TransferBasis] = &[
    TransferBasis::Domestic,
    TransferBasis::DesignatedCountry,
    TransferBasis::EquivalentSystem,
    TransferBasis::Consent,
    TransferBasis::LegalException,
    TransferBasis::NotStated,
];
const DENIED: &[TransferBasis] = &[TransferBasis::NotAProvision];
const SILENT: &[TransferBasis] = &[TransferBasis::NotStated];
const DESIGNATION_OR_SILENT: &[TransferBasis] = &[TransferBasis::DesignatedCountry, TransferBasis::NotStated];

/// The decision table of Article 28.
pub const TABLE: &[Row] = &[
    Row {
        id: "server-home",
        who: SERVER,
        destinations: HOME,
        bases: ANY_BASIS,
        verdict: Verdict::Domestic,
        rests_on: &[],
        why: ["国内に保管しています。", "It is kept in Japan."],
    },
    Row {
        id: "server-abroad",
        who: SERVER,
        destinations: ABROAD,
        bases: ANY_BASIS,
        verdict: Verdict::NotAProvision,
        rests_on: &[(Law::Appi, "23"), (Law::Guideline, "10-7")],
        why: [
            "サーバーの所在国は提供先の所在国ではなく、外国のサーバーに置くこと自体は提供に当たりません。ただし、その国の制度を把握して安全管理措置を講じる必要があります。",
            "A server's country is not a recipient's: keeping data there provides it to nobody. That country's system must still be known and heeded.",
        ],
    },
    Row {
        id: "server-open",
        who: SERVER,
        destinations: PERHAPS_ABROAD,
        bases: ANY_BASIS,
        verdict: Verdict::CannotTell,
        rests_on: &[(Law::Appi, "23"), (Law::Guideline, "10-7")],
        why: [
            "保管場所の国が国内かどうか、台帳からは判断できません。外国であれば、その国の制度の把握が必要です。",
            "The ledger does not tell whether the place is in Japan. If it is abroad, that country's system must be known.",
        ],
    },
    Row {
        id: "no-handling",
        who: WITHOUT_HANDLING,
        destinations: ANYWHERE,
        bases: ANY_BASIS,
        verdict: Verdict::NotAProvision,
        rests_on: &[(Law::Guideline, "2-17"), (Law::Appi, "23")],
        why: [
            "相手は個人データを取り扱わないこととなっているため、提供に当たりません。",
            "The party does not handle the personal data, so nothing is provided to it.",
        ],
    },
    Row {
        id: "collects-itself",
        who: COLLECTS_ITSELF,
        destinations: ANYWHERE,
        bases: ANY_BASIS,
        verdict: Verdict::NotAProvision,
        rests_on: &[(Law::Guideline, "2-17")],
        why: [
            "相手が本人から直接取得しているため、当社からの提供に当たりません。",
            "The recipient collects it from the person itself, so the organization provides nothing.",
        ],
    },
    Row {
        id: "denied",
        who: MAY_NOT_HANDLE,
        destinations: ANYWHERE,
        bases: DENIED,
        verdict: Verdict::NotAProvision,
        rests_on: &[(Law::Guideline, "2-17"), (Law::Appi, "23")],
        why: [
            "台帳は、相手が個人データを取り扱わず提供に当たらないとしています。",
            "The ledger says that nothing is provided, since the party does not handle the data.",
        ],
    },
    Row {
        id: "denied-at-home",
        who: PERHAPS_GETS_IT,
        destinations: HOME,
        bases: DENIED,
        verdict: Verdict::Domestic,
        rests_on: &[],
        why: [
            "相手は国内にあり、第28条は適用されません。「提供に当たらない」との記載は、他の記載と合いません。",
            "The party is in Japan, so Article 28 does not apply. That nothing is provided does not agree with what else is said.",
        ],
    },
    Row {
        id: "denied-though-it-gets-it",
        who: GETS_IT,
        destinations: NOT_HOME,
        bases: DENIED,
        verdict: Verdict::BasisFails,
        rests_on: &[(Law::Appi, "28(1)"), (Law::Guideline, "2-17")],
        why: [
            "「提供に当たらない」とありますが、相手は個人データを受け取り、または取り扱うこととなっています。",
            "The ledger says that nothing is provided, yet also that the party gets or handles the data.",
        ],
    },
    Row {
        id: "denied-to-a-recipient",
        who: PERHAPS_COLLECTS,
        destinations: NOT_HOME,
        bases: DENIED,
        verdict: Verdict::CannotTell,
        rests_on: &[(Law::Appi, "28(1)"), (Law::Guideline, "2-17")],
        why: [
            "提供先に挙げながら「提供に当たらない」とあり、相手が本人から直接取得するのかどうかの記載がありません。",
            "It names a recipient and says that nothing is provided, but not whether the recipient collects the data itself.",
        ],
    },
    Row {
        id: "home",
        who: PERHAPS_PARTY,
        destinations: HOME,
        bases: NOT_DENIED,
        verdict: Verdict::Domestic,
        rests_on: &[],
        why: ["相手は国内にあり、第28条は適用されません。", "The party is in Japan, so Article 28 does not apply."],
    },
    Row {
        id: "said-to-be-domestic",
        who: PERHAPS_PARTY,
        destinations: PERHAPS_ABROAD,
        bases: &[TransferBasis::Domestic],
        verdict: Verdict::Domestic,
        rests_on: &[],
        why: ["台帳は、相手が国内にあるとしています。", "The ledger says that the party is in Japan."],
    },
    Row {
        id: "said-to-be-domestic-though-abroad",
        who: PERHAPS_PARTY,
        destinations: ABROAD,
        bases: &[TransferBasis::Domestic],
        verdict: Verdict::BasisFails,
        rests_on: &[(Law::Appi, "28(1)")],
        why: ["「国内」とありますが、相手の国は外国です。", "The ledger says that the party is in Japan, yet its country is another."],
    },
    Row {
        id: "designated",
        who: PERHAPS_PARTY,
        destinations: &[Destination::Designated],
        bases: &[
            TransferBasis::DesignatedCountry,
            TransferBasis::EquivalentSystem,
            TransferBasis::Consent,
            TransferBasis::LegalException,
            TransferBasis::NotStated,
        ],
        verdict: Verdict::DesignatedCountry,
        rests_on: &[(Law::Appi, "28(1)"), (Law::AppiRules, "15")],
        why: [
            "個人情報保護委員会が指定した国であり、第28条の「外国」に当たりません。国内と同じく第27条によります。",
            "The Commission has designated the country, so that it is no foreign country in Article 28; Article 27 applies as at home.",
        ],
    },
    Row {
        id: "designation-fails",
        who: PERHAPS_PARTY,
        destinations: NOT_DESIGNATED,
        bases: &[TransferBasis::DesignatedCountry],
        verdict: Verdict::BasisFails,
        rests_on: &[(Law::Appi, "28(1)"), (Law::AppiRules, "15")],
        why: [
            "「指定国」とありますが、指定された国ではない国が含まれています。",
            "The ledger calls the country designated, but it is not, or not each that it may be.",
        ],
    },
    Row {
        id: "equivalent-system",
        who: PERHAPS_PARTY,
        destinations: IN_NEED,
        bases: &[TransferBasis::EquivalentSystem],
        verdict: Verdict::EquivalentSystem,
        rests_on: &[(Law::Appi, "28(1)"), (Law::AppiRules, "16"), (Law::Appi, "28(3)")],
        why: [
            "相手が相当措置を継続的に講ずる体制を整備しているとしています。その実施を確保する措置が必要です。",
            "The recipient is said to keep an equivalent system; the organization must see to it that it does.",
        ],
    },
    Row {
        id: "consent",
        who: PERHAPS_PARTY,
        destinations: IN_NEED,
        bases: &[TransferBasis::Consent],
        verdict: Verdict::Consent,
        rests_on: &[(Law::Appi, "28(1)"), (Law::Appi, "28(2)"), (Law::AppiRules, "17")],
        why: [
            "本人の同意によるとしています。同意を得る前に、国の名称、その国の制度、相手の措置を本人に知らせる必要があります。",
            "It is said to rest on the person's consent, before which the country, its system and the recipient's measures must be told.",
        ],
    },
    Row {
        id: "legal-exception",
        who: PERHAPS_PARTY,
        destinations: IN_NEED,
        bases: &[TransferBasis::LegalException],
        verdict: Verdict::LegalException,
        rests_on: &[(Law::Appi, "28(1)"), (Law::Appi, "27(1)")],
        why: [
            "第27条第1項各号（法令に基づく場合など）によるとしています。",
            "It is said to rest on an exception of Article 27(1), such as a law that asks for it.",
        ],
    },
    Row {
        id: "basis-missing",
        who: PARTY,
        destinations: NOT_DESIGNATED,
        bases: SILENT,
        verdict: Verdict::BasisMissing,
        rests_on: &[(Law::Appi, "28(1)")],
        why: [
            "外国にある第三者への提供ですが、根拠（同意、相当措置の体制、第27条第1項各号）の記載がありません。委託や共同利用でも必要です。",
            "It goes to a third party abroad, and the ledger states no basis. Entrustment and joint use need one too.",
        ],
    },
    Row {
        id: "perhaps-a-provision",
        who: &[PERHAPS_HANDLING],
        destinations: NOT_DESIGNATED,
        bases: SILENT,
        verdict: Verdict::CannotTell,
        rests_on: &[(Law::Appi, "28(1)"), (Law::Guideline, "2-17")],
        why: [
            "外国の事業者が個人データを取り扱うかどうかの記載がなく、提供に当たるかどうかを判断できません。",
            "The ledger does not say whether the foreign provider handles the data, and so whether anything is provided.",
        ],
    },
    Row {
        id: "country-unnamed",
        who: PERHAPS_PARTY,
        destinations: &[Destination::Unnamed],
        bases: DESIGNATION_OR_SILENT,
        verdict: Verdict::CannotTell,
        rests_on: &[(Law::Appi, "28(1)"), (Law::AppiRules, "15")],
        why: [
            "外国とありますが国の名称がなく、指定された国かどうかを判断できません。指定された国でなければ根拠が必要です。",
            "It is abroad, but no country is named, so that it cannot be told whether it is designated. If not, a basis is needed.",
        ],
    },
    Row {
        id: "perhaps-home",
        who: PERHAPS_PARTY,
        destinations: &[Destination::PerhapsHome],
        bases: DESIGNATION_OR_SILENT,
        verdict: Verdict::CannotTell,
        rests_on: &[(Law::Appi, "28(1)")],
        why: [
            "国内か外国かを判断できません。外国であれば、指定された国でない限り根拠が必要です。",
            "It may be in Japan or abroad. If it is abroad, a basis is needed unless the country is designated.",
        ],
    },
    Row {
        id: "country-not-stated",
        who: PERHAPS_PARTY,
        destinations: &[Destination::NotStated],
        bases: DESIGNATION_OR_SILENT,
        verdict: Verdict::CannotTell,
        rests_on: &[(Law::Appi, "28(1)")],
        why: [
            "相手の国の記載がなく、第28条が適用されるかどうかを判断できません。",
            "The ledger does not say where the party is, and so not whether Article 28 applies.",
        ],
    },
];
