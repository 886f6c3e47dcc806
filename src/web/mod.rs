//! Pages, GraphQL and health on one listener.
//!
//! Nothing of a ledger is readable without signing in; whether the service is well may be asked by anyone. Who asks is settled before
//! a body is read.

mod ask;
mod graphql;
mod letters;
mod listener;
mod notice;
mod pages;
mod protection;
mod requests;
mod sign_in;

use std::sync::Arc;

use axum::Router;
use axum::http::StatusCode;
use axum::routing::{get, post};

use crate::access::Access;
use crate::graphql::Schema;

pub use listener::{ServeError, serve};
pub use sign_in::link;

/// What every handler needs.
#[derive(Clone)]
pub struct House {
    access: Access,
    schema: Arc<Schema>,
}

impl House {
    /// A service that answers from a schema for those whom `access` knows.
    #[must_use]
    pub fn new(access: Access, schema: Schema) -> Self {
        Self { access, schema: Arc::new(schema) }
    }
}

/// Every path of the service.
pub fn routes(house: House) -> Router {
    let router = Router::new()
        .route("/", get(pages::welcome))
        .route("/sign-in", get(sign_in::redeem))
        .route("/sign-out", post(sign_in::leave))
        .route("/graphql", post(graphql::answer))
        .route("/schema.graphql", get(graphql::sdl))
        .route("/notice/{code}", get(notice::show))
        .route("/requests", get(requests::list))
        .route("/requests/{name}", get(letters::register))
        .route("/requests/{number}/{letter}", get(letters::show))
        .route("/style.css", get(pages::style))
        .route("/health", get(|| async { (StatusCode::OK, "ok\n") }))
        .fallback(pages::not_found)
        .with_state(house);
    protection::around(router)
}
