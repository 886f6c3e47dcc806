//! How errors leave: a sentence for the person, a code for the program, nothing of the inside.

use async_graphql::{Error, ErrorExtensions};

use crate::language::Language;
use crate::question::Refusal;

/// A refused question as the API's error: the sentence in English, and in Japanese among the extensions.
#[expect(clippy::needless_pass_by_value, reason = "`map_err` hands it over")]
pub fn refused(refusal: Refusal) -> Error {
    sentence(refusal.code(), &refusal.message(Language::Ja), &refusal.message(Language::En))
}

/// An error of a code with its sentence in both languages.
pub fn sentence(code: &str, ja: &str, en: &str) -> Error {
    Error::new(en).extend_with(|_, extensions| {
        extensions.set("code", code);
        extensions.set("ja", ja);
    })
}

/// An error of the inside: it is logged, and the person learns that it was.
pub fn broken(error: &(dyn std::error::Error + 'static)) -> Error {
    tracing::error!(error, "a question could not be answered");
    sentence(
        "INTERNAL",
        "台帳を読み出せませんでした。原因は記録されています。時間をおいて、もう一度お試しください。",
        "The registry could not be read. The cause has been logged; try again later.",
    )
}
