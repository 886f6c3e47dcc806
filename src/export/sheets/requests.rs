//! The sheets 開示等手続, 必要書類 and 不開示事由.

use crate::ledger::{Organization, Procedure, RefusalGround, RequiredDocument, Stated};

use super::super::pen::Pen;
use super::super::words::{Word, lines};
use super::papers::{Shared, shared};
use super::{Sheet, Written, number};

/// The three sheets that the procedures were drawn from. A document or ground that several procedures share is written once.
pub(super) fn procedures(of: &Organization, pen: &Pen<'_>) -> [Sheet; 3] {
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
    let asked_by = |document: &RequiredDocument, procedure: &Procedure| {
        procedure.requesters.is_empty() || procedure.requesters.contains(&document.requester)
    };
    let documents = shared(&of.procedures, |procedure| &procedure.documents, asked_by);
    let grounds = shared(&of.procedures, |procedure| &procedure.refusal_grounds, |_, _| true);
    [
        Sheet::table("開示等手続", &headings, of.procedures.iter().map(|one| procedure(one, pen)).collect()),
        Sheet::table(
            "必要書類",
            &["請求の種類", "請求者", "書類", "組", "必要数", "発行期限", "条件"],
            documents.iter().map(|paper| document(paper, pen)).collect(),
        ),
        Sheet::table("不開示事由", &["請求の種類", "事由", "条文"], grounds.iter().map(|paper| ground(paper, pen)).collect()),
    ]
}

/// What stands for 受付方法 where requests are not accepted.
const REFUSED: &str = "受け付けない";

fn procedure(of: &Procedure, pen: &Pen<'_>) -> Vec<Written> {
    vec![
        lines(&of.rights).into(),
        lines(&of.requesters).into(),
        pen.list(&of.subjects),
        if of.accepted == Stated::No { REFUSED.into() } else { pen.application(of.application.as_ref(), REFUSED) },
        pen.note(of.form.as_ref()),
        pen.note(of.reply.as_ref()),
        pen.fee(&of.fee),
        of.fee.tax.word().into(),
        of.fee.per.word().into(),
        pen.sentences(&of.fee.payment),
        of.fee.refundable.word().into(),
        of.fee.estimate_by_effort.word().into(),
        pen.note(of.notes.as_ref()),
    ]
}

fn document(of: &Shared<'_, RequiredDocument>, pen: &Pen<'_>) -> Vec<Written> {
    let document = of.line;
    vec![
        lines(&of.rights).into(),
        document.requester.word().into(),
        pen.first(&document.name),
        pen.note(document.group.as_ref()),
        number(document.choose),
        document.issued_within.map(|period| format!("{}以内", period.in_japanese())).unwrap_or_default().into(),
        pen.note(document.conditions.as_ref()),
    ]
}

fn ground(of: &Shared<'_, RefusalGround>, pen: &Pen<'_>) -> Vec<Written> {
    vec![lines(&of.rights).into(), pen.first(&of.line.text), pen.citations(&of.line.basis)]
}
