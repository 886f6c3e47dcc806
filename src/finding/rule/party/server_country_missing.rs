//! It is not stated in which country a storage place is: the server, or the room.
//!
//! Whoever handles personal data in a foreign country takes security measures with a grasp of that country's system (APPI 23, guideline
//! 10-7) and makes its name available (32(1)(iv), Order 10(i)); where it cannot be told, that and why. A place is not found here where the
//! organization names the countries for the whole company, where every row that names the place states a country itself, or where these
//! rows are kept on paper alone; nor is a room or a cabinet, which is where the organization works.
//!
//! To mend it, write the country in the column 保管国 of the sheet 保管場所, or the reason in 国を特定できない理由.
//!
//! # 日本語
//!
//! 保管場所（サーバー、書庫など）の国が記載されていません。
//!
//! 外国で個人データを取り扱う場合は、その国の制度を把握した上で安全管理措置を講じ（個人情報保護法第23条、ガイドライン（通則編）10-7）、国の名称を本人の
//! 知り得る状態に置かなければなりません（第32条第1項第4号、施行令第10条第1号）。特定できないときは、その旨と理由を示します。事業者全体の保管国が記載
//! されている場合、その保管場所を挙げる全ての行が保管国を記載している場合、紙だけの行が挙げている場合は指摘しません。
//! 書庫、キャビネットなど、事業者自身の施設にあることが名称から分かるものも指摘しません。
//!
//! 直すには、シート「保管場所」の「保管国」に国名を、特定できないときは「国を特定できない理由」に理由を記入してください。

use super::super::{Look, Rule};
use super::named::{is_open, places};
use crate::finding::{Code, Company, FoundOfCompany, Severity};
use crate::law::phrases;
use crate::ledger::Law;

pub(in super::super) const RULE: Rule = Rule {
    code: Code::ServerCountryMissing,
    severity: Severity::Warning,
    message: [
        "保管場所「{0}」（台帳の{1}件に記載）がどの国にあるか記載されていません。",
        "It is not stated in which country the place {0} (entries that name it: {1}) is.",
    ],
    advice: [
        "シート「保管場所」の「保管国」に国名を記入してください。特定できないときは「国を特定できない理由」に理由を記入してください。",
        "Name the country in 保管国 of the sheet 保管場所. Where it cannot be told, say why in 国を特定できない理由.",
    ],
    basis: &[(Law::Appi, "23"), (Law::Guideline, "10-7"), (Law::AppiOrder, "10(i)")],
    look: Look::Organization(look),
    file: include_str!("server_country_missing.rs"),
};

fn look(company: &Company<'_>, found: &mut FoundOfCompany<'_>) {
    if !is_open(&company.organization.storage) {
        return;
    }
    for place in places(company) {
        let needed = place.named.naming.is_none_or(|naming| naming.of_unknown_country > 0);
        let own_room = place.said.provider.is_none() && phrases::is_own_room(place.named.name);
        if needed && is_open(&place.said.server_country) && !own_room {
            found.say(&[place.named.name, &place.named.entries()], place.named.cells(company));
        }
    }
}
