//! A storage place has a provider, and the provider's country is not stated.
//!
//! Whoever keeps data with a cloud provider in a foreign country handles it in a foreign country, whether or not the provider handles it
//! too: that country's system must be grasped and its name made available (APPI 23, 32(1)(iv), Order 10(i), guideline 10-7). Both the
//! provider's country and the server's count. A server in Japan of a provider abroad is such a case. Where the organization itself provides
//! the place there is nothing to say, nor where the provider's name tells that it is a public body of Japan or a legal person in a form of
//! Japanese law such as 株式会社. A provider that handles the data without being named goes by the name of the place.
//!
//! To mend it, write the country in the column 提供事業者の国 of the sheet 保管場所.
//!
//! # 日本語
//!
//! 保管場所の提供事業者の国が記載されていません。
//!
//! 外国にあるクラウドサービス提供事業者を利用して保管する場合は、その事業者が個人データを取り扱わなくても、外国において個人データを取り扱うことになり、
//! その国の制度を把握し、国の名称を本人の知り得る状態に置かなければなりません（個人情報保護法第23条、第32条第1項第4号、施行令第10条第1号、
//! ガイドライン（通則編）10-7）。サーバーが国内にあっても、事業者の国は別に必要です。自社で用意する保管場所や、株式会社など日本法による
//! 法人であることが名称から分かる事業者は指摘しません。
//! 個人データを取り扱う事業者の名称がないときは、保管場所の名称で示します。
//!
//! 直すには、シート「保管場所」の「提供事業者の国」に国名を記入してください。

use super::super::{Look, Rule};
use super::named::{is_open, places};
use crate::finding::{Code, Company, FoundOfCompany, Severity};
use crate::law::phrases;
use crate::ledger::{Law, Stated};

pub(in super::super) const RULE: Rule = Rule {
    code: Code::ProviderCountryMissing,
    severity: Severity::Warning,
    message: [
        "保管場所「{0}」（台帳の{2}件に記載）の提供事業者「{1}」の国が記載されていません。",
        "The country of {1}, which provides the place {0} (entries that name it: {2}), is not stated.",
    ],
    advice: [
        "シート「保管場所」の「提供事業者の国」に、提供事業者が所在する国を記入してください。",
        "Write in 提供事業者の国 of the sheet 保管場所 in which country the provider is.",
    ],
    basis: &[(Law::Appi, "23"), (Law::Guideline, "10-7"), (Law::AppiOrder, "10(i)")],
    look: Look::Organization(look),
    file: include_str!("provider_country_missing.rs"),
};

fn look(company: &Company<'_>, found: &mut FoundOfCompany<'_>) {
    for place in places(company) {
        let unnamed = (place.said.handles_data == Stated::Yes).then_some(place.named.name);
        let Some(provider) = place.said.provider.as_deref().or(unnamed) else { continue };
        let itself = phrases::is_organization_itself(provider, &company.organization.name);
        let told = itself || phrases::is_public_body(provider) || phrases::has_japanese_form(provider);
        if is_open(&place.said.provider_country) && !told {
            found.say(&[place.named.name, provider, &place.named.entries()], place.named.cells(company));
        }
    }
}
