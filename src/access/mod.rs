//! Who may come in: one-time sign-in links, the sessions that they give, and tokens for programs.
//!
//! Secrets are 256 random bits. The store keeps their SHA-256 alone, so who reads the database cannot sign in.

mod secret;

use chrono::{DateTime, Duration, Utc};

pub use crate::store::Holder;
use crate::store::{Credential, CredentialKind, Store, StoreError};
use secret::{digest, fresh};

/// How long a sign-in link works, in minutes.
pub const LINK_MINUTES: i64 = 15;

/// How long a session lasts, in hours.
pub const SESSION_HOURS: i64 = 12;

/// The door: it knows secrets by their digests.
#[derive(Clone)]
pub struct Access {
    store: Store,
}

impl Access {
    /// The door of a store.
    #[must_use]
    pub fn new(store: Store) -> Self {
        Self { store }
    }

    /// Makes a code for a sign-in link. It works once, for [`LINK_MINUTES`].
    pub async fn sign_in_code(&self, holder: &Holder, now: DateTime<Utc>) -> Result<String, StoreError> {
        self.give(CredentialKind::SignIn, holder, now, Some(now + Duration::minutes(LINK_MINUTES))).await
    }

    /// Makes a token for a program. It works until it is revoked, and is shown only now.
    pub async fn token(&self, holder: &Holder, now: DateTime<Utc>) -> Result<String, StoreError> {
        self.give(CredentialKind::Token, holder, now, None).await
    }

    /// Takes a one-time code and gives the secret of a session for it; nothing where the code is unknown, used or too old.
    pub async fn redeem(&self, code: &str, now: DateTime<Utc>) -> Result<Option<String>, StoreError> {
        match self.store.spend_credential(&digest(code), CredentialKind::SignIn, now).await? {
            Some(holder) => {
                let ends = now + Duration::hours(SESSION_HOURS);
                self.give(CredentialKind::Session, &holder, now, Some(ends)).await.map(Some)
            }
            None => Ok(None),
        }
    }

    /// Whom the secret of a session or a token speaks for, if it is in force.
    pub async fn identify(&self, secret: &str, now: DateTime<Utc>) -> Result<Option<Holder>, StoreError> {
        let kinds = [CredentialKind::Session, CredentialKind::Token];
        self.store.credential_in_force(&digest(secret), &kinds, now).await
    }

    /// Ends the session of a secret.
    pub async fn end(&self, secret: &str, now: DateTime<Utc>) -> Result<(), StoreError> {
        self.store.spend_credential(&digest(secret), CredentialKind::Session, now).await.map(drop)
    }

    /// Whether nobody has come in yet.
    pub async fn is_new(&self) -> Result<bool, StoreError> {
        Ok(!self.store.has_credentials().await?)
    }

    /// The tokens for programs, revoked ones included, by name.
    pub async fn tokens(&self) -> Result<Vec<Credential>, StoreError> {
        self.store.credentials(CredentialKind::Token).await
    }

    /// Revokes the tokens of a name; how many they were.
    pub async fn revoke(&self, name: &str, now: DateTime<Utc>) -> Result<u64, StoreError> {
        self.store.revoke_credentials(CredentialKind::Token, name, now).await
    }

    async fn give(
        &self,
        kind: CredentialKind,
        holder: &Holder,
        now: DateTime<Utc>,
        ends: Option<DateTime<Utc>>,
    ) -> Result<String, StoreError> {
        let secret = fresh();
        self.store.add_credential(&digest(&secret), kind, holder, now, ends).await?;
        Ok(secret)
    }
}
