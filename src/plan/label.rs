//! The headings of fields: 管理番号 for `controlNo`.

use super::FieldChange;
use crate::language::Language;

/// The fields' names in the API and their headings in the workbook.
const LABELS: &[(&str, &str)] = &[
    ("accepted", "受付"),
    ("accessors", "アクセス権者"),
    ("acquiredFrom", "取得元"),
    ("acquisition", "取得方法"),
    ("address", "住所"),
    ("amount", "金額"),
    ("application", "受付方法"),
    ("basis", "条文"),
    ("business", "事業内容"),
    ("capacity", "自社・受託の別"),
    ("certifications", "認証"),
    ("checkedOn", "確認日"),
    ("choose", "必要数"),
    ("citations", "引用"),
    ("code", "事業者コード"),
    ("collectedDirectly", "本人からの直接収集"),
    ("concerns", "権利利益に影響する制度"),
    ("conditions", "条件"),
    ("contacts", "窓口"),
    ("contractedOn", "契約日"),
    ("controlNo", "管理番号"),
    ("count", "件数"),
    ("country", "国"),
    ("department", "管理部門"),
    ("disclosure", "開示対象"),
    ("disposal", "廃棄方法"),
    ("documents", "必要書類"),
    ("email", "メール"),
    ("entrusted", "委託の有無"),
    ("entrustee", "委託先"),
    ("entrustments", "委託先"),
    ("established", "制定日"),
    ("estimateByEffort", "見積り"),
    ("fee", "手数料"),
    ("form", "書式"),
    ("group", "組"),
    ("handlesData", "個人データの取扱い"),
    ("home", "所在国"),
    ("hours", "受付時間"),
    ("includesForeign", "外国の利用者"),
    ("individualNumber", "特定個人情報"),
    ("issuedWithin", "発行期限"),
    ("items", "項目"),
    ("jointUses", "共同利用"),
    ("jointlyUsed", "共同利用の有無"),
    ("kind", "区分"),
    ("legalBasis", "提供の根拠"),
    ("manager", "管理責任者"),
    ("measures", "講ずる措置"),
    ("media", "媒体"),
    ("name", "名称"),
    ("nature", "情報の性質"),
    ("notes", "備考"),
    ("optOut", "停止の方法"),
    ("otherColumns", "その他の列"),
    ("payment", "支払方法"),
    ("per", "単位"),
    ("phones", "電話"),
    ("places", "保管場所"),
    ("policies", "方針"),
    ("procedures", "開示等手続"),
    ("provided", "第三者提供の有無"),
    ("provider", "提供事業者"),
    ("providerCountry", "提供事業者の国"),
    ("provisionConditions", "提供の条件"),
    ("provisions", "第三者提供先"),
    ("purposes", "利用目的"),
    ("recipient", "提供先"),
    ("refundable", "返還"),
    ("refusalGrounds", "不開示事由"),
    ("regimes", "外国制度"),
    ("reply", "回答方法"),
    ("representative", "代表者"),
    ("requester", "請求者"),
    ("requesters", "請求できる者"),
    ("responsible", "管理責任者"),
    ("responsibleAddress", "管理責任者の住所"),
    ("responsibleRepresentative", "管理責任者の代表者"),
    ("retention", "保存期間"),
    ("reviewedOn", "見直し日"),
    ("revised", "改定日"),
    ("rights", "請求の種類"),
    ("roles", "種別"),
    ("safetyMeasures", "安全管理措置"),
    ("scope", "範囲"),
    ("serverCountry", "保管国"),
    ("source", "出典"),
    ("specialCare", "要配慮個人情報"),
    ("standard", "準拠規格"),
    ("storage", "保管国"),
    ("subcontracting", "再委託"),
    ("subject", "本人の区分"),
    ("subjects", "本人の区分"),
    ("summary", "制度の概要"),
    ("tax", "税"),
    ("text", "本文"),
    ("transfer", "越境移転の根拠"),
    ("work", "委託業務"),
];

impl FieldChange {
    /// The field as the workbook's headings name it: `保管場所［本社］の保管国` for `places[本社].serverCountry`; in English by
    /// the API's names as words.
    #[must_use]
    pub fn label(&self, language: Language) -> String {
        let mut label = String::new();
        let mut rest = self.field.as_str();
        while !rest.is_empty() {
            let end = rest.find(['.', '[']).unwrap_or(rest.len());
            let (name, after) = rest.split_at(end);
            match (language, LABELS.binary_search_by_key(&name, |(name, _)| name)) {
                (Language::Ja, Ok(at)) => label.push_str(LABELS[at].1),
                (Language::Ja, Err(_)) => label.push_str(name),
                (Language::En, _) => label.push_str(&in_words(name)),
            }
            let names_end = end_of_names(after);
            let (names, after) = after.split_at(names_end);
            label.push_str(&names.replace('[', "［").replace(']', "］"));
            rest = after.strip_prefix('.').unwrap_or(after);
            if !rest.is_empty() {
                label.push_str(language.pick("の", " "));
            }
        }
        label
    }
}

/// A name of the API as words: `reviewed on` for `reviewedOn`.
fn in_words(name: &str) -> String {
    let mut words = String::with_capacity(name.len() + 4);
    for letter in name.chars() {
        if letter.is_ascii_uppercase() {
            words.push(' ');
        }
        words.push(letter.to_ascii_lowercase());
    }
    words
}

/// Where the bracketed names at the start end. A name may itself hold brackets, so the last `].` or `]` before a field counts.
fn end_of_names(text: &str) -> usize {
    if !text.starts_with('[') {
        return 0;
    }
    let mut depth = 0_i32;
    for (at, letter) in text.char_indices() {
        match letter {
            '[' => depth += 1,
            ']' => depth -= 1,
            _ => {}
        }
        let next = text[at + letter.len_utf8()..].chars().next();
        if depth == 0 && next != Some('[') {
            return at + letter.len_utf8();
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::{FieldChange, LABELS, Language};

    #[test]
    fn labels_are_sorted_and_read_as_headings() {
        assert!(LABELS.is_sorted_by_key(|(name, _)| name));
        let label = |field: &str| FieldChange { field: field.to_owned(), before: None, after: None }.label(Language::Ja);
        assert_eq!(label("retention"), "保存期間");
        assert_eq!(label("places[本社].serverCountry"), "保管場所［本社］の保管国");
        assert_eq!(label("contacts[窓口 [東]][2].hours"), "窓口［窓口 ［東］］［2］の受付時間");
        assert_eq!(label("procedures[開示].documents[本人: 免許証].choose"), "開示等手続［開示］の必要書類［本人: 免許証］の必要数");
        assert_eq!(label("otherColumns[No.]"), "その他の列［No.］");
        let english = |field: &str| FieldChange { field: field.to_owned(), before: None, after: None }.label(Language::En);
        assert_eq!(english("reviewedOn"), "reviewed on");
        assert_eq!(english("places[本社].serverCountry"), "places［本社］ server country");
    }
}
