//! What a heading says under its group: 期間 under 保管, 名称 under 委託先, 窓口 under 取得方法.

use crate::ledger::{fold, is_same_word};
use crate::vocabulary::{Concept, Sheet, Vocabulary, parties_of};

use super::column::{About, JOINTS, bare, heading};

/// What a heading and the group above it are about as one word: 期間 under 保管, 場所 under 保管・バックアップ. Nothing where the names of
/// the group make different words of it: 先 under 委託・提供.
pub(super) fn under(group: &str, leaf: &str, sheet: Sheet, vocabulary: &Vocabulary) -> Option<Concept> {
    let parts = group.split(JOINTS).map(|part| part.trim_start_matches('び').trim());
    let mut known = parts.filter_map(|part| heading(&format!("{part}{leaf}"), sheet, vocabulary));
    let first = known.next()?;
    known.all(|other| other == first).then_some(first)
}

/// The matter of the nearest group heading that has one.
pub(super) fn group(groups: &[&str], sheet: Sheet, vocabulary: &Vocabulary) -> Option<Concept> {
    // Outsourcing⏎委託: one heading in two languages.
    let known =
        |group: &&str| heading(group, sheet, vocabulary).or_else(|| group.split('\n').find_map(|part| heading(part, sheet, vocabulary)));
    groups.iter().rev().find_map(known).filter(|concept| *concept != Concept::Unrelated)
}

/// Whether the columns under a group may each be one choice of its matter.
pub(super) fn has_choices(group: Concept) -> bool {
    !matches!(group, Concept::Name | Concept::ControlNo | Concept::Notes | Concept::Count | Concept::ReviewedOn | Concept::Purposes)
}

/// Headings that only ask whether.
const WHETHER: [&str; 13] = [
    "有無",
    "する・しない",
    "する／しない",
    "あり・なし",
    "該当",
    "該否",
    "該当有無",
    "有・無",
    "有/無",
    "実施",
    "の有無",
    "Y/N",
    "Yes/No",
];

/// A heading that is a common word takes its meaning from the group above it: 名称 under 委託先 names an entrustee, not the record.
pub(super) fn under_group(group: Concept, leaf: &str, alone: Option<Concept>) -> Option<About> {
    use Concept::{
        Accessors, AcquiredFrom, ControlNo, Count, Country, Department, Disclosure, DisclosureReasons, Items, Manager, Media,
        MediumElectronic, MediumOther, MediumPaper, Name, Notes, Places, Purposes, ReviewedOn, SpecialCare, Storage, Subjects,
    };
    let word = fold(&bare(leaf));
    let parties = parties_of(group);
    let asks = |part: &str| WHETHER.iter().any(|other| is_same_word(other, &bare(part)));
    let whether = asks(leaf) || leaf.contains('\n') && leaf.split('\n').all(asks);
    if let (Some((stated, _)), true) = (parties, whether) {
        return Some(About::One(stated));
    }
    if whether {
        return Some(About::One(group));
    }
    if let Some((_, names)) = parties {
        let names_party = [
            "先",
            "名",
            "名称",
            "会社",
            "会社名",
            "相手",
            "相手先",
            "相手方",
            "事業者",
            "業者",
            "業者名",
            "社名",
            "企業名",
            "先名",
            "先名称",
            "先の名称",
            "どこに",
            "誰に",
        ];
        // 業務 names a record where nothing else does, and here what the party is to do.
        let names_it = || ["名", "名称", "名前", "name"].iter().any(|end| word.ends_with(&fold(end)));
        if names_party.iter().any(|other| is_same_word(other, &word)) || alone == Some(Name) && names_it() {
            return Some(About::One(names));
        }
        // 国内 and 国外 under 提供先: to whom in either.
        let outside = word.split('(').next().unwrap_or_default();
        if ["国内", "国外", "海外", "外国"].iter().any(|other| is_same_word(other, outside)) {
            return Some(About::One(names));
        }
        // What a party is given, for what, and who there answers for it are not said of the record.
        if matches!(
            alone,
            Some(Accessors | ControlNo | Country | Department | Items | Manager | Name | Notes | Places | Purposes | Storage | Subjects)
        ) || alone.is_none() && !is_choice_of_yes_or_no(&word)
        {
            return Some(About::Beside);
        }
    }
    // 内容 under 利用目的 is the purpose itself.
    if group == Purposes && ["内容", "目的", "具体的内容"].iter().any(|other| is_same_word(other, &word)) {
        return Some(About::One(Purposes));
    }
    if group == Disclosure && (alone == Some(DisclosureReasons) || is_same_word(&word, "理由")) {
        return Some(About::One(DisclosureReasons));
    }
    // Who may read, change and delete are all who have access.
    let access = ["閲覧", "参照", "照会", "登録", "入力", "追加", "更新", "編集", "修正", "変更", "削除", "印刷", "出力"];
    if group == Accessors && access.iter().any(|kind| is_same_word(kind, &word)) {
        return Some(About::One(Accessors));
    }
    // Of several years, the last one holds: 本年度 under 件数.
    let is_last = ["本年度", "今年度", "当年度", "今回", "最新", "直近", "現在"].iter().any(|last| is_same_word(last, &word));
    if matches!(group, Count | ReviewedOn) && alone.is_none() && is_last {
        return Some(About::One(group));
    }
    // 支店 under 保管場所 is where, not who.
    let is_branch = ["支店", "本店", "支社", "支部", "営業所", "事業所", "店舗"].iter().any(|branch| is_same_word(branch, &word));
    if group == Places && alone == Some(Department) && is_branch {
        return Some(About::Choice(group, bare(leaf).as_str().into()));
    }
    // 名称 under 保管場所 is a place's; under 個人情報の内容 it is the record's.
    if alone == Some(Name) && matches!(group, Places | Storage | Department | Manager | Accessors | AcquiredFrom | Media | Subjects) {
        return Some(About::One(group));
    }
    // 紙 and 電子 under 保存期間: how it is with what is on paper, and with data. Counts of them are no count of persons.
    if matches!(alone, Some(MediumPaper | MediumElectronic | MediumOther)) {
        return match group {
            Count => Some(About::Beside),
            _ => is_of_each_medium(group).then_some(About::One(group)),
        };
    }
    if alone == Some(Notes) && matches!(group, SpecialCare | Disclosure | Storage) {
        return Some(About::Beside);
    }
    None
}

/// Whether a matter may differ between what is on paper and what is data.
fn is_of_each_medium(group: Concept) -> bool {
    use Concept::{Accessors, Acquisition, Department, Disposal, Manager, Retention, RetentionStart, Storage};
    matches!(group, Accessors | Acquisition | Department | Disposal | Manager | Retention | RetentionStart | Storage)
}

fn is_choice_of_yes_or_no(word: &str) -> bool {
    ["有", "無", "あり", "なし", "有り", "無し", "する", "しない"].iter().any(|other| is_same_word(other, word))
}
