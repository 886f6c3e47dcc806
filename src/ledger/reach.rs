//! How far an entry reaches, role by role: what an answer about foreign countries needs of each entry, in a few bits.

use strum::VariantArray;

use super::{Flow, FlowRole, Held, Stated};

/// A set of roles.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Roles(u8);

impl Roles {
    /// Every role.
    pub const ALL: Self = Self(0b1111);

    /// Whether it holds no role.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether it holds a role.
    #[must_use]
    pub fn contains(self, role: FlowRole) -> bool {
        self.meets(Self::from(role))
    }

    /// Whether the two have a role in common.
    #[must_use]
    pub fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    fn covers(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// The roles that both hold.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// The roles that one of them holds.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The roles, in their order.
    pub fn iter(self) -> impl Iterator<Item = FlowRole> {
        FlowRole::VARIANTS.iter().copied().filter(move |role| self.contains(*role))
    }

    pub(super) fn put(&mut self, role: FlowRole) {
        self.0 |= Self::from(role).0;
    }
}

impl From<FlowRole> for Roles {
    fn from(role: FlowRole) -> Self {
        Self(match role {
            FlowRole::Storage => 1,
            FlowRole::Entrustment => 2,
            FlowRole::Provision => 4,
            FlowRole::JointUse => 8,
        })
    }
}

impl FromIterator<FlowRole> for Roles {
    fn from_iter<I: IntoIterator<Item = FlowRole>>(roles: I) -> Self {
        roles.into_iter().fold(Self::default(), |so_far, role| Self(so_far.0 | Self::from(role).0))
    }
}

/// How far an entry reaches by each role.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reach {
    /// The roles by which it reaches abroad.
    pub abroad: Roles,
    /// The roles by which it does not.
    pub at_home: Roles,
    /// The roles by which it reaches a named country other than home, known or as a candidate.
    pub named: Roles,
    /// The roles by which it reaches abroad without a country being named.
    pub unnamed: Roles,
    /// The roles of which some part is not stated at all.
    pub open: Roles,
}

impl Reach {
    /// The reach of an entry of which these are all flows.
    #[must_use]
    pub fn of(held: Held<'_>, flows: &[Flow]) -> Self {
        let mut reach = Self::default();
        for role in FlowRole::VARIANTS.iter().copied() {
            match held.reaches_abroad(role, flows) {
                Stated::Yes => reach.abroad.put(role),
                Stated::No => reach.at_home.put(role),
                Stated::Possible | Stated::NotStated => {
                    if !flows.iter().any(|flow| flow.role == role) {
                        reach.open.put(role);
                    }
                }
            }
        }
        for flow in flows {
            match flow.country {
                Some(country) if country == held.organization.home => {}
                Some(_) => reach.named.put(flow.role),
                None if flow.abroad == Stated::Yes => reach.unnamed.put(flow.role),
                None => reach.open.put(flow.role),
            }
        }
        reach
    }

    /// Whether it reaches abroad by one of these roles: YES by one, NO where by none, else it cannot be told.
    #[must_use]
    pub fn by(self, roles: Roles) -> Stated {
        if self.abroad.meets(roles) {
            Stated::Yes
        } else if self.at_home.covers(roles) {
            Stated::No
        } else {
            Stated::NotStated
        }
    }
}
