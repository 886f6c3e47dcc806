//! The sheets that say more of the organization: policies, parties, measures, windows.

use crate::language::Language;
use crate::ledger::{JointUse, Organization};

use super::super::pen::Pen;
use super::super::words::{Word, lines};
use super::{Sheet, Written, blank, day};

/// 方針.
pub(super) fn policies(of: &Organization, pen: &Pen<'_>) -> Sheet {
    let row = of.policies.iter().map(|policy| {
        vec![
            pen.first(&policy.name),
            day(policy.established),
            day(policy.revised),
            pen.sentences(&policy.citations),
            pen.note(policy.text.as_ref()),
        ]
    });
    Sheet::table("方針", &["名称", "制定日", "改定日", "引用", "本文"], row.collect())
}

/// 保管場所.
pub(super) fn places(of: &Organization, pen: &Pen<'_>) -> Sheet {
    let row = of.places.values().map(|place| {
        vec![
            pen.first(&place.name),
            pen.note(place.provider.as_ref()),
            pen.whereabouts(&place.provider_country, false),
            pen.whereabouts(&place.server_country, true),
            pen.note(place.server_country.reason.as_ref()),
            place.handles_data.word().into(),
            pen.note(place.notes.as_ref()),
        ]
    });
    let headings = ["名称", "提供事業者", "提供事業者の国", "保管国", "国を特定できない理由", "個人データの取扱い", "備考"];
    Sheet::table("保管場所", &headings, row.collect())
}

/// 委託先.
pub(super) fn entrustees(of: &Organization, pen: &Pen<'_>) -> Sheet {
    let row = of.entrustees.values().map(|party| {
        vec![
            pen.first(&party.entrustee),
            pen.whereabouts(&party.country, false),
            pen.note(party.work.as_ref()),
            day(party.contracted_on),
            party.subcontracting.word().into(),
            party.transfer.word().into(),
            day(party.checked_on),
            pen.note(party.notes.as_ref()),
        ]
    });
    Sheet::table("委託先", &["名称", "国", "委託業務", "契約日", "再委託", "越境移転の根拠", "確認日", "備考"], row.collect())
}

/// 提供先.
pub(super) fn recipients(of: &Organization, pen: &Pen<'_>) -> Sheet {
    let row = of.recipients.values().map(|party| {
        vec![
            pen.first(&party.recipient),
            pen.whereabouts(&party.country, false),
            pen.note(party.legal_basis.as_ref()),
            party.transfer.word().into(),
            party.collected_directly.word().into(),
            pen.note(party.opt_out.as_ref()),
            pen.note(party.notes.as_ref()),
        ]
    });
    let headings = ["名称", "国", "提供の根拠", "越境移転の根拠", "本人からの直接収集", "停止の方法", "備考"];
    Sheet::table("提供先", &headings, row.collect())
}

/// 提供の条件.
pub(super) fn conditions(of: &Organization, pen: &Pen<'_>) -> Sheet {
    let row = of.provision_conditions.iter().map(|condition| vec![pen.first(&condition.text), pen.citations(&condition.basis)]);
    Sheet::table("提供の条件", &["条件", "条文"], row.collect())
}

/// 共同利用: a row a purpose, with what is said of the joint use on its first row.
pub(super) fn joint_uses(of: &Organization, pen: &Pen<'_>) -> Sheet {
    let headings = [
        "名称",
        "項目",
        "範囲",
        "本人の区分",
        "利用目的",
        "管理責任者",
        "管理責任者の住所",
        "管理責任者の代表者",
        "取得方法",
        "外国の利用者",
    ];
    Sheet::table("共同利用", &headings, of.joint_uses.values().flat_map(|joint| joint_use(joint, pen)).collect())
}

fn joint_use(of: &JointUse, pen: &Pen<'_>) -> Vec<Vec<Written>> {
    let mut rows: Vec<Vec<Written>> = (0..of.purposes.len().max(1))
        .map(|row| {
            let purpose = of.purposes.get(row);
            let mut cells = vec![blank(); 10];
            cells[0] = pen.first(&of.name);
            cells[3] = pen.note(purpose.and_then(|purpose| purpose.subject.as_ref()));
            cells[4] = purpose.map_or_else(blank, |purpose| pen.sentences(std::slice::from_ref(&purpose.text)));
            cells
        })
        .collect();
    let first = &mut rows[0];
    first[1] = pen.list(&of.items);
    first[2] = pen.note(of.scope.as_ref());
    first[5] = pen.note(of.responsible.as_ref());
    first[6] = pen.note(of.responsible_address.as_ref());
    first[7] = pen.note(of.responsible_representative.as_ref());
    first[8] = pen.sentences(&of.acquisition);
    first[9] = of.includes_foreign.word().into();
    rows
}

/// 外国制度.
pub(super) fn regimes(of: &Organization, pen: &Pen<'_>) -> Sheet {
    let row = of.regimes.iter().map(|regime| {
        vec![
            regime.country.name(Language::Ja).into(),
            pen.note(regime.summary.as_ref()),
            pen.note(regime.concerns.as_ref()),
            pen.note(regime.measures.as_ref()),
            day(regime.checked_on),
            pen.note(regime.source.as_ref()),
        ]
    });
    Sheet::table("外国制度", &["国", "制度の概要", "権利利益に影響する制度", "講ずる措置", "確認日", "出典"], row.collect())
}

/// 窓口.
pub(super) fn contacts(of: &Organization, pen: &Pen<'_>) -> Sheet {
    let row = of.contacts.iter().map(|contact| {
        vec![
            lines(&contact.roles).into(),
            pen.first(&contact.name),
            pen.note(contact.address.as_ref()),
            pen.list(&contact.phones),
            pen.note(contact.email.as_ref()),
            pen.note(contact.hours.as_ref()),
            pen.note(contact.notes.as_ref()),
        ]
    });
    Sheet::table("窓口", &["種別", "名称", "住所", "電話", "メール", "受付時間", "備考"], row.collect())
}

/// 安全管理措置.
pub(super) fn measures(of: &Organization, pen: &Pen<'_>) -> Sheet {
    let row = of.safety_measures.iter().map(|measure| vec![measure.kind.word().into(), pen.sentences(std::slice::from_ref(&measure.text))]);
    Sheet::table("安全管理措置", &["区分", "措置"], row.collect())
}
