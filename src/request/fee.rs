//! What a request costs (APPI 38): only what the procedure sets, and only for rights for which the law allows a fee.

use chrono::NaiveDate;

use super::Application;
use crate::language::Language;
use crate::law::{cite, with_consumption_tax};
use crate::ledger::{Fee, FeeKind, FeePer, Law, Organization, Procedure, Right, Stated, Tax};
use crate::question::Words;
use crate::question::requester_view::fitting_procedure;

/// The fee of a case, fixed on receipt.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct DueFee {
    /// What is due before anything is looked up, in yen with tax; 0 where nothing may be charged.
    pub yen: u32,
    /// Whether nothing can be paid before the person was given an estimate.
    pub estimate_first: bool,
    /// Whether more may be asked by effort, on an estimate given first.
    pub estimate_allowed: bool,
}

impl DueFee {
    /// What is due, in yen with tax; none as long as the estimate is owed. An estimate takes the place of the amount set.
    #[must_use]
    pub fn total(&self, estimate: Option<u32>) -> Option<u32> {
        match estimate {
            Some(yen) => Some(yen),
            None if self.estimate_first => None,
            None => Some(self.yen),
        }
    }

    /// Whether something is still to be paid.
    #[must_use]
    pub fn is_open(&self, estimate: Option<u32>, paid: u32) -> bool {
        self.total(estimate).is_none_or(|total| paid < total)
    }

    /// Whether a fee can be charged at all.
    #[must_use]
    pub fn may_be_charged(&self) -> bool {
        self.yen > 0 || self.estimate_first || self.estimate_allowed
    }
}

/// A fee that a procedure sets for some of the rights asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Charge {
    /// The rights that it is for, of those asked for.
    pub rights: Vec<Right>,
    /// The fee as the ledger has it.
    pub fee: Fee,
    /// What that comes to, in yen with tax; none where it is not stated, or estimated.
    pub yen: Option<u32>,
}

/// What is charged, what is not, and why.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Charges {
    /// The fees, a procedure each.
    pub charges: Vec<Charge>,
    /// What a desk must know of them.
    pub warnings: Vec<FeeWarning>,
}

/// What a desk must know of a fee.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FeeWarning {
    /// The procedure sets a fee for rights for which the law allows none. It is not charged.
    NotAllowed {
        /// The rights.
        rights: Vec<Right>,
    },
    /// The procedure says nothing of a fee, so that none can be asked for (APPI 38(1), 32(1)(iii)).
    NotStated {
        /// The rights.
        rights: Vec<Right>,
    },
    /// No procedure of the organization is for this requester and these categories of person: it asks for no papers and no fee.
    NoProcedure {
        /// The rights.
        rights: Vec<Right>,
    },
    /// The amount does not say whether consumption tax is included; it is taken as it stands.
    TaxNotStated,
    /// The amount does not say whether it is a request's or an item's; it is taken once.
    PerNotStated,
}

/// The fees for what is asked for. Rights of one procedure are charged once; a fee for an item as often as items are asked about.
#[must_use]
pub fn charges(organization: &Organization, asked: &Application, subjects: &Words) -> Charges {
    let mut by_procedure: Vec<(&Procedure, Vec<Right>)> = Vec::new();
    let mut unforeseen = Vec::new();
    for right in &asked.rights {
        let Some(procedure) = fitting_procedure(organization, *right, asked.requester, subjects) else {
            unforeseen.push(*right);
            continue;
        };
        match by_procedure.iter_mut().find(|(known, _)| std::ptr::eq(*known, procedure)) {
            Some((_, rights)) => rights.push(*right),
            None => by_procedure.push((procedure, vec![*right])),
        }
    }
    let mut charges = Charges::default();
    if !unforeseen.is_empty() {
        charges.warnings.push(FeeWarning::NoProcedure { rights: unforeseen });
    }
    for (procedure, rights) in by_procedure {
        charges.add(procedure, rights, asked.items, asked.received_on);
    }
    charges
}

impl Charges {
    fn add(&mut self, procedure: &Procedure, rights: Vec<Right>, items: u32, on: NaiveDate) {
        let fee = &procedure.fee;
        let (may, may_not): (Vec<Right>, Vec<Right>) = rights.into_iter().partition(|right| right.may_cost());
        let asks = matches!(fee.kind, FeeKind::Fixed | FeeKind::Estimated | FeeKind::AtCost) || foresees_estimate(fee);
        if asks && !may_not.is_empty() {
            self.warnings.push(FeeWarning::NotAllowed { rights: may_not });
        }
        if may.is_empty() {
            return;
        }
        // A fixed fee whose amount could not be read is none that can be asked for.
        if fee.kind == FeeKind::NotStated || (fee.kind == FeeKind::Fixed && fee.amount.is_none()) {
            self.warnings.push(FeeWarning::NotStated { rights: may.clone() });
        }
        let yen = (fee.kind == FeeKind::Fixed).then_some(fee.amount).flatten().map(|amount| self.with_tax(amount, fee, items, on));
        self.charges.push(Charge { rights: may, fee: fee.clone(), yen });
    }

    fn with_tax(&mut self, amount: u32, fee: &Fee, items: u32, on: NaiveDate) -> u32 {
        if amount > 0 && fee.tax == Tax::NotStated {
            self.warnings.push(FeeWarning::TaxNotStated);
        }
        if amount > 0 && fee.per == FeePer::NotStated {
            self.warnings.push(FeeWarning::PerNotStated);
        }
        let times = if fee.per == FeePer::Item { items } else { 1 };
        let amount = amount.saturating_mul(times);
        if fee.tax == Tax::Excluded { with_consumption_tax(amount, on) } else { amount }
    }

    /// The fee of the case.
    #[must_use]
    pub fn due(&self) -> DueFee {
        let estimated = |charge: &&Charge| matches!(charge.fee.kind, FeeKind::Estimated | FeeKind::AtCost);
        DueFee {
            yen: self.charges.iter().filter_map(|charge| charge.yen).fold(0, u32::saturating_add),
            estimate_first: self.charges.iter().any(|charge| estimated(&charge)),
            estimate_allowed: self.charges.iter().any(|charge| estimated(&charge) || foresees_estimate(&charge.fee)),
        }
    }

    /// The fee in the ledger's terms: the one fee, or where several procedures ask for one, their sum with each as worded.
    #[must_use]
    pub fn fee(&self) -> Fee {
        match self.charges.as_slice() {
            // What no procedure foresees is not stated to be free.
            [] if self.warnings.iter().any(|warning| matches!(warning, FeeWarning::NoProcedure { .. })) => Fee::default(),
            [] => Fee { kind: FeeKind::Free, ..Fee::default() },
            [only] => only.fee.clone(),
            several => {
                let texts: Vec<&str> = several.iter().filter_map(|charge| charge.fee.text.as_deref()).collect();
                let due = self.due();
                let kind = if due.estimate_first { FeeKind::Estimated } else { FeeKind::Fixed };
                let text = Some(texts.join("\n").into()).filter(|_| !texts.is_empty());
                Fee { kind, amount: Some(due.yen), tax: Tax::Included, per: FeePer::Request, text, ..Fee::default() }
            }
        }
    }
}

/// Whether more may be asked by effort: it happens, or is foreseen.
fn foresees_estimate(fee: &Fee) -> bool {
    matches!(fee.estimate_by_effort, Stated::Yes | Stated::Possible)
}

impl FeeWarning {
    /// What it says.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        let named = |rights: &[Right], between: &str| rights.iter().map(|right| right.name(language)).collect::<Vec<_>>().join(between);
        let law = cite(Law::Appi, "38(1)");
        match (self, language) {
            (Self::NotAllowed { rights }, Language::Ja) => format!(
                "手続に手数料が定められていますが、「{}」には徴収できません({}は利用目的の通知と開示に限ります)。請求しません。",
                named(rights, "、"),
                law.in_japanese()
            ),
            (Self::NotAllowed { rights }, Language::En) => format!(
                "The procedure sets a fee, but none may be charged for {} (APPI {} allows one for notice of purpose and disclosure alone). None is asked for.",
                named(rights, ", "),
                law.article
            ),
            (Self::NotStated { rights }, Language::Ja) => format!(
                "「{}」の手数料が手続に定められていません。定めて公表するまでは請求できません({})。",
                named(rights, "、"),
                law.in_japanese()
            ),
            (Self::NotStated { rights }, Language::En) => format!(
                "The procedure states no fee for {}. None can be asked for until one is set and made public (APPI {}).",
                named(rights, ", "),
                law.article
            ),
            (Self::NoProcedure { rights }, Language::Ja) => format!(
                "「{}」について、この請求者と本人の区分に当てはまる手続が台帳にありません。書類も手数料も求められないので、本人(代理人)の確認の方法を先に決めてください。",
                named(rights, "、")
            ),
            (Self::NoProcedure { rights }, Language::En) => format!(
                "The ledger has no procedure of {} for this requester and these categories of person. It asks for no papers and no fee: settle first how the person is verified.",
                named(rights, ", ")
            ),
            (Self::TaxNotStated, Language::Ja) => {
                "手数料が税込みか税抜きか定められていません。記載の額をそのまま請求額とします。".to_owned()
            }
            (Self::TaxNotStated, Language::En) => {
                "The procedure does not say whether the fee includes tax. The amount is taken as it stands.".to_owned()
            }
            (Self::PerNotStated, Language::Ja) => "手数料が1回の請求ごとか1件ごとか定められていません。1回分とします。".to_owned(),
            (Self::PerNotStated, Language::En) => {
                "The procedure does not say whether the fee is a request's or an item's. It is taken once.".to_owned()
            }
        }
    }
}
