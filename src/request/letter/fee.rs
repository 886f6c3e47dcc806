//! What a letter says of the fee (APPI 38).

use crate::ledger::{Fee, FeeKind, FeePer, Right, Stated, Tax};

use super::super::{Case, Charge, Charges, DueFee, Grant, Progress};
use super::wording::{lines, named, yen};
use super::{Block, Fact, Section};

/// 手数料 in the guidance: the amount, how to pay it, that it is estimated first, or that none is charged.
pub(super) fn asked(charges: &Charges, due: DueFee, rights: &[Right], case: Option<&Case>) -> Section {
    let mut rows: Vec<Fact> = Vec::new();
    for charge in &charges.charges {
        rows.extend(of_charge(charge));
    }
    let free: Vec<Right> = rights.iter().copied().filter(|right| !right.may_cost()).collect();
    if !free.is_empty() {
        rows.push(Fact::new("手数料のかからないもの", [format!("{}のご請求に、手数料はいただきません。", named(&free))]));
    }
    let unsettled: Vec<Right> = rights.iter().copied().filter(|right| right.may_cost() && !charged(charges, *right)).collect();
    if !unsettled.is_empty() {
        rows.push(Fact::new("手数料", [format!("{}の手数料は、{}手数料はいただきません。", named(&unsettled), SILENT)]));
    }
    let progress = case.map(Case::progress).unwrap_or_default();
    if due.may_be_charged() {
        match due.total(progress.estimate) {
            Some(total) => {
                let fees: Vec<&Fee> = charges.charges.iter().map(|charge| &charge.fee).collect();
                rows.push(Fact::new("お支払いいただく額", [payable(total, progress.paid, tax(&fees, progress.estimate))]));
            }
            None => {
                rows.push(Fact::new("お支払いいただく額", ["見積りの額を先にお知らせいたします。お支払いは、その後にお願いいたします。"]));
            }
        }
    }
    Section::new("手数料", vec![Block::facts(rows)])
}

/// What follows from a ledger that is silent of a fee.
const SILENT: &str = "当社の個人情報管理台帳に定めがありませんので、";

fn charged(charges: &Charges, right: Right) -> bool {
    charges.charges.iter().any(|charge| charge.rights.contains(&right))
}

/// That an amount includes tax; nothing where a procedure does not say whether the amount that it sets does.
fn tax(fees: &[&Fee], estimate: Option<u32>) -> &'static str {
    let silent = |fee: &&Fee| fee.kind == FeeKind::Fixed && fee.tax == Tax::NotStated;
    if estimate.is_none() && fees.iter().any(silent) { "" } else { "（税込）" }
}

fn payable(total: u32, paid: u32, tax: &str) -> String {
    match total.checked_sub(paid) {
        Some(rest) if paid == 0 => format!("{}{tax}", yen(rest)),
        Some(rest) if rest > 0 => format!("{}{tax}。{}を受領済みですので、残額は{}です。", yen(total), yen(paid), yen(rest)),
        _ => format!("{}{tax}。受領済みですので、お支払いは不要です。", yen(total)),
    }
}

fn of_charge(charge: &Charge) -> Vec<Fact> {
    let fee = &charge.fee;
    let mut rows = vec![Fact::new(format!("{}の手数料", named(&charge.rights)), amount(charge))];
    if !fee.payment.is_empty() && fee.kind != FeeKind::Free {
        let ways: Vec<&str> = fee.payment.iter().map(AsRef::as_ref).collect();
        rows.push(Fact::new("お支払い方法", [ways.join("又は")]));
    }
    if fee.estimate_by_effort == Stated::Yes {
        rows.push(Fact::new("見積り", ["作業量に応じた手数料をいただく場合は、事前に見積りの額をお知らせいたします。"]));
    }
    if fee.kind != FeeKind::Free && fee.kind != FeeKind::NotStated {
        rows.extend(refund(fee).map(|said| Fact::new("返還", [said])));
    }
    rows
}

fn amount(charge: &Charge) -> Vec<String> {
    let fee = &charge.fee;
    match fee.kind {
        FeeKind::Fixed => fee.amount.map(|amount| vec![fixed(fee, amount, charge.yen)]).unwrap_or_default(),
        FeeKind::Free => vec!["手数料はいただきません。".to_owned()],
        FeeKind::Estimated | FeeKind::AtCost => match &fee.text {
            Some(text) => lines(text).map(str::to_owned).collect(),
            None if fee.kind == FeeKind::Estimated => vec!["見積りの額によります。".to_owned()],
            None => vec!["実費を勘案した額によります。".to_owned()],
        },
        FeeKind::NotStated => vec![format!("{SILENT}手数料はいただきません。")],
    }
}

fn fixed(fee: &Fee, amount: u32, charged: Option<u32>) -> String {
    let per = match fee.per {
        FeePer::Request => "1回のご請求につき",
        FeePer::Item => "1件につき",
        FeePer::NotStated => "",
    };
    let tax = match fee.tax {
        Tax::Included => "（税込）".to_owned(),
        Tax::Excluded => charged.map_or_else(|| "（税抜）".to_owned(), |_| "（税抜。別に消費税を申し受けます。）".to_owned()),
        Tax::NotStated => "（消費税を含むかの記載が台帳にありませんので、この額のみを申し受けます。）".to_owned(),
    };
    format!("{per}{}{tax}", yen(amount))
}

fn refund(fee: &Fee) -> Option<&'static str> {
    match fee.refundable {
        Stated::No => Some(
            "お支払いいただいた手数料は、当社が該当する個人情報を保有していない場合及び法令の定めにより応じられない場合も、返還いたしません。",
        ),
        Stated::Yes => Some("ご請求に応じられない場合は、お支払いいただいた手数料を返還いたします。"),
        Stated::Possible | Stated::NotStated => None,
    }
}

/// 手数料 in the answer: what was paid, and whether it is given back.
pub(super) fn settled(case: &Case, progress: &Progress, fees: &[Fee], grant: Grant, open: &mut Vec<String>) -> Section {
    if !case.owed.fee.may_be_charged() {
        return Section::new("手数料", vec![Block::paragraph("このご請求に、手数料はいただきません。")]);
    }
    let total = case.owed.fee.total(progress.estimate);
    let mut rows = Vec::new();
    if let Some(total) = total {
        let fees: Vec<&Fee> = fees.iter().collect();
        rows.push(Fact::new("手数料の額", [format!("{}{}", yen(total), tax(&fees, progress.estimate))]));
    }
    let paid = if progress.paid == 0 {
        "お支払いを受けていません。".to_owned()
    } else {
        format!("{}を受領いたしました。", yen(progress.paid))
    };
    rows.push(Fact::new("お支払い", [paid]));
    if let Some(over) = case.over_paid() {
        open.push(format!("手数料を{}多く受け取っています。返還の方法を書き加えてください。", yen(over)));
    }
    if grant != Grant::Whole && progress.paid > 0 {
        let mut said: Vec<&str> = fees.iter().filter_map(refund).collect();
        said.dedup();
        if said.is_empty() {
            open.push("応じられない場合に手数料を返還するかが台帳にありません。確かめて書き加えてください。".to_owned());
        } else {
            rows.push(Fact::new("返還", said));
        }
    }
    Section::new("手数料", vec![Block::facts(rows)])
}
