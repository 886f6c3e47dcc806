use std::collections::BTreeMap;

use super::*;

#[test]
fn ledger_headings_are_known_by_their_documented_rules() {
    let words = Vocabulary::built_in();
    for (heading, concept) in [
        ("管理番号", Some(Concept::ControlNo)),
        ("№", Some(Concept::ControlNo)),
        ("個人情報の名称", Some(Concept::Name)),
        ("利 用 目 的", Some(Concept::Purposes)),
        ("利用目的（具体的に）", Some(Concept::Purposes)),
        ("個人情報の利用目的", Some(Concept::Purposes)),
        ("【利用目的】", Some(Concept::Purposes)),
        ("利用目的 ※1", Some(Concept::Purposes)),
        ("利用目的【必須】", Some(Concept::Purposes)),
        ("*利用目的", Some(Concept::Purposes)),
        ("⑤利用目的", Some(Concept::Purposes)),
        ("5. 利用目的", Some(Concept::Purposes)),
        ("保存期間（年）", Some(Concept::Retention)),
        ("件　数\n（概数）", Some(Concept::Count)),
        ("保管国\n（ｻｰﾊﾞｰ所在国）", Some(Concept::Storage)),
        ("サーバ所在国・\nリージョン", Some(Concept::Storage)),
        ("ｱｸｾｽ権者", Some(Concept::Accessors)),
        ("委託先名称", Some(Concept::Entrustees)),
        ("保管媒体（紙）", Some(Concept::MediumPaper)),
        ("委託（委託先名）", Some(Concept::Entrustees)),
        ("委託先（有無）", Some(Concept::Entrusted)),
        ("要配慮個人情報の該当有無", Some(Concept::SpecialCare)),
        ("委託先の管理責任者", None),
        ("件数・媒体", None),
        ("個人情報ファイルが利用に供される事務をつかさどる組織の名称", Some(Concept::Department)),
        ("要配慮個人情報が含まれるときは、その旨", Some(Concept::SpecialCare)),
        ("記録情報の経常的提供先", Some(Concept::Recipients)),
        ("Categories of individuals", Some(Concept::Subjects)),
        ("事故時の\n重大性", Some(Concept::Unrelated)),
        ("文書・データの名称", Some(Concept::Name)),
        ("事務・帳簿の名称", Some(Concept::Name)),
        ("個人情報を取り扱う\n簿冊・システムの名称", Some(Concept::Name)),
        ("帳簿・書類の名称", Some(Concept::Name)),
        ("委託⏎Outsourced to", Some(Concept::Entrusted)),
        ("内容／Data fields", Some(Concept::Items)),
        ("店舗⏎ID", None),
        ("委託先（再委託の有無）", Some(Concept::Entrustees)),
        ("消去のタイミング", Some(Concept::Retention)),
        ("クラウド／DCの所在", Some(Concept::Storage)),
        ("取扱いが\nできる者", Some(Concept::Accessors)),
        ("個人情報／個人関連情報", Some(Concept::Nature)),
        ("保存期間・廃棄方法", None),
        ("氏名", None),
        ("", None),
    ] {
        let heading = heading.replace('⏎', "\n");
        assert_eq!(words.heading(Sheet::Ledger, &heading), concept, "{heading}");
    }
    assert!(words.headings_near(Sheet::Ledger, "利用目敵").iter().any(|(_, concept)| *concept == Concept::Purposes));
    assert!(words.is_makeshift(Sheet::Ledger, "保管方法") && !words.is_makeshift(Sheet::Ledger, "保管場所"));
}

#[test]
fn a_group_tells_what_a_short_heading_is_about() {
    let words = Vocabulary::built_in();
    for (path, concept) in [
        (&["委　託", "有無"][..], Some(Concept::Entrusted)),
        (&["委　託", "委託先名"], Some(Concept::Entrustees)),
        (&["第三者提供", "有無"], Some(Concept::Provided)),
        (&["第三者提供", "提供先"], Some(Concept::Recipients)),
        (&["共同利用", "相手先"], Some(Concept::JointUses)),
        (&["共同利用", "管理責任者"], Some(Concept::Unrelated)),
        (&["委託先", "契約日"], Some(Concept::Unrelated)),
        (&["越境移転", "国名"], Some(Concept::Unrelated)),
        (&["媒体", "その他"], Some(Concept::MediumOther)),
        (&["委託先", "名称"], Some(Concept::Entrustees)),
        (&["委託先", "国"], Some(Concept::Unrelated)),
        (&["委託先", "件数"], None),
        (&["取　得", "利 用 目 的"], Some(Concept::Purposes)),
        (&["取得", "方法"], Some(Concept::Acquisition)),
        (&["保管", "場所"], Some(Concept::Places)),
        (&["保管", "国"], Some(Concept::Storage)),
        (&["媒　体", "紙"], Some(Concept::MediumPaper)),
        (&["外　部", "第三者\n提供先"], Some(Concept::Recipients)),
        (&["責　任", "管理責任者名"], Some(Concept::Manager)),
        (&["備考"], Some(Concept::Notes)),
        (&[], None),
    ] {
        assert_eq!(words.heading_under(Sheet::Ledger, path), concept, "{path:?}");
    }
}

#[test]
fn plain_words_and_those_of_offices_are_headings_too() {
    use Concept::{
        Accessors, AcquiredFrom, Acquisition, ControlNo, Department, Entrusted, Entrustees, Items, Manager, Name, Places, Provided,
        Purposes, Recipients, ReviewedOn, SpecialCare, Subjects,
    };
    let words = Vocabulary::built_in();
    for (heading, concept) in [
        ("管理簿№", Some(ControlNo)),
        ("調査票No.", Some(ControlNo)),
        ("シートナンバー", Some(ControlNo)),
        ("口座番号", None),
        ("取扱情報名", Some(Name)),
        ("ご本人（記録されている方）", Some(Subjects)),
        ("ご利用目的", Some(Purposes)),
        ("ごみの量", None),
        ("対象とする個人の類型", Some(Subjects)),
        ("書類に載っている情報", None),
        ("載っている情報", Some(Items)),
        ("登録されている項目", Some(Items)),
        ("ファイルに記録される項目", Some(Items)),
        ("記録する個人情報の項目", Some(Items)),
        ("記録する者", None),
        ("だれからもらったか", Some(AcquiredFrom)),
        ("もらい方", Some(Acquisition)),
        ("事務を司る組織", Some(Department)),
        ("係責任者", Some(Manager)),
        ("取扱可能な者", Some(Accessors)),
        ("触れる人", Some(Accessors)),
        ("よそへ渡すこと（委託を除く）", Some(Provided)),
        ("学外に渡すか", Some(Provided)),
        ("第三者提供してる？", Some(Provided)),
        ("外部に預けているか", Some(Entrusted)),
        ("外注・再委託先", Some(Entrustees)),
        ("渡し先（委託）", Some(Entrustees)),
        ("渡し先（提供）", Some(Recipients)),
        ("提供先（委託）", Some(Recipients)),
        ("経常的に提供する相手", Some(Recipients)),
        ("最終チェック", Some(ReviewedOn)),
        ("更新確認日", Some(ReviewedOn)),
        ("次回チェック日", Some(Concept::Unrelated)),
        ("配慮のいる情報", Some(SpecialCare)),
        ("書類の保管場所", Some(Places)),
    ] {
        assert_eq!(words.heading(Sheet::Ledger, heading), concept, "{heading}");
    }
    for (group, is_foreign) in
        [("保管・バックアップ", false), ("安全管理措置", true), ("紙・電子の安全管理措置", true), ("バックアップ", true)]
    {
        assert_eq!(words.is_foreign(Concept::Media, group), is_foreign, "{group}");
    }
}

#[test]
fn every_heading_of_the_template_is_known() {
    let template = [
        (
            Sheet::Organization,
            "事業者コード 名称 住所 代表者 所在国 事業内容 個人情報保護管理者 準拠規格 認証 制定日 改定日 保管国 委託 第三者提供 共同利用",
        ),
        (Sheet::Policies, "名称 制定日 改定日 引用 本文"),
        (
            Sheet::Ledger,
            "管理番号 個人情報の名称 本人の区分 情報の性質 項目 利用目的 取得方法 取得元 自社・受託の別 管理部門 管理責任者 アクセス権者 件数 媒体 保管場所 保管国 保存期間 保存の例外 廃棄方法 委託の有無 委託先 第三者提供の有無 第三者提供先 共同利用の有無 共同利用 要配慮個人情報 特定個人情報 開示対象 非開示の理由 見直し日 備考",
        ),
        (Sheet::Places, "名称 提供事業者 提供事業者の国 保管国 国を特定できない理由 個人データの取扱い 備考"),
        (Sheet::Entrustees, "名称 国 委託業務 契約日 再委託 越境移転の根拠 確認日 備考"),
        (Sheet::Recipients, "名称 国 提供の根拠 越境移転の根拠 本人からの直接収集 停止の方法 備考"),
        (Sheet::ProvisionConditions, "条件 条文"),
        (Sheet::JointUses, "名称 項目 範囲 本人の区分 利用目的 管理責任者 管理責任者の住所 管理責任者の代表者 取得方法 外国の利用者"),
        (Sheet::Regimes, "国 制度の概要 権利利益に影響する制度 講ずる措置 確認日 出典"),
        (Sheet::Procedures, "請求の種類 請求できる者 本人の区分 受付方法 書式 回答方法 手数料 税 単位 支払方法 返還 見積り 備考"),
        (Sheet::Documents, "請求者 書類 組 必要数 発行期限 条件 請求の種類"),
        (Sheet::RefusalGrounds, "請求の種類 事由 条文"),
        (Sheet::Contacts, "種別 名称 住所 電話 メール 受付時間 備考"),
        (Sheet::SafetyMeasures, "区分 措置"),
    ];
    for (sheet, headings) in template {
        let mut seen = Vec::new();
        for heading in headings.split(' ') {
            let concept = Vocabulary::built_in().heading(sheet, heading);
            assert!(concept.is_some() && !seen.contains(&concept), "{sheet:?} {heading}: {concept:?}");
            assert!(!Vocabulary::built_in().is_makeshift(sheet, heading), "{heading}");
            seen.push(concept);
        }
    }
}

#[test]
fn no_heading_is_taught_with_two_meanings() {
    let mut twice = Vec::new();
    for text in [include_str!("../../../imports/vocabulary/headings.toml"), include_str!("../../../imports/vocabulary/catalogues.toml")] {
        let file: toml::Table = text.parse().unwrap();
        let tables = ["headings", "makeshift"].iter().filter_map(|name| file.get(*name)).flat_map(|table| table.as_table().unwrap());
        for (sheet, concepts) in tables {
            let mut seen: BTreeMap<String, &str> = BTreeMap::new();
            for (concept, words) in concepts.as_table().unwrap() {
                for word in words.as_array().unwrap() {
                    let word = fold(word.as_str().unwrap());
                    if seen.insert(word.clone(), concept).is_some_and(|other| other != concept) {
                        twice.push(format!("{sheet} {concept}: {word}"));
                    }
                }
            }
        }
    }
    assert!(twice.is_empty(), "{twice:#?}");
}

#[test]
fn paper_named_beside_another_medium_asks_which_it_is() {
    let words = Vocabulary::built_in();
    for (heading, concept) in [
        ("紙・クラウド", Some(Concept::Media)),
        ("紙媒体／パソコン", Some(Concept::Media)),
        ("紙", Some(Concept::MediumPaper)),
        ("誰のことか", Some(Concept::Subjects)),
        ("だれのことか", Some(Concept::Subjects)),
        ("書類などの名称", Some(Concept::Name)),
        ("保管部署・場所", Some(Concept::Places)),
    ] {
        assert_eq!(words.heading(Sheet::Ledger, heading), concept, "{heading}");
    }
}
