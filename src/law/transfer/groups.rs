//! The groups of parties, places and bases for which the rows of the decision table are.

use strum::VariantArray;

use super::{Data, Destination, Way, Who};
use crate::ledger::{Stated, TransferBasis};

pub(super) const ANY: &[Stated] = &[Stated::Yes, Stated::No, Stated::Possible, Stated::NotStated];
pub(super) const UNSAID: &[Stated] = &[Stated::Possible, Stated::NotStated];

/// What Article 28 is about.
pub(super) const PERSONAL_DATA: &[Data] = &[Data::PersonalData];

/// The place itself.
pub(super) const SERVER: &[Who] = &[Who { ways: &[Way::Server], handles: ANY, collected: ANY }];

/// A party that does not handle the data.
pub(super) const WITHOUT_HANDLING: &[Who] =
    &[Who { ways: &[Way::Provider, Way::Entrustee, Way::SubEntrustee], handles: &[Stated::No], collected: ANY }];

/// A recipient that collects from the person itself.
pub(super) const COLLECTS_ITSELF: &[Who] = &[Who { ways: &[Way::Recipient], handles: ANY, collected: &[Stated::Yes] }];

/// A provider of which the ledger does not say whether it handles the data.
pub(super) const PERHAPS_HANDLING: Who = Who { ways: &[Way::Provider], handles: UNSAID, collected: ANY };

/// A provider that handles the data: an entrustee.
pub(super) const HANDLING_PROVIDER: Who = Who { ways: &[Way::Provider], handles: &[Stated::Yes], collected: ANY };

/// An entrustee, which handles the data unless the ledger denies it.
pub(super) const ENTRUSTEE: Who =
    Who { ways: &[Way::Entrustee, Way::SubEntrustee], handles: &[Stated::Yes, Stated::Possible, Stated::NotStated], collected: ANY };

/// A recipient that gets the data from the organization, as far as the ledger says.
pub(super) const RECIPIENT: Who =
    Who { ways: &[Way::Recipient], handles: ANY, collected: &[Stated::No, Stated::Possible, Stated::NotStated] };

/// A joint user.
pub(super) const JOINT_USER: Who = Who { ways: &[Way::JointUser], handles: ANY, collected: ANY };

/// Every party that gets the data.
pub(super) const PARTY: &[Who] = &[HANDLING_PROVIDER, ENTRUSTEE, RECIPIENT, JOINT_USER];

/// Every party that gets the data, or perhaps gets it.
pub(super) const PERHAPS_PARTY: &[Who] = &[HANDLING_PROVIDER, PERHAPS_HANDLING, ENTRUSTEE, RECIPIENT, JOINT_USER];

/// Parties of which it can be true that they do not handle the data.
pub(super) const MAY_NOT_HANDLE: &[Who] =
    &[PERHAPS_HANDLING, Who { ways: &[Way::Entrustee, Way::SubEntrustee], handles: UNSAID, collected: ANY }];

/// An entrustee that is said to handle the data.
pub(super) const HANDLING_ENTRUSTEE: Who = Who { ways: &[Way::Entrustee, Way::SubEntrustee], handles: &[Stated::Yes], collected: ANY };

/// Parties that get the data by what else the ledger says of them.
pub(super) const GETS_IT: &[Who] =
    &[HANDLING_PROVIDER, HANDLING_ENTRUSTEE, Who { ways: &[Way::Recipient], handles: ANY, collected: &[Stated::No] }, JOINT_USER];

/// The same, and recipients that perhaps collect the data themselves.
pub(super) const PERHAPS_GETS_IT: &[Who] = &[HANDLING_PROVIDER, HANDLING_ENTRUSTEE, RECIPIENT, JOINT_USER];

/// Recipients of which the ledger does not say whether they collect the data themselves.
pub(super) const PERHAPS_COLLECTS: &[Who] = &[Who { ways: &[Way::Recipient], handles: ANY, collected: UNSAID }];

/// Everyone but recipients that collect from the person itself.
pub(super) const NOT_COLLECTING: &[Who] = &[
    Who { ways: &[Way::Server, Way::Provider, Way::Entrustee, Way::SubEntrustee, Way::JointUser], handles: ANY, collected: ANY },
    RECIPIENT,
];

/// Everyone.
pub(super) const EVERYONE: &[Who] = &[Who { ways: Way::VARIANTS, handles: ANY, collected: ANY }];

/// Home, and nothing else.
pub(super) const HOME: &[Destination] = &[Destination::Home];
pub(super) const ABROAD: &[Destination] = &[Destination::Designated, Destination::NotDesignated, Destination::Unnamed];
pub(super) const PERHAPS_ABROAD: &[Destination] = &[Destination::PerhapsHome, Destination::NotStated];
pub(super) const NOT_HOME: &[Destination] =
    &[Destination::Designated, Destination::NotDesignated, Destination::Unnamed, Destination::PerhapsHome, Destination::NotStated];
pub(super) const NOT_DESIGNATED: &[Destination] = &[Destination::NotDesignated];

/// Not known to be home or designated, so that a basis is needed, or may be.
pub(super) const IN_NEED: &[Destination] =
    &[Destination::NotDesignated, Destination::Unnamed, Destination::PerhapsHome, Destination::NotStated];
pub(super) const ANYWHERE: &[Destination] = &[
    Destination::Home,
    Destination::Designated,
    Destination::NotDesignated,
    Destination::Unnamed,
    Destination::PerhapsHome,
    Destination::NotStated,
];

pub(super) const ANY_BASIS: &[TransferBasis] = &[
    TransferBasis::Domestic,
    TransferBasis::DesignatedCountry,
    TransferBasis::EquivalentSystem,
    TransferBasis::Consent,
    TransferBasis::LegalException,
    TransferBasis::NotAProvision,
    TransferBasis::NotStated,
];
pub(super) const NOT_DENIED: &[TransferBasis] = &[
    TransferBasis::Domestic,
    TransferBasis::DesignatedCountry,
    TransferBasis::EquivalentSystem,
    TransferBasis::Consent,
    TransferBasis::LegalException,
    TransferBasis::NotStated,
];
pub(super) const DENIED: &[TransferBasis] = &[TransferBasis::NotAProvision];
pub(super) const SILENT: &[TransferBasis] = &[TransferBasis::NotStated];
pub(super) const DESIGNATION_OR_SILENT: &[TransferBasis] = &[TransferBasis::DesignatedCountry, TransferBasis::NotStated];
