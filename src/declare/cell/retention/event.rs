//! The event that a period starts from, or that ends the keeping: the words before 後, から, まで, 中.

/// What a period starts from.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Start {
    /// Nothing is said, or only words that change nothing: 原則5年, 過去5年.
    Unsaid,
    /// An event: 退職後.
    Event(String),
    /// Words of which it cannot be told what they do to the period.
    Unclear,
}

/// Words between an event and its period that change neither.
const FILLERS: [&str; 36] = [
    "原則として",
    "原則",
    "約",
    "概ね",
    "おおむね",
    "およそ",
    "最大",
    "最長",
    "さらに",
    "更に",
    "なお",
    "もう",
    "満",
    "直近",
    "過去",
    "過去の",
    "直近の",
    "毎回",
    "保存期間",
    "保管期間",
    "保持期間",
    "期間",
    "上限",
    "保管",
    "保存",
    "一律",
    "各",
    "保存年限",
    "保存年数",
    "保存期限",
    "保管期限",
    "保管年限",
    "利用期限",
    "期限",
    "年限",
    "保存期間は",
];
/// Words after which a period starts.
const STARTS: [&str; 26] = [
    "から起算して",
    "から起算し",
    "より起算して",
    "を起算日として",
    "を起算日とし",
    "を起算日に",
    "を起点として",
    "を起点に",
    "を基準として",
    "を基準に",
    "起算で",
    "起算",
    "から",
    "より",
    "以降",
    "以後",
    "経過後",
    "してから",
    "後の",
    "のあとに",
    "のあと",
    "したあと",
    "後に",
    "後",
    "+",
    "経過から",
];
/// Ends of an event that only say that it is a moment.
const MOMENTS: [&str; 9] = ["の翌日", "の当日", "の日", "時点", "の時", "翌日", "当日", "日", "時"];
/// Ends of a verb before 日: 退職した日 is 退職.
const VERB_ENDS: [&str; 5] = ["された", "される", "した", "する", "の"];
/// Days that are what they are only whole: 末日, 31日.
const WHOLE_DAYS: [&str; 5] = ["末日", "期日", "期限日", "初日", "休日"];

/// What is done with records that are not kept any longer.
const GONE: [&str; 15] =
    ["捨てる", "消す", "返す", "廃棄", "削除", "消去", "返却", "返還", "破棄", "溶解", "裁断", "処分", "抹消", "シュレッダ", "焼却"];
/// What the keeping begins with, so that it cannot end it: 取得後即時廃棄.
const BEGINNINGS: [&str; 8] = ["取得", "入手", "収集", "受領", "受取", "受取り", "受け取り", "受入"];

/// What the words before a period say of its start.
pub(super) fn start(before: &str) -> Start {
    let mut rest = trimmed(before);
    let (mut started, mut added) = (false, false);
    while let Some((shorter, is_start)) = without_end(rest) {
        started |= is_start;
        added |= rest.ends_with('+');
        rest = trimmed(shorter);
    }
    rest = rest.rsplit_once(':').map_or(rest, |(label, after)| if FILLERS.contains(&label) || after.is_empty() { after } else { rest });
    // 退職まで、その後5年: the period starts where the first stretch ends.
    rest = rest.strip_suffix("その").map_or(rest, |first| first.rsplit_once("まで").map_or(trimmed(first), |(event, _)| event));
    // 法令に基づき、診療完結から5年: why is not from when.
    rest = ["に基づき", "により"].iter().find_map(|by| rest.rsplit_once(by)).map_or(rest, |(_, event)| trimmed(event));
    rest = last_stretch(rest);
    match (rest.is_empty() || matches!(rest, "今" | "以"), started) {
        (true, _) => Start::Unsaid,
        (false, true) => Start::Event(rest.strip_suffix('中').filter(|_| added).map_or_else(|| moment(rest).to_owned(), end_of)),
        (false, false) if FILLERS.contains(&rest) => Start::Unsaid,
        (false, false) => Start::Unclear,
    }
}

/// The event without what only says that it is a moment: 最終接触日 is 最終接触, 退職した日 is 退職.
pub(super) fn moment(event: &str) -> &str {
    let event = trimmed(event);
    let whole_day = WHOLE_DAYS.iter().any(|day| event.ends_with(day))
        || event.strip_suffix('日').is_some_and(|before| before.ends_with(|letter: char| letter.is_ascii_digit()));
    if whole_day {
        return event;
    }
    let shorter = MOMENTS.iter().find_map(|end| event.strip_suffix(end)).filter(|shorter| !shorter.is_empty());
    shorter.map_or(event, |shorter| {
        let shorter = moment(shorter.strip_suffix('の').filter(|shorter| !shorter.is_empty()).unwrap_or(shorter));
        VERB_ENDS.iter().find_map(|end| shorter.strip_suffix(end)).filter(|verb| !verb.is_empty()).unwrap_or(shorter)
    })
}

/// Without marks of a list and punctuation at both ends.
pub(super) fn trimmed(text: &str) -> &str {
    text.trim_matches(|letter: char| "、,。.・;/-~:\"'「」『』".contains(letter))
}

/// Without one start or filler at the end, and whether it was a start.
fn without_end(text: &str) -> Option<(&str, bool)> {
    let ending = |words: &'static [&'static str]| {
        words.iter().filter(|word| text.ends_with(**word) && !text.ends_with("により")).max_by_key(|word| word.len())
    };
    if let Some(word) = ending(&STARTS) {
        let event = &text[..text.len() - word.len()];
        return Some((event, true));
    }
    let filler = ending(&FILLERS)?;
    let event = &text[..text.len() - filler.len()];
    // A filler stands after a start or alone; 文書保存 is no event with a filler after it.
    let stands = event.is_empty() || event.ends_with(['、', ',', ':', '・', 'は']) || STARTS.iter().any(|start| event.ends_with(start));
    stands.then_some((event, false))
}

/// Without what comes before the stretch that counts: 在職中及び退職, 会員情報は退会.
fn last_stretch(text: &str) -> &str {
    // 採否にかかわらず、選考終了後6か月: what makes no difference is not from when.
    let all_the_same = ["にかかわらず", "に関わらず", "に拘わらず", "に関係なく", "によらず", "を問わず"];
    let mut rest = all_the_same.iter().find_map(|words| text.rsplit_once(words)).map_or(text, |(_, after)| trimmed(after));
    for joint in ["及び", "および", "並びに", "ならびに", "かつ", "、", ",", "。", "・", "と", "+"] {
        if let Some((before, after)) = rest.rsplit_once(joint) {
            let lasting = ["中", "間", "まで", "迄", "は", "在籍", "し"].iter().any(|end| trimmed(before).ends_with(end));
            if lasting || FILLERS.contains(&trimmed(before)) {
                rest = trimmed(after);
            }
        }
    }
    rest.split_once('は').map_or(rest, |(topic, after)| {
        let kana = |letter: Option<char>| letter.is_none_or(|letter| ('ぁ'..='ん').contains(&letter));
        // The は of 又は is none that sets a topic.
        if topic.ends_with('又') || kana(topic.chars().next_back()) || kana(after.chars().next()) { rest } else { after }
    })
}

/// The event that ends the keeping, where the words say one: 採用決定まで, 在職中, 退会後速やかに削除, 年度末.
pub(super) fn until(text: &str) -> Option<String> {
    let text = trimmed(text);
    before_until(text).or_else(|| during(text)).or_else(|| disposed_after(text)).or_else(|| at_end(text))
}

/// 採用決定まで.
fn before_until(text: &str) -> Option<String> {
    let (event, after) = ["まで", "迄"].iter().find_map(|until| text.rsplit_once(until))?;
    let after = trimmed(after);
    let harmless = after.is_empty() || !["又は", "または", "もしくは", "若しくは", "あるいは", "から"].iter().any(|or| after.contains(or));
    let event = moment(last_stretch(trimmed(event)));
    // 退会する is 退会, but 成人に達する is no noun.
    let is_noun = |noun: &&str| noun.chars().rev().take(2).all(|letter| !('ぁ'..='ん').contains(&letter));
    let event = Some(noun(event)).filter(|_| event.ends_with(['る', 'た'])).filter(is_noun).unwrap_or(event);
    (harmless && !event.is_empty()).then(|| event.to_owned())
}

/// 在職中, 契約期間中, 契約期間.
fn during(text: &str) -> Option<String> {
    const NO_EVENT: [&str; 15] = [
        "規程",
        "規定",
        "規則",
        "定める",
        "定められ",
        "決められ",
        "法律",
        "法令",
        "保存期間",
        "保管期間",
        "一定",
        "当分",
        "当面",
        "しばらく",
        "相当",
    ];
    if NO_EVENT.iter().any(|words| text.contains(words)) {
        return None;
    }
    let kept = ["は保管", "は保存", "保管", "保存", "保有", "は", "に限る", "のみ", "に限り", "を通じて"];
    let text = kept.iter().find_map(|end| text.strip_suffix(end)).unwrap_or(text);
    // 当日限り, 年度内: 限り of 一回限り names no time.
    let within = ["限り", "内"].iter().find_map(|end| text.strip_suffix(end));
    if let Some(event) =
        within.filter(|event| ["年度", "学期", "当日", "当月", "当年", "シーズン", "会期"].iter().any(|time| event.ends_with(time)))
    {
        return Some(end_of(event));
    }
    let event = ["の期間中", "がある間", "のある間", "が続く間", "がある限り", "が続く限り", "している間", "でいる間", "の間", "中"]
        .iter()
        .find_map(|end| text.strip_suffix(end))
        .or_else(|| text.ends_with("期間").then_some(text))?;
    (!event.is_empty() && !FILLERS.contains(&event) && event.chars().count() > 1).then(|| end_of(event))
}

/// The end of what lasts: what is kept 掲載中 is kept until 掲載終了, not until it is posted. A period named as one (契約期間) has an end.
fn end_of(lasting: &str) -> String {
    if lasting.ends_with("期間") { lasting.to_owned() } else { format!("{lasting}終了") }
}

/// Whether words say that it is done away with after all: 電子化後は廃棄, but not 廃棄しない or 削除依頼まで.
pub(super) fn disposes(words: &str) -> bool {
    let bare = ["する", "します", "可"].iter().find_map(|end| words.strip_suffix(end)).unwrap_or(words);
    GONE.iter().any(|gone| bare.ends_with(gone))
}

/// Whether words name a way of doing away with records: 溶解処理, シュレッダー.
pub(super) fn says_gone(words: &str) -> bool {
    GONE.iter().any(|gone| words.contains(gone))
}

/// 退会後速やかに削除, 契約終了時に返却, 集計終了次第廃棄, 催しが終わったら廃棄: kept until the event.
pub(super) fn disposed_after(text: &str) -> Option<String> {
    const OVER: [&str; 5] = ["が終わったら", "が終わり次第", "が済んだら", "が済み次第", "が終了したら"];
    let over = OVER.iter().find_map(|end| text.split_once(end)).filter(|(event, after)| !event.is_empty() && disposes(trimmed(after)));
    if let Some((event, _)) = over {
        return Some(format!("{}終了", last_stretch(trimmed(event))));
    }
    let (event, after) = ["したら", "時に", "ときに", "際に", "後", "次第"].iter().find_map(|moment| text.split_once(moment))?;
    let after = trimmed(after.strip_prefix('に').unwrap_or(after));
    if after.starts_with('で') {
        // 状況次第で廃棄 names no event.
        return None;
    }
    let soon =
        ["すぐに", "すぐ", "速やかに", "すみやかに", "直ちに", "ただちに", "遅滞なく", "即時", "即座に", "即日", "都度", "随時", "順次"];
    let rest = soon.iter().find_map(|word| after.strip_prefix(word)).unwrap_or(after);
    let hurried = rest.len() < after.len();
    let gone = GONE.iter().any(|word| rest.contains(word));
    let event = noun(moment(last_stretch(trimmed(event))));
    let ends = (gone || (hurried && rest.is_empty())) && !BEGINNINGS.contains(&event);
    (ends && !event.is_empty()).then(|| event.to_owned())
}

/// 年度末, 退職時, 退会時に削除.
fn at_end(text: &str) -> Option<String> {
    let text = ["に廃棄", "に削除", "に消去", "に返却", "に破棄", "に処分", "廃棄", "削除", "消去"]
        .iter()
        .find_map(|end| text.strip_suffix(end))
        .unwrap_or(text);
    let event =
        text.strip_suffix('時').or_else(|| text.ends_with('末').then_some(text)).or_else(|| text.strip_suffix("末日").map(|_| text))?;
    let event = noun(event);
    (event.chars().count() > 1).then(|| event.to_owned())
}

/// What happens, as a noun: 退会 of 退会した.
fn noun(event: &str) -> &str {
    VERB_ENDS.iter().find_map(|end| event.strip_suffix(end)).filter(|noun| noun.chars().count() > 1).unwrap_or(event)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_event_is_what_stands_before_the_start() {
        for (before, event) in [
            ("退職後", "退職"),
            ("退職後、", "退職"),
            ("退職の日から", "退職"),
            ("退職した日の翌日から起算して", "退職"),
            ("最終接触日から", "最終接触"),
            ("用済み後", "用済み"),
            ("在職中及び退職後", "退職"),
            ("在職中、退職後", "退職"),
            ("会員情報は退会後", "退会"),
            ("退職まで、その後", "退職"),
            ("作成年度の翌年度から", "作成年度の翌年度"),
            ("退会後、原則として", "退会"),
            ("退職+", "退職"),
            ("催しのあと", "催し"),
            ("卒業したあと", "卒業"),
            ("契約期間中+", "契約期間"),
            ("在職中+", "在職終了"),
            ("会計年度の末日から", "会計年度の末日"),
        ] {
            assert_eq!(start(before), Start::Event(event.to_owned()), "{before}");
        }
        for before in ["", "原則として", "保存期間:", "最長", "今後"] {
            assert_eq!(start(before), Start::Unsaid, "{before}");
        }
        for before in ["紙:", "一部", "紙媒体は"] {
            assert_eq!(start(before), Start::Unclear, "{before}");
        }
    }

    #[test]
    fn the_end_of_the_keeping_is_an_event_too() {
        for (text, event) in [
            ("採用決定まで", "採用決定"),
            ("年度末まで保管", "年度末"),
            ("年度末", "年度末"),
            ("退職日まで", "退職"),
            ("退職時", "退職"),
            ("在職中", "在職終了"),
            ("掲載の間", "掲載終了"),
            ("契約期間中", "契約期間"),
            ("退会後速やかに削除", "退会"),
            ("選考終了後返却", "選考終了"),
        ] {
            assert_eq!(until(text).as_deref(), Some(event), "{text}");
        }
        for text in ["長期", "保存期間", "退職後", "紙", "当分の間", "取得後廃棄"] {
            assert_eq!(until(text), None, "{text}");
        }
    }
}
