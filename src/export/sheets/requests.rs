//! The sheets 開示等手続, 必要書類 and 不開示事由.

use crate::ledger::{Fee, FeeKind, Organization, Procedure, RefusalGround, RequiredDocument, Right, Stated};

use super::super::words::{Word, citation, lines};
use super::{Sheet, Written, joined, number, optional};

/// The three sheets that the procedures were drawn from. A document or ground that several procedures share is written once.
pub(super) fn procedures(of: &Organization) -> [Sheet; 3] {
    let headings = [
        "請求の種類",
        "請求できる者",
        "本人の区分",
        "受付方法",
        "書式",
        "回答方法",
        "手数料",
        "税",
        "単位",
        "支払方法",
        "返還",
        "見積り",
        "備考",
    ];
    [
        Sheet::table("開示等手続", &headings, of.procedures.iter().map(procedure).collect()),
        Sheet::table(
            "必要書類",
            &["請求の種類", "請求者", "書類", "組", "必要数", "発行期限", "条件"],
            shared(&of.procedures, |procedure| &procedure.documents, document),
        ),
        Sheet::table("不開示事由", &["請求の種類", "事由", "条文"], shared(&of.procedures, |procedure| &procedure.refusal_grounds, ground)),
    ]
}

fn procedure(of: &Procedure) -> Vec<Written> {
    let refused = if of.accepted == Stated::No { "受け付けない" } else { "" };
    vec![
        lines(&of.rights).into(),
        lines(&of.requesters).into(),
        joined(&of.subjects),
        of.application.as_ref().map_or_else(|| refused.into(), Written::from),
        optional(of.form.as_ref()),
        optional(of.reply.as_ref()),
        fee(&of.fee),
        of.fee.tax.word().into(),
        of.fee.per.word().into(),
        joined(&of.fee.payment),
        of.fee.refundable.word().into(),
        of.fee.estimate_by_effort.word().into(),
        optional(of.notes.as_ref()),
    ]
}

fn fee(of: &Fee) -> Written {
    match (&of.text, of.kind, of.amount) {
        (Some(text), _, _) => text.into(),
        (None, FeeKind::Fixed, Some(amount)) => format!("{amount}円").into(),
        (None, kind, _) => kind.word().into(),
    }
}

/// Each line once, with the rights of all the procedures that have it.
fn shared<T: PartialEq>(
    procedures: &[Procedure],
    lines_of: impl Fn(&Procedure) -> &Vec<T>,
    row: impl Fn(&T, String) -> Vec<Written>,
) -> Vec<Vec<Written>> {
    let mut found: Vec<(&T, Vec<Right>)> = Vec::new();
    for procedure in procedures {
        for line in lines_of(procedure) {
            match found.iter_mut().find(|(known, _)| *known == line) {
                Some((_, rights)) => rights.extend(&procedure.rights),
                None => found.push((line, procedure.rights.clone())),
            }
        }
    }
    found.into_iter().map(|(line, rights)| row(line, lines(&rights))).collect()
}

fn document(of: &RequiredDocument, rights: String) -> Vec<Written> {
    vec![
        rights.into(),
        of.requester.word().into(),
        (&of.name).into(),
        optional(of.group.as_ref()),
        number(of.choose),
        of.issued_within.map(|period| format!("{}以内", period.in_japanese())).unwrap_or_default().into(),
        optional(of.conditions.as_ref()),
    ]
}

fn ground(of: &RefusalGround, rights: String) -> Vec<Written> {
    let basis: Vec<_> = of.basis.iter().map(citation).collect();
    vec![rights.into(), (&of.text).into(), basis.join("\n").into()]
}
