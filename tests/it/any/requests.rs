//! How a person asks about its own data, made up.

use daicho::ledger::{
    Contact, ContactRole, Fee, FeeKind, FeePer, Procedure, RefusalGround, RefusalGroundKind, RequesterKind, RequiredDocument, Right,
    Stated, Tax,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use super::{LONG, basis, list, maybe, one_of, period, text};

fn fee() -> BoxedStrategy<Fee> {
    let kinds = (one_of::<FeeKind>(), option::of(any::<u32>()), one_of::<Tax>(), one_of::<FeePer>());
    let parts = (kinds, list(), one_of::<Stated>(), one_of::<Stated>(), maybe());
    parts
        .prop_map(|((kind, amount, tax, per), payment, refundable, estimate_by_effort, text)| Fee {
            kind,
            amount,
            tax,
            per,
            payment,
            refundable,
            estimate_by_effort,
            text,
        })
        .boxed()
}

pub(crate) fn document() -> BoxedStrategy<RequiredDocument> {
    let document = (one_of::<RequesterKind>(), text(), maybe(), option::of(any::<u32>()), option::of(period()), maybe());
    document
        .prop_map(|(requester, name, group, choose, issued_within, conditions)| RequiredDocument {
            requester,
            name,
            group,
            choose,
            issued_within,
            conditions,
        })
        .boxed()
}

pub(crate) fn ground() -> BoxedStrategy<RefusalGround> {
    (one_of::<RefusalGroundKind>(), text(), basis()).prop_map(|(kind, text, basis)| RefusalGround { kind, text, basis }).boxed()
}

pub(super) fn procedure() -> BoxedStrategy<Procedure> {
    let who = (vec(one_of::<Right>(), 0..=LONG), one_of::<Stated>(), vec(one_of::<RequesterKind>(), 0..=LONG), list());
    let how = (maybe(), maybe(), maybe(), maybe());
    let parts = (who, how, vec(document(), 0..=LONG), fee(), vec(ground(), 0..=LONG));
    parts
        .prop_map(|((rights, accepted, requesters, subjects), (application, form, reply, notes), documents, fee, refusal_grounds)| {
            Procedure { rights, accepted, requesters, subjects, application, form, reply, documents, fee, refusal_grounds, notes }
        })
        .boxed()
}

pub(super) fn contact() -> BoxedStrategy<Contact> {
    let parts = (vec(one_of::<ContactRole>(), 0..=LONG), text(), maybe(), list(), maybe(), maybe(), maybe());
    parts
        .prop_map(|(roles, name, address, phones, email, hours, notes)| Contact { roles, name, address, phones, email, hours, notes })
        .boxed()
}
