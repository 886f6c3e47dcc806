//! How large a question may be. It is measured once, before the library validates it, and then handed on parsed.
//!
//! The library's own checks walk every spread of every fragment anew, so that a few hundred bytes of fragments which double each
//! other keep them busy for hours, its checks of depth and complexity included. Here each fragment is measured once.

mod measure;
mod text;

use std::sync::Arc;

use async_graphql::extensions::{Extension, ExtensionContext, ExtensionFactory, NextPrepareRequest, NextRequest};
use async_graphql::parser::parse_query;
use async_graphql::{Request, Response, ServerError, ServerResult, async_trait};

use super::Caller;
use super::refusal::sentence;

/// The most bytes of a document.
pub const MOST_BYTES: usize = 64 * 1024;
/// The most names, values and signs of a document.
pub const MOST_TOKENS: usize = 8_000;
/// The most brackets within each other.
pub const MOST_BRACKETS: usize = 48;
/// The most fields within each other.
pub const MOST_DEPTH: usize = 16;
/// The most selections, each fragment counted as often as it is spread.
pub const MOST_SELECTIONS: usize = 3_000;
/// The most directives.
pub const MOST_DIRECTIVES: usize = 50;
/// The most aliases.
pub const MOST_ALIASES: usize = 100;
/// The most work, in fields to be answered: what is selected of each line of a page counts once for each line.
pub const MOST_WORK: usize = 500_000;

/// What a document has too much of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Excess {
    /// It has this many of something of which `limit` is the most.
    Over {
        /// Of what.
        what: What,
        /// How many.
        value: usize,
        /// The most.
        limit: usize,
    },
    /// A fragment contains itself.
    FragmentCycle,
}

/// What a document has limits on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// Its bytes.
    Bytes,
    /// Its names, values and signs.
    Tokens,
    /// Brackets, or selections and spreads, within each other.
    Nesting,
    /// Fields within each other.
    Depth,
    /// Selections, spreads expanded.
    Selections,
    /// Directives, spreads expanded.
    Directives,
    /// Aliases, spreads expanded.
    Aliases,
    /// Fields to be answered.
    Work,
}

impl What {
    fn words(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Bytes => ("QUERY_TOO_LONG", "文書の長さ(バイト)", "bytes; pass long values as variables"),
            Self::Tokens => ("QUERY_TOO_LONG", "語の数", "names, values and signs; pass long lists as variables"),
            Self::Nesting => ("QUERY_TOO_DEEP", "入れ子の深さ", "levels of nesting"),
            Self::Depth => ("QUERY_TOO_DEEP", "フィールドの深さ", "fields within each other"),
            Self::Selections => ("QUERY_TOO_LARGE", "選択の数(フラグメント展開後)", "selections, fragments expanded"),
            Self::Directives => ("QUERY_TOO_LARGE", "ディレクティブの数", "directives"),
            Self::Aliases => ("QUERY_TOO_LARGE", "別名の数", "aliases"),
            Self::Work => {
                ("QUERY_TOO_COMPLEX", "答える項目数の見積り", "fields to be answered by the estimate; ask for fewer lines with `first`")
            }
        }
    }
}

impl Excess {
    fn error(self) -> ServerError {
        let error = match self {
            Self::FragmentCycle => {
                let ja = "フラグメントが自分自身を含んでいます。";
                sentence("FRAGMENT_CYCLE", ja, "A fragment contains itself.")
            }
            Self::Over { what, value, limit } => {
                let (code, ja, en) = what.words();
                let many = if value == usize::MAX { "∞".to_owned() } else { value.to_string() };
                let ja = format!("質問が大きすぎます。{ja}は {many} で、上限は {limit} です。");
                sentence(code, &ja, &format!("The document is too large: {many} {en}; {limit} is the most."))
            }
        };
        error.into_server_error(async_graphql::Pos::default())
    }
}

/// The limits as an extension of the schema. It also refuses a request of nobody.
pub struct Limits;

impl ExtensionFactory for Limits {
    fn create(&self) -> Arc<dyn Extension> {
        Arc::new(Self)
    }
}

#[async_trait::async_trait]
impl Extension for Limits {
    /// Gives the errors of the library a code too: what could not be parsed, or does not fit the schema.
    async fn request(&self, ctx: &ExtensionContext<'_>, next: NextRequest<'_>) -> Response {
        let mut response = next.run(ctx).await;
        for error in &mut response.errors {
            let extensions = error.extensions.get_or_insert_default();
            if extensions.get("code").is_none() {
                extensions.set("code", "INVALID_QUERY");
            }
        }
        response
    }

    async fn prepare_request(&self, ctx: &ExtensionContext<'_>, request: Request, next: NextPrepareRequest<'_>) -> ServerResult<Request> {
        let mut request = request;
        if !request.data.contains_key(&std::any::TypeId::of::<Caller>()) {
            let error = sentence("NOT_SIGNED_IN", "サインインしていません。", "Nobody is signed in.");
            return Err(error.into_server_error(async_graphql::Pos::default()));
        }
        text::check(&request.query).map_err(Excess::error)?;
        let document = parse_query(&request.query)?;
        measure::check(&ctx.schema_env.registry, &document, &request.variables).map_err(Excess::error)?;
        request.set_parsed_query(document);
        next.run(ctx, request).await
    }
}
