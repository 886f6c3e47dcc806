//! Words of ledgers that tell something in law, as data: vague purposes, grounds, reasons, public bodies.
//!
//! They decide only what a person is asked to look at, never what an answer says.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::ledger::fold;

#[derive(Deserialize)]
struct Data {
    vague_purpose: VaguePurpose,
    permanent_reason: PermanentReason,
    special_care_ground: Grounds,
    public_body: PublicBody,
    number_act_ground: Words,
    number_removed: Words,
    contract: Grounds,
    responsible_party: ResponsibleParty,
    transfer_ground: Words,
    room: Room,
}

#[derive(Deserialize)]
struct Words {
    words: Vec<String>,
}

#[derive(Deserialize)]
struct VaguePurpose {
    whole: Vec<String>,
    before: Vec<String>,
    after: Vec<String>,
}

#[derive(Deserialize)]
struct PermanentReason {
    words: Vec<String>,
    in_retention: Vec<String>,
}

#[derive(Deserialize)]
struct Grounds {
    words: Vec<String>,
    denials: Vec<String>,
    #[serde(default)]
    from_person: Vec<String>,
    #[serde(default)]
    in_care: Vec<String>,
    #[serde(default)]
    not_in_care: Vec<String>,
    #[serde(default)]
    nothing: Vec<String>,
}

#[derive(Deserialize)]
struct PublicBody {
    words: Vec<String>,
    endings: Vec<String>,
}

#[derive(Deserialize)]
struct ResponsibleParty {
    several: Vec<String>,
    japanese_forms: Vec<String>,
    other_forms: Vec<String>,
    operators: Vec<String>,
    posts: Vec<String>,
    post_endings: Vec<String>,
}

#[derive(Deserialize)]
struct Room {
    endings: Vec<String>,
    within: Vec<String>,
    not_rooms: Vec<String>,
}

static DATA: LazyLock<Data> = LazyLock::new(|| {
    let mut data: Data = toml::from_str(include_str!("phrases.toml")).expect("phrases.toml holds the lists that are read here");
    let lists = [
        &mut data.vague_purpose.whole,
        &mut data.vague_purpose.before,
        &mut data.vague_purpose.after,
        &mut data.permanent_reason.words,
        &mut data.permanent_reason.in_retention,
        &mut data.special_care_ground.words,
        &mut data.special_care_ground.denials,
        &mut data.special_care_ground.from_person,
        &mut data.special_care_ground.in_care,
        &mut data.special_care_ground.not_in_care,
        &mut data.special_care_ground.nothing,
        &mut data.public_body.words,
        &mut data.public_body.endings,
        &mut data.number_act_ground.words,
        &mut data.number_removed.words,
        &mut data.contract.words,
        &mut data.contract.denials,
        &mut data.transfer_ground.words,
        &mut data.room.endings,
        &mut data.room.within,
        &mut data.room.not_rooms,
        &mut data.responsible_party.several,
        &mut data.responsible_party.japanese_forms,
        &mut data.responsible_party.other_forms,
        &mut data.responsible_party.operators,
        &mut data.responsible_party.posts,
        &mut data.responsible_party.post_endings,
    ];
    for list in lists {
        for word in list.iter_mut() {
            *word = fold(word);
        }
        // The longest first, so that 当社の goes before 当社.
        list.sort_by_key(|word| std::cmp::Reverse(word.len()));
    }
    data
});

fn holds(folded: &str, words: &[String]) -> bool {
    words.iter().any(|word| folded.contains(word.as_str()))
}

/// Whether the whole of a purpose is a general phrase, such as 「事業活動に用いるため」 (guideline 3-1-1). One specific part makes it specific.
#[must_use]
pub fn is_vague_purpose(text: &str) -> bool {
    let folded = fold(text);
    let joined = ["及び", "および", "並びに", "ならびに", "又は", "または"].iter().fold(folded, |text, word| text.replace(word, "、"));
    let mut parts = joined.split(['、', ',', '・', '/', '。', '.', ';', '(', ')']).filter(|part| !part.is_empty()).peekable();
    parts.peek().is_some() && parts.all(is_vague)
}

fn is_vague(part: &str) -> bool {
    let VaguePurpose { whole, before, after } = &DATA.vague_purpose;
    let mut rest = part;
    loop {
        if whole.iter().any(|phrase| phrase == rest) {
            return true;
        }
        let shorter = before.iter().find_map(|word| rest.strip_prefix(word.as_str()));
        let shorter = shorter.or_else(|| after.iter().find_map(|word| rest.strip_suffix(word.as_str())));
        match shorter {
            Some(shorter) if !shorter.is_empty() => rest = shorter,
            _ => return false,
        }
    }
}

/// Whether a note gives a reason for which data may be kept for ever.
#[must_use]
pub fn gives_reason_to_keep(note: &str) -> bool {
    holds(&fold(note), &DATA.permanent_reason.words)
}

/// Whether the words of a retention give a reason for it.
#[must_use]
pub fn retention_gives_reason(text: &str) -> bool {
    let folded = fold(text);
    holds(&folded, &DATA.permanent_reason.words) || holds(&folded, &DATA.permanent_reason.in_retention)
}

/// Whether words tell on what ground special-care data was acquired (APPI 20(2)).
#[must_use]
pub fn tells_special_care_ground(text: &str) -> bool {
    grounds(text, &DATA.special_care_ground)
}

/// Whether words tell that the person itself provides the data, which is its consent (guideline 3-3-2), or that it is learned while the
/// person is treated.
#[must_use]
pub fn tells_from_person(text: &str) -> bool {
    let (folded, words) = (fold(text), &DATA.special_care_ground);
    holds(&folded, &words.from_person) || holds(&folded, &words.in_care) && !holds(&folded, &words.not_in_care)
}

/// The same as [`tells_special_care_ground`] of a column that the ledger has for it: its heading may hold the ground and its cell say yes or no.
#[must_use]
pub fn column_tells_special_care_ground(heading: &str, text: &str) -> bool {
    let cell = fold(text);
    let denied = DATA.special_care_ground.nothing.iter().any(|word| cell == *word || cell.starts_with(&format!("{word}(")));
    !denied && (tells_special_care_ground(text) || tells_special_care_ground(heading) && !holds(&cell, &DATA.special_care_ground.denials))
}

fn grounds(text: &str, Grounds { words, denials, .. }: &Grounds) -> bool {
    let folded = fold(text);
    holds(&folded, words) && !holds(&folded, denials)
}

/// Whether a name is one of a public body of Japan, or of a body that a Japanese statute set up for social security.
#[must_use]
pub fn is_public_body(name: &str) -> bool {
    let folded = fold(name);
    let PublicBody { words, endings } = &DATA.public_body;
    holds(&folded, words) || endings.iter().any(|ending| folded.ends_with(ending.as_str()))
}

/// Whether a ground is one on which Individual Numbers may be provided (Number Act 19).
#[must_use]
pub fn is_ground_of_number_act(text: &str) -> bool {
    holds(&fold(text), &DATA.number_act_ground.words)
}

/// Whether words tell that the Individual Numbers are taken out of what is kept.
#[must_use]
pub fn tells_numbers_removed(text: &str) -> bool {
    holds(&fold(text), &DATA.number_removed.words)
}

/// Whether words tell of a contract that is in force.
#[must_use]
pub fn tells_contract(text: &str) -> bool {
    grounds(text, &DATA.contract)
}

/// Whether words tell on what foreign users' getting data rests.
#[must_use]
pub fn tells_transfer_ground(text: &str) -> bool {
    holds(&fold(text), &DATA.transfer_ground.words)
}

/// Why a responsible party of a joint use is not one operator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    /// The words mean several operators, or whichever acquired the data.
    Several,
    /// The words name a post or a department and no operator.
    Inside,
}

impl ResponsibleParty {
    /// The marks of legal persons.
    fn forms(&self) -> impl Iterator<Item = &str> {
        self.japanese_forms.iter().chain(&self.other_forms).map(String::as_str)
    }
}

/// Whether a name bears the mark of a legal person under Japanese law, which is no third party in a foreign country (APPI 28(1)).
#[must_use]
pub fn has_japanese_form(name: &str) -> bool {
    holds(&fold(name), &DATA.responsible_party.japanese_forms)
}

/// Whether a place is a room or a piece of furniture where the organization works.
#[must_use]
pub fn is_own_room(place: &str) -> bool {
    let (folded, Room { endings, within, not_rooms }) = (fold(place), &DATA.room);
    let room = endings.iter().any(|ending| folded.ends_with(ending.as_str())) || holds(&folded, within);
    room && !holds(&folded, not_rooms)
}

/// Whether a party, as named, is the organization itself.
#[must_use]
pub fn is_organization_itself(text: &str, organization: &str) -> bool {
    let own = |name: &str| DATA.responsible_party.forms().fold(fold(name), |name, form| name.replace(form, ""));
    let (named, itself) = (own(text), own(organization));
    !named.is_empty() && named == itself || ["当社", "弊社", "自社", "社内", "当法人"].iter().any(|word| named.starts_with(word))
}

/// Why a responsible party, as named, is not one operator (APPI 27(5)(iii), guideline 3-6-3); none where it may well be one. The
/// organization's own name is an operator's.
#[must_use]
pub fn unfit_as_responsible(text: &str, organization: &str) -> Option<Unfit> {
    let data = &DATA.responsible_party;
    let folded = without_brackets(&fold(text).replace("(株)", "株式会社").replace("(有)", "有限会社"));
    let named: usize = data.forms().map(|form| folded.matches(form).count()).sum();
    if holds(&folded, &data.several) || named > 1 {
        return Some(Unfit::Several);
    }
    let own = data.forms().fold(fold(organization), |name, form| name.replace(form, ""));
    let names_operator = named > 0 || holds(&folded, &data.operators) || !own.is_empty() && folded.contains(&own);
    let inside = holds(&folded, &data.posts) || data.post_endings.iter().any(|ending| folded.ends_with(ending.as_str()));
    (inside && !names_operator).then_some(Unfit::Inside)
}

/// Without what stands in brackets, such as a former name: 甲株式会社（旧乙株式会社）.
fn without_brackets(folded: &str) -> String {
    let mut depth = 0_usize;
    let mut kept = String::new();
    for letter in folded.chars() {
        match letter {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ if depth == 0 => kept.push(letter),
            _ => {}
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_purpose_is_vague_only_as_a_whole() {
        for vague in [
            "業務のため",
            "事業活動に用いるため",
            "サービス向上のため",
            "ｻｰﾋﾞｽ向上の為",
            "マーケティング",
            "マーケティング活動に用いるため",
            "当社業務の遂行",
            "当社の業務を遂行するために利用します。",
            "業務のため、サービス向上のため",
            "その他",
            "For business purposes",
            "Marketing",
        ] {
            assert!(is_vague_purpose(vague), "{vague}");
        }
        for specific in [
            "",
            "採用業務のため",
            "人事業務",
            "業務連絡のため",
            "業務のため（給与計算）",
            "新商品の案内を送るため、サービス向上のため",
            "マーケティング調査および分析",
            "お取引様が当社へ委託された当該業務などを遂行するため",
            "受託業務の遂行",
            "RUFT利用に関する統計処理、サービス向上、新規サービスの開発、マーケティング活動、販売や広告活動のため",
            "To send invoices",
        ] {
            assert!(!is_vague_purpose(specific), "{specific}");
        }
    }

    #[test]
    fn a_responsible_party_is_one_operator() {
        for (text, unfit) in [
            ("株式会社甲", None),
            ("株式会社甲 個人情報保護管理者", None),
            ("株式会社甲（旧株式会社乙）", None),
            ("甲（東京都千代田区）", None),
            ("当社", None),
            ("甲システムズ 管理部長", None),
            ("当該個人データを原取得した会社の個人情報管理責任者", Some(Unfit::Several)),
            ("グループ各社", Some(Unfit::Several)),
            ("株式会社甲及び株式会社乙", Some(Unfit::Several)),
            ("㈱甲、㈱乙", Some(Unfit::Several)),
            ("人事部長", Some(Unfit::Inside)),
            ("個人情報保護管理者", Some(Unfit::Inside)),
            ("総務部", Some(Unfit::Inside)),
        ] {
            assert_eq!(unfit_as_responsible(text, "株式会社甲システムズ"), unfit, "{text}");
        }
    }

    #[test]
    fn a_ground_is_not_told_by_its_denial() {
        assert!(tells_special_care_ground("本人の同意を得て取得"));
        assert!(tells_special_care_ground("労働安全衛生法に基づく健康診断"));
        assert!(!tells_special_care_ground("本人の同意なし"));
        assert!(!tells_special_care_ground("健康診断機関から取得"));
        assert!(column_tells_special_care_ground("本人の同意", "有"));
        assert!(!column_tells_special_care_ground("本人の同意", "無"));
        assert!(tells_contract("利用規約による"));
        assert!(!tells_contract("契約書未締結"));
    }

    #[test]
    fn rooms_are_told_from_systems() {
        assert!(
            ["人事課書庫", "医事課キャビネット", "電子カルテサーバー室", "社内ファイルサーバー", "本社"]
                .iter()
                .all(|place| is_own_room(place))
        );
        assert!(
            !["人事給与システム", "共有サーバー", "受注クラウド", "Google Workspace", "クラウド金庫"]
                .iter()
                .any(|place| is_own_room(place))
        );
    }

    #[test]
    fn what_is_learned_while_treating_comes_from_the_person() {
        assert!(["診療時に医師等が作成", "検査機器から取込み", "本人から"].iter().all(|text| tells_from_person(text)));
        assert!(!["他の医療機関から受領", "本人及び家族から聴取", "健診機関から受領"].iter().any(|text| tells_from_person(text)));
    }

    #[test]
    fn public_bodies_are_told_by_their_names() {
        assert!(["所轄税務署", "横浜市", "日本年金機構", "○○健康保険組合", "ﾊﾛｰﾜｰｸ"].iter().all(|name| is_public_body(name)));
        assert!(has_japanese_form("㈱ひまわり") && !has_japanese_form("メールビーム社"));
        assert!(!["株式会社市場調査", "親会社", "三菱商事", "市村運輸"].iter().any(|name| is_public_body(name)));
    }
}
