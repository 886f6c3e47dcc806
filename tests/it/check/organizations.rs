//! Rules at organizations.
