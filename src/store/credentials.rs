//! Sign-in links, sessions and tokens, by the digests of their secrets.

use chrono::{DateTime, Utc};
use entity::credential::{ActiveModel, Column, Entity, Model};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, Set};
use strum::{AsRefStr, EnumString};

use super::{Store, StoreError};

/// What a credential is good for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, AsRefStr, EnumString)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum CredentialKind {
    /// Opening a session, once.
    SignIn,
    /// A person's visit, for some hours.
    Session,
    /// A program's access, until it is revoked.
    Token,
}

/// A credential as it is listed: everything but its secret, which nobody keeps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credential {
    /// Whom it speaks for.
    pub name: String,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it was used up, signed out of, or revoked.
    pub ended_at: Option<DateTime<Utc>>,
    /// Whether it is one of the requests desk.
    pub desk: bool,
}

/// Whom a credential speaks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    /// The name.
    pub name: String,
    /// Whether it may handle persons' requests, and see who the persons are.
    pub desk: bool,
}

impl From<Model> for Credential {
    fn from(row: Model) -> Self {
        Self { name: row.name, created_at: row.created_at, ended_at: row.ended_at, desk: row.desk }
    }
}

impl Store {
    /// Keeps the digest of a new secret.
    pub async fn add_credential(
        &self,
        digest: &str,
        kind: CredentialKind,
        holder: &Holder,
        now: DateTime<Utc>,
        expires_at: Option<DateTime<Utc>>,
    ) -> Result<(), StoreError> {
        let row = ActiveModel {
            digest: Set(digest.to_owned()),
            kind: Set(kind.as_ref().to_owned()),
            name: Set(holder.name.clone()),
            created_at: Set(now),
            expires_at: Set(expires_at),
            ended_at: Set(None),
            desk: Set(holder.desk),
        };
        row.insert(&self.database).await?;
        Ok(())
    }

    /// Whom a credential of one of these kinds speaks for, if it is in force.
    pub async fn credential_in_force(
        &self,
        digest: &str,
        kinds: &[CredentialKind],
        now: DateTime<Utc>,
    ) -> Result<Option<Holder>, StoreError> {
        let words = kinds.iter().map(AsRef::as_ref);
        let row = Entity::find_by_id(digest).filter(Column::Kind.is_in(words)).filter(in_force(now)).one(&self.database).await?;
        Ok(row.map(|row| Holder { name: row.name, desk: row.desk }))
    }

    /// Uses up a credential and gives whom it spoke for; nothing where it is not in force. Of two who use one at the same
    /// time, one gets it.
    pub async fn spend_credential(&self, digest: &str, kind: CredentialKind, now: DateTime<Utc>) -> Result<Option<Holder>, StoreError> {
        let Some(holder) = self.credential_in_force(digest, &[kind], now).await? else { return Ok(None) };
        let ended = Entity::update_many()
            .col_expr(Column::EndedAt, Expr::value(now))
            .filter(Column::Digest.eq(digest))
            .filter(Column::EndedAt.is_null())
            .exec(&self.database)
            .await?;
        Ok((ended.rows_affected == 1).then_some(holder))
    }

    /// The credentials of a kind, ended ones included, by name and age.
    pub async fn credentials(&self, kind: CredentialKind) -> Result<Vec<Credential>, StoreError> {
        let of_kind = Entity::find().filter(Column::Kind.eq(kind.as_ref()));
        let rows = of_kind.order_by_asc(Column::Name).order_by_asc(Column::CreatedAt).all(&self.database).await?;
        Ok(rows.into_iter().map(Credential::from).collect())
    }

    /// Ends the credentials of a kind and a name that are in force; how many they were.
    pub async fn revoke_credentials(&self, kind: CredentialKind, name: &str, now: DateTime<Utc>) -> Result<u64, StoreError> {
        let ended = Entity::update_many()
            .col_expr(Column::EndedAt, Expr::value(now))
            .filter(Column::Kind.eq(kind.as_ref()))
            .filter(Column::Name.eq(name))
            .filter(in_force(now))
            .exec(&self.database)
            .await?;
        Ok(ended.rows_affected)
    }

    /// Whether anybody ever had a session or a token.
    pub async fn has_credentials(&self) -> Result<bool, StoreError> {
        let kinds = [CredentialKind::Session, CredentialKind::Token].map(|kind| kind.as_ref().to_owned());
        Ok(Entity::find().filter(Column::Kind.is_in(kinds)).count(&self.database).await? > 0)
    }
}

/// Neither ended nor expired.
fn in_force(now: DateTime<Utc>) -> Condition {
    let lasting = Condition::any().add(Column::ExpiresAt.is_null()).add(Column::ExpiresAt.gt(now));
    Condition::all().add(Column::EndedAt.is_null()).add(lasting)
}
