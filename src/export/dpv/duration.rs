//! 保存期間 as a storage condition.

use serde_json::{Value, json};

use super::super::pen::Pen;
use super::Node;
use crate::ledger::{Period, Retention, RetentionKind};

/// How long something is kept; nothing where the ledger says nothing. A period after an event has the event in its words alone.
pub(super) fn storage_duration(of: &Retention, pen: &Pen<'_>) -> Option<Value> {
    let class = match of.kind {
        RetentionKind::NotStated => return None,
        RetentionKind::Period | RetentionKind::AfterEvent => "dpv:TemporalDuration",
        RetentionKind::UntilEvent if of.due_on.is_some() => "dpv:UntilTimeDuration",
        RetentionKind::UntilEvent => "dpv:UntilEventDuration",
        RetentionKind::Permanent => "dpv:EndlessDuration",
        RetentionKind::WhileNeeded => "dpv:IndeterminateDuration",
        RetentionKind::Statutory | RetentionKind::Unreadable => "dpv:Duration",
    };
    let mut duration = Node::labelled(&[class], &pen.retention(of).to_string());
    let value = match (of.period, of.due_on) {
        (Some(period), _) => json!({ "@value": iso(period), "@type": "xsd:duration" }),
        (None, Some(day)) => json!({ "@value": day.to_string(), "@type": "xsd:date" }),
        (None, None) => Value::Null,
    };
    duration.put("rdf:value", value);
    let mut condition = Node::new(None, &["dpv:StorageDuration"]);
    condition.put("dpv:hasDuration", duration.into_value());
    Some(condition.into_value())
}

/// An `xsd:duration`, which unlike ISO 8601 has no weeks.
fn iso(period: Period) -> String {
    Period { weeks: 0, days: period.days.saturating_add(period.weeks.saturating_mul(7)), ..period }.to_string()
}

#[cfg(test)]
mod tests {
    use super::super::super::pen::Care;
    use super::*;
    use crate::ledger::Country;

    #[test]
    fn weeks_are_days_where_there_are_no_weeks() {
        assert_eq!(iso(Period { weeks: 2, ..Period::default() }), "P14D");
        assert_eq!(iso(Period { years: 1, months: 6, ..Period::default() }), "P1Y6M");
    }

    #[test]
    fn what_is_not_stated_is_no_condition() {
        let pen = Pen::with(Country::JAPAN, Care::Plain);
        assert_eq!(storage_duration(&Retention::default(), &pen), None);
        let kept = Retention { kind: RetentionKind::Permanent, text: Some("永年".into()), ..Retention::default() };
        let condition = storage_duration(&kept, &pen).unwrap();
        assert_eq!(condition["dpv:hasDuration"], json!({ "@type": "dpv:EndlessDuration", "rdfs:label": "永年" }));
    }
}
