//! Codes that a legend or a table of codes explains.

use crate::declare::drawn::{self, cells, read, sheet};
use crate::finding::Code;
use crate::ledger::{Capacity, Entry, Medium, RetentionKind, Stated};

const LEDGER: &str = "
    No|名称|利用目的|媒体区分|保存区分|要配慮個人情報
    1|名簿|連絡|<1>|A|<0>
    2|診断票|健康管理|<2>|B|<1>
    3|写真|広報|<3>|C|<9>";

fn told(entry: &Entry) -> (&[Medium], RetentionKind, Stated) {
    (&entry.media, entry.retention.kind, entry.special_care)
}

#[test]
fn numbers_are_codes_where_a_table_explains_them() {
    use Medium::{Electronic, Paper};
    let headed = "
        コード表
        x|
        媒体区分|意味
        <1>|紙
        <2>|電子
        <3>|紙と電子
        |
        保存区分|意味
        A|永久
        B|10年
        |
        該当欄|意味
        <1>|該当する
        <0>|該当しない
        <9>|調査中";
    let in_three = "
        項目|コード|意味
        媒体区分|<1>|紙
        |<2>|電子
        |<3>|紙と電子
        保存区分|A|永久
        保存区分|B|10年
        要配慮個人情報|<1>|有
        要配慮個人情報|<0>|無
        要配慮個人情報|<9>|調査中";
    for (name, legend) in [("コード表", headed), ("凡例", headed), ("区分一覧", in_three), ("凡例", in_three)] {
        let (declared, findings) = read(vec![sheet(name, legend), sheet("台帳", LEDGER)]);
        let told: Vec<_> = declared.entries.iter().map(told).collect();
        let expected = [
            (&[Paper][..], RetentionKind::Permanent, Stated::No),
            (&[Electronic], RetentionKind::Period, Stated::Yes),
            (&[Paper, Electronic], RetentionKind::Unreadable, Stated::NotStated),
        ];
        assert_eq!(told, expected, "{name} {legend}");
        assert_eq!(cells(&findings, Code::NotYetAscertained), [String::from("F4")].into(), "{name}");
        assert_eq!(cells(&findings, Code::RetentionUnreadable), [String::from("E4")].into(), "{name}");
    }
}

#[test]
fn one_line_may_explain_the_codes_of_several_columns() {
    for line in [
        "【凡例】媒体区分：1=紙、2=電子　保存区分：A=永久、B=10年　要配慮個人情報：1=有、0=無",
        "※ 媒体区分　1：紙　2：電子　保存区分　A：永久　B：10年　要配慮個人情報　1：有　0：無",
    ] {
        let (declared, _) = read(vec![sheet("台帳", &format!("{LEDGER}\n\n{line}"))]);
        let told: Vec<_> = declared.entries.iter().take(2).map(told).collect();
        let expected =
            [(&[Medium::Paper][..], RetentionKind::Permanent, Stated::No), (&[Medium::Electronic], RetentionKind::Period, Stated::Yes)];
        assert_eq!(told, expected, "{line}");
    }
}

#[test]
fn numbered_signs_are_signs_and_masters_of_other_things_explain_nothing() {
    let legend = "No|記号|意味\n<1>|○|該当する\n<2>|△|一部が該当する\n<3>|レ|該当しない";
    let master = "部門マスタ\nコード|名称\n<1>|総務部\n<2>|営業部";
    let ledger = "No|名称|利用目的|媒体|要配慮個人情報\n1|名簿|連絡|紙|△\n2|写真|広報|電子|レ\n3|票|受付|<2>|<1>";
    let (declared, findings) = read(vec![sheet("凡例", legend), sheet("部門マスタ", master), sheet("台帳", ledger)]);
    let told: Vec<_> = declared.entries.iter().map(|entry| entry.special_care).collect();
    assert_eq!(told, [Stated::Yes, Stated::No, Stated::NotStated]);
    let words: Vec<_> = findings.iter().filter(|finding| finding.code == Code::MarkUnknown).map(|finding| &*finding.words[0]).collect();
    assert_eq!(words, ["1"]);
}

#[test]
fn lists_of_choices_and_histories_explain_nothing() {
    let choices = "媒体|有無\n紙|有\n電子|無\n1|2";
    let history = "No|名称|利用目的|媒体|件数\n1|名簿|連絡|紙|<1>\n2|写真|広報|電子|<2>\n\n改訂履歴\n<1>|初版\n<2>|改訂\n\n内訳\n紙|<120>|件\n電子|<80>|件\n媒体|紙|棚に置く";
    let (declared, findings) = read(vec![sheet("リスト", choices), sheet("台帳", history)]);
    let told: Vec<_> = declared.entries.iter().map(|entry| (entry.media.as_slice(), entry.count)).collect();
    assert_eq!(told, [(&[Medium::Paper][..], Some(1)), (&[Medium::Electronic], Some(2))], "{findings:?}");
}

#[test]
fn a_label_may_stand_before_the_codes_of_its_column_in_a_cell_of_its_own() {
    use Medium::{Electronic, Other, Paper};
    let ledger = |codes: [&str; 3], kept: [&str; 3]| {
        format!(
            "No|名称|利用目的|媒体区分|保存年限\n1|名簿|連絡|{}|{}\n2|写真|広報|{}|{}\n3|票|受付|{}|{}",
            codes[0], kept[0], codes[1], kept[1], codes[2], kept[2]
        )
    };
    let kept = ["永", "随", "5"];
    for (above, codes, below) in [
        ("", ["P", "E/F", "E"], "\n\n媒体区分||P：紙　E：電子データ　F：フィルム\n保存年限||数字は年数　永：永年　随：用済みの都度廃棄"),
        ("媒体|１＝紙　２＝電子　３＝フィルム||保存年限|永＝永年　随＝用済みの都度廃棄\n\n", ["<1>", "2・3", "<2>"], ""),
        ("", ["P", "E、F", "E"], "\n\n媒体区分欄：P＝紙、E＝電子、F＝フィルム\n保存年限欄：永＝永年、随＝用済みの都度廃棄"),
        ("", ["P", "E/F", "E"], "\n\n※媒体区分…P＝紙、E＝電子、F＝フィルム　保存年限…永＝永年、随＝用済みの都度廃棄"),
        ("媒体区分|①＝紙　②＝電子　③＝フィルム|保存年限|永＝永年　随＝用済みの都度廃棄\n\n", ["①", "②③", "②"], ""),
    ] {
        let (declared, findings) = read(vec![sheet("台帳", &format!("{above}{}{below}", ledger(codes, kept)))]);
        let told: Vec<_> = declared.entries.iter().map(|entry| (entry.media.as_slice(), entry.retention.kind)).collect();
        let expected = [
            (&[Paper][..], RetentionKind::Permanent),
            (&[Electronic, Other], RetentionKind::WhileNeeded),
            (&[Electronic], RetentionKind::Period),
        ];
        assert_eq!(told, expected, "{above}{below} {findings:?}");
    }
}

#[test]
fn a_sheet_that_says_how_to_fill_in_explains_signs() {
    let how = "
        調査票の書き方
        １．もれなく書いてください。
        ２．媒体は次の記号で書いてください。
        |カ|紙
        |キ|電子データ
        ３．廃棄方法は、次の番号で書いてください。
        |<1>|裁断
        |<2>|溶解
        ４．要配慮個人情報を含むものは☆を付けてください。";
    let ledger = "名称|利用目的|媒体|廃棄方法|要配慮個人情報\n名簿|連絡|カ|<2>|☆\n票|受付|カ・キ|<1>|";
    let (declared, _) = read(vec![sheet("記入のしかた", how), sheet("台帳", ledger)]);
    let told: Vec<_> = declared.entries.iter().map(|entry| (entry.media.len(), entry.disposal.as_deref(), entry.special_care)).collect();
    assert_eq!(told, [(1, Some("溶解"), Stated::Yes), (2, Some("裁断"), Stated::NotStated)]);
}

#[test]
fn first_letters_stand_for_the_words_that_a_heading_lists() {
    let drawing = "No|名称|利用目的|自社／受託|媒体（紙／電）\n1|名簿|連絡|自|紙／電\n2|写真|加工|受|電";
    let (declared, findings) = read(vec![sheet("台帳", drawing)]);
    let told: Vec<_> = declared.entries.iter().map(|entry| (entry.capacity, entry.media.as_slice())).collect();
    let both = [Medium::Paper, Medium::Electronic];
    assert_eq!(told, [(Capacity::Own, &both[..]), (Capacity::EntrustedToUs, &both[1..])], "{findings:?}");
    let (declared, _) = read(vec![sheet("台帳", "No|名称|利用目的|受任・自所の別\n1|名簿|連絡|自所\n2|写真|加工|受任")]);
    let told: Vec<_> = declared.entries.iter().map(|entry| entry.capacity).collect();
    assert_eq!(told, [Capacity::Own, Capacity::EntrustedToUs]);
}

#[test]
fn a_title_that_speaks_of_codes_heads_them() {
    let codes = "コード表\n\n■媒体コード\nP|紙\nE|電子データ\n\n■有無欄の記号\n◎|あり（再委託を含む）\n\n■重要度\n1|重要";
    let ledger = "番号|名称|利用目的|媒体|委託|件数\n<1>|名簿|連絡|P・E|◎|<1>";
    let (declared, findings) = read(vec![sheet("コード表", codes), sheet("台帳", ledger)]);
    let entry = &declared.entries[0];
    assert_eq!(entry.media, [Medium::Paper, Medium::Electronic], "{findings:?}");
    assert_eq!((entry.entrusted, entry.count), (Stated::Yes, Some(1)));
}

#[test]
fn tables_of_codes_may_stand_side_by_side_under_a_name_of_their_own() {
    use Medium::{Electronic, Other, Paper};
    let codes = "
        個人データ台帳　コード表

        媒体|内容||場所|内容||年限|内容
        P|紙（帳票・伝票）||<1>|本店書庫||A|永久
        D|電子データ||<2>|センター||B|取引終了後10年
        M|マイクロフィルム||<3>|倉庫（みほん倉庫㈱）
        |||<4>|ホスト

        機微欄：◎＝機微情報を含む（取扱いに制限あり）　空欄＝含まない";
    let titled = codes.replace("媒体|内容||場所|内容||年限|内容", "媒体|||場所|||年限\nコード|内容||コード|内容||コード|内容");
    let ledger = "
        No.|名称|利用目的|保管|||機微
        |||媒体|場所|年限|
        <1>|印鑑届|取引|P・D|2・4|B
        <2>|伝票|照会|M|<3>|A|◎
        ~ A1:A2 B1:B2 C1:C2 D1:F1 G1:G2";
    let named =
        codes.replace("媒体|内容||場所|内容||年限|内容", "■媒体コード|||■場所コード|||■年限コード\nコード|内容||コード|内容||コード|内容");
    let over = codes.replace("媒体|内容||場所|内容||年限|内容", "媒体コード|||場所|||年限");
    for (name, codes) in [("使い方・コード表", codes), ("別紙", codes), ("コード表", &titled), ("コード表", &named), ("凡例", &over)]
    {
        let (declared, findings) = read(vec![sheet(name, codes), sheet("台帳", ledger)]);
        let told: Vec<_> =
            declared.entries.iter().map(|entry| (entry.media.as_slice(), entry.places.join("／"), entry.retention.kind)).collect();
        let expected = [
            (&[Paper, Electronic][..], "センター／ホスト".to_owned(), RetentionKind::AfterEvent),
            (&[Other], "倉庫（みほん倉庫㈱）".to_owned(), RetentionKind::Permanent),
        ];
        assert_eq!(told, expected, "{name} {findings:?}");
        let care: Vec<Stated> = declared.entries.iter().map(|entry| entry.special_care).collect();
        assert_eq!(care, [Stated::No, Stated::Yes], "{name}");
    }
}

const SHORTENED: &str = "
    番号|情報名|目的|置き場所|保存|委|提|共|要配|開
    1|カルテ|指導|棚|退塾後2年|○（㈱はるか）|×|×|○（病歴）|○
    2|名簿|連絡|棚|年度末まで|×|○（在籍校）|×|×|▲
    3|写真|広報|金庫|1年|×|×|○|△|×
    4|簿|受付|金庫|未定|×|×|×|×|○";

fn answers(entry: &Entry) -> [Stated; 5] {
    [entry.entrusted, entry.provided, entry.jointly_used, entry.special_care, entry.disclosure.eligible]
}

#[test]
fn a_legend_says_what_shortened_headings_stand_for() {
    use Stated::{No, NotStated, Yes};
    let line =
        "記入ルール：委＝委託　提＝第三者提供　共＝共同利用　要配＝要配慮個人情報　開＝開示対象　／　○あり　×なし　▲検討中（本部に確認）";
    let table = "略号|意味\n委|委託\n提|第三者提供\n共|共同利用\n要配|要配慮個人情報\n開|開示対象\n○|あり\n×|なし\n▲|検討中";
    let above = format!("台帳\n{line}\n{SHORTENED}");
    for sheets in [vec![sheet("台帳", &above)], vec![sheet("凡例", table), sheet("台帳", SHORTENED)]] {
        let (declared, findings) = read(sheets);
        let told: Vec<_> = declared.entries.iter().map(answers).collect();
        let expected = [[Yes, No, No, Yes, Yes], [No, Yes, No, No, NotStated], [No, No, Yes, NotStated, No], [No, No, No, No, Yes]];
        assert_eq!(told, expected, "{findings:?}");
        assert_eq!((&*declared.entries[0].entrustees[0], &*declared.entries[1].recipients[0]), ("㈱はるか", "在籍校"));
        let kept: Vec<_> = declared.entries.iter().map(|entry| entry.retention.kind).collect();
        assert_eq!(kept, [RetentionKind::AfterEvent, RetentionKind::UntilEvent, RetentionKind::Period, RetentionKind::NotStated]);
        let places: Vec<_> = declared.entries.iter().map(|entry| &*entry.places[0]).collect();
        assert_eq!(places, ["棚", "棚", "金庫", "金庫"]);
        assert_eq!((cells(&findings, Code::NotYetAscertained).len(), cells(&findings, Code::MarkUnknown).len()), (1, 1), "{findings:?}");
        assert!(findings.iter().any(|finding| finding.code == Code::RetentionUndecided));
    }
}

#[test]
fn shortened_headings_without_a_legend_are_taken_where_two_of_them_have_marks_and_it_is_said() {
    let (declared, findings) = read(vec![sheet("台帳", SHORTENED)]);
    assert_eq!(answers(&declared.entries[0]), [Stated::Yes, Stated::No, Stated::No, Stated::Yes, Stated::Yes], "{findings:?}");
    assert!(cells(&findings, Code::ColumnTakenFor).is_superset(&["F1", "G1", "H1", "I1", "J1"].map(String::from).into()));
    let grouped = "番号|情報名|目的|置き場所|外部提供等||\n||||委|提|共※\n1|カルテ|指導|棚|○|×|×\n2|名簿|連絡|棚|×|○（在籍校）|×\n~ E1:G1";
    let (declared, findings) = read(vec![sheet("台帳", grouped)]);
    let told: Vec<_> = declared.entries.iter().map(|entry| (entry.entrusted, entry.provided, entry.jointly_used)).collect();
    assert_eq!(told, [(Stated::Yes, Stated::No, Stated::No), (Stated::No, Stated::Yes, Stated::No)], "{findings:?}");
    let alone = "番号|情報名|目的|置き場所|委|期|目\n1|カルテ|指導|棚|○|5年|a\n2|名簿|連絡|棚|×|1年|b";
    let (declared, findings) = read(vec![sheet("台帳", alone)]);
    let entry = &declared.entries[0];
    assert_eq!((entry.entrusted, entry.retention.kind), (Stated::NotStated, RetentionKind::Period));
    assert_eq!(cells(&findings, Code::DidYouMean), [String::from("E1")].into(), "{findings:?}");
}

#[test]
fn clients_are_named_where_data_is_said_to_be_held_for_them() {
    use Capacity::{EntrustedToUs, Own};
    for (heading, own, theirs) in [
        ("自社／⏎荷主預り", "自社", "荷主預り"),
        ("自社・顧客預かりの別", "自社", "顧客預かり"),
        ("自社管理／受託分", "自社管理", "受託分"),
        ("自社・預りの別", "自", "預"),
        ("区分", "自社", "寄託"),
        ("自社／受託", "当社", "お預り"),
        ("Controller / Processor", "Controller", "Processor"),
    ] {
        let drawing = format!("No|名称|利用目的|本人|{heading}\n1|名簿|連絡|社員|{own}\n2|送り状|配送|荷受人|{theirs}");
        let (declared, findings) = read(vec![sheet("台帳", &drawing)]);
        let told: Vec<_> = declared.entries.iter().map(|entry| entry.capacity).collect();
        assert_eq!(told, [Own, EntrustedToUs], "{heading} {findings:?}");
    }
    let pages = "
        No|名称|利用目的|本人|区分
        1|名簿|連絡|社員|自社
        2|写真|広報|社員|自社
        No|名称|利用目的|本人|区分
        3|送り状|配送|荷受人|受託";
    let (declared, _) = read(vec![sheet("台帳", pages)]);
    let told: Vec<_> = declared.entries.iter().map(|entry| entry.capacity).collect();
    assert_eq!(told, [Own, Own, EntrustedToUs]);
    let (declared, _) = read(vec![sheet("台帳", "No|名称|利用目的|本人|区分\n1|名簿|連絡|社員|自社\n2|写真|広報|社員|自社")]);
    assert_eq!(declared.entries[0].capacity, Own);
}

#[test]
fn long_words_for_what_stands_above_mean_it_and_what_is_not_applicable_is_not_said() {
    let drawing = "ID|Name|Purpose|Location|Owner|Disposal\n1|Staff|Payroll|CRM|HR manager|N/A\n2|Log|Support|Same as above|same as previous row|Shred";
    let (declared, _) = read(vec![sheet("台帳", drawing)]);
    let told: Vec<_> =
        declared.entries.iter().map(|entry| (&*entry.places[0], entry.manager.as_deref(), entry.disposal.as_deref())).collect();
    assert_eq!(told, [("CRM", Some("HR manager"), None), ("CRM", Some("HR manager"), Some("Shred"))]);
}

#[test]
fn a_label_that_lists_signs_is_none_itself() {
    let legend = sheet("記号表", "記号表\n○・－|○|該当する\n|－|該当しない\n媒体|P|紙\n|D|電子データ");
    let ledger = sheet("台帳", "No|名称|利用目的|媒体|要配慮個人情報\n1|名簿|連絡|P|－\n2|診断票|健康管理|D|○");
    let (declared, _) = read(vec![legend, ledger]);
    let told: Vec<(&[Medium], Stated)> = declared.entries.iter().map(|entry| (&*entry.media, entry.special_care)).collect();
    assert_eq!(told, [([Medium::Paper].as_slice(), Stated::No), ([Medium::Electronic].as_slice(), Stated::Yes)]);
}

#[test]
fn a_sentence_about_one_column_says_nothing_of_blanks_in_others() {
    let drawing = "
        ・要配慮の欄は、○＝要配慮個人情報を含む、空欄＝含まない。

        No|名称|利用目的|対象者|要配慮|外部提供|外部委託
        1|名簿|連絡|社員||甲社|なし
        2|診断票|健康管理|社員|○||なし";
    let (declared, _) = read(vec![sheet("台帳", drawing)]);
    let told: Vec<(Stated, Stated)> = declared.entries.iter().map(|entry| (entry.special_care, entry.provided)).collect();
    assert_eq!(told, [(Stated::No, Stated::Yes), (Stated::Yes, Stated::NotStated)]);
}

#[test]
fn a_line_may_name_in_quotes_the_column_whose_codes_it_explains() {
    let drawing = "
        番号 | 名称         | 対象   | 項目 | 形 | 保管場所
        1    | 申込みハガキ | お客様 | 氏名 | P  | 書類棚
        2    | 会員名簿     | 会員   | 氏名 | PD | 事務室
        3    | 車両の記録   | 会員   | 番号 | D  | 録画機

        ※「形」は　P＝紙　D＝データ（パソコン・録画機）　PD＝両方";
    let media = |entry: &Entry| format!("{:?}", entry.media);
    assert_eq!(drawn::told(drawing, media), ["[Paper]", "[Paper, Electronic]", "[Electronic]"]);
}

#[test]
fn what_a_sign_means_is_read_as_the_column_reads_words() {
    let drawing = "
        番号 | 名称       | 対象   | 項目 | 開示
        1    | 会員名簿   | 会員   | 氏名 | イ
        2    | 受託の名簿 | お客様 | 氏名 | ロ
        3    | 写真       | 会員   | 顔   | ハ

        ※開示欄　イ：当社で開示対応　ロ：対象外（受託）　ハ：一部";
    let disclosed = |entry: &Entry| format!("{:?} {}", entry.disclosure.eligible, entry.disclosure.reasons.len());
    assert_eq!(drawn::told(drawing, disclosed), ["Yes 0", "No 1", "NotStated 0"]);
}

#[test]
fn a_label_before_signs_that_are_explained_says_nothing_of_the_records() {
    let drawing = "
        記載の範囲：学生分　／　開示：○＝求めがあれば見せる　×＝見せない
        番号 | 名称     | 対象 | 項目 | 保管場所 | 本人・保護者へ⏎の開示
        1    | 相談記録 | 学生 | 氏名 | 書庫     | ×
        2    | 名簿     | 学生 | 氏名 | 書庫     | ○";
    let disclosed = |entry: &Entry| format!("{:?} {}", entry.disclosure.eligible, entry.subjects.join("+"));
    assert_eq!(drawn::told(drawing, disclosed), ["No 学生", "Yes 学生"]);
}
