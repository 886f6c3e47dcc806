//! What a request costs, in words (APPI 38).

use super::words::{said, stated};
use crate::ledger::{Fee, FeeKind, FeePer, Stated, Tax};

/// What is said of the fee; nothing where the ledger says nothing.
pub(super) fn words(fee: &Fee) -> Vec<String> {
    let text = stated(fee.text.as_ref());
    let mut lines = match (fee.kind, fee.amount) {
        (FeeKind::Fixed, Some(amount)) => {
            let more = text.filter(|text| says_more(text));
            [Some(format!("{}{}円{}", per(fee.per), grouped(amount), tax(fee.tax))), more].into_iter().flatten().collect()
        }
        (FeeKind::Free, _) => vec![text.unwrap_or_else(|| "無料".to_owned())],
        (FeeKind::Estimated, _) => vec![text.unwrap_or_else(|| "見積りによります。".to_owned())],
        (FeeKind::AtCost, _) => vec![text.unwrap_or_else(|| "実費".to_owned())],
        (FeeKind::Fixed | FeeKind::NotStated, _) => Vec::from_iter(text),
    };
    match fee.estimate_by_effort {
        Stated::Yes => lines.push("作業量に応じた手数料をいただく場合には、事前に見積りをお示しします。".to_owned()),
        Stated::Possible => lines.push("作業量に応じて、事前に見積りをお示しした上で手数料をいただくことがあります。".to_owned()),
        Stated::No | Stated::NotStated => {}
    }
    lines
}

/// Ways to pay.
pub(super) fn payment(fee: &Fee) -> Vec<String> {
    fee.payment.iter().filter_map(|way| said(way)).collect()
}

/// Whether it is paid back.
pub(super) fn refund(fee: &Fee) -> Option<&'static str> {
    match fee.refundable {
        Stated::Yes => Some("開示等に応じられない場合は、手数料を返還します。"),
        Stated::No => Some("開示等に応じられない場合も、手数料は返還しません。"),
        Stated::Possible => Some("開示等に応じられない場合に、手数料を返還することがあります。"),
        Stated::NotStated => None,
    }
}

fn per(per: FeePer) -> &'static str {
    match per {
        FeePer::Request => "1回の請求につき",
        FeePer::Item => "1件につき",
        FeePer::NotStated => "",
    }
}

fn tax(tax: Tax) -> &'static str {
    match tax {
        Tax::Included => "（税込）",
        Tax::Excluded => "（税抜）",
        Tax::NotStated => "",
    }
}

/// A number with a comma after each three digits.
fn grouped(amount: u32) -> String {
    let digits = amount.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// Whether the cell says more than an amount.
fn says_more(text: &str) -> bool {
    !text.chars().all(|letter| letter.is_numeric() || letter.is_whitespace() || ",，.．円¥￥\\".contains(letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fees_read_as_a_notice_words_them() {
        let fee = |kind, amount, tax, per, text: &str| Fee { kind, amount, tax, per, text: Some(text.into()), ..Fee::default() };
        for (fee, expected) in [
            (fee(FeeKind::Fixed, Some(800), Tax::Included, FeePer::Item, "800"), "1件につき800円（税込）"),
            (fee(FeeKind::Fixed, Some(1_200_000), Tax::NotStated, FeePer::NotStated, "1,200,000円"), "1,200,000円"),
            (
                fee(FeeKind::Fixed, Some(1000), Tax::Excluded, FeePer::Request, "1,000円+送料"),
                "1回の請求につき1,000円（税抜）/1,000円+送料",
            ),
            (fee(FeeKind::NotStated, None, Tax::NotStated, FeePer::NotStated, "別途定める"), "別途定める"),
            (Fee { kind: FeeKind::Free, ..Fee::default() }, "無料"),
            (Fee::default(), ""),
        ] {
            assert_eq!(words(&fee).join("/"), expected);
        }
    }
}
