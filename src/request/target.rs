//! By when to answer. The Act says "without delay" (APPI 32(2), 33(2), 34(2), 35(2)); a suit may be brought once two weeks have
//! passed from the day on which the request arrived (APPI 39(1)).

use chrono::{Days, NaiveDate};

use super::{Case, State};
use crate::ledger::Period;

/// What an organization sets itself for requests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Terms {
    /// Within how many days from receipt it means to answer.
    pub target_days: u32,
    /// How long it keeps what tells who the person is, once the case is closed.
    pub keep_person: Period,
}

impl Terms {
    /// The most days that can be set as a target.
    pub const LONGEST_TARGET: u32 = 365;
}

impl Default for Terms {
    /// Two weeks, the time after which a suit may be brought; and a year, so that the register of a business year can be audited.
    fn default() -> Self {
        Self { target_days: 14, keep_person: Period { years: 1, ..Period::default() } }
    }
}

impl Terms {
    /// The day by which a request is to be answered; the day of arrival does not count.
    #[must_use]
    pub fn due_on(&self, received_on: NaiveDate) -> NaiveDate {
        received_on.checked_add_days(Days::new(self.target_days.into())).unwrap_or(NaiveDate::MAX)
    }

    /// The first day on which what tells who the person is may no longer be kept, for a case that was closed on a day.
    #[must_use]
    pub fn erase_on(&self, closed_on: NaiveDate) -> NaiveDate {
        super::papers::after(closed_on, self.keep_person).unwrap_or(NaiveDate::MAX)
    }
}

/// How a case stands to its target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Target {
    /// The day by which the organization means to answer.
    pub due_on: NaiveDate,
    /// How many days are left; negative once it is past. None for a closed case.
    pub days_left: Option<i64>,
    /// The first day on which a suit may be brought (APPI 39(1)): the day after two weeks from arrival.
    pub suit_from: NaiveDate,
}

impl Target {
    /// Of a case, on a day.
    #[must_use]
    pub fn of(case: &Case, state: State, today: NaiveDate) -> Self {
        let receipt = &case.receipt;
        Self {
            due_on: receipt.due_on,
            days_left: (!state.is_closed()).then(|| (receipt.due_on - today).num_days()),
            suit_from: receipt.received_on.checked_add_days(Days::new(15)).unwrap_or(NaiveDate::MAX),
        }
    }

    /// Whether it is open and past.
    #[must_use]
    pub fn overdue(&self) -> bool {
        self.days_left.is_some_and(|left| left < 0)
    }
}
