//! Every state with every act, as the docs tell it and as the code has it.

use daicho::language::Language;
use daicho::request::{Act, State, Verdict, verdict};
use strum::VariantArray;

/// The table of a language, in Markdown.
fn table(language: Language) -> String {
    let heads: Vec<&str> = Act::VARIANTS.iter().map(|act| act.name(language)).collect();
    let mut lines =
        vec![format!("| {} | {} |", language.pick("状態", "state"), heads.join(" | ")), format!("| --- |{}", " --- |".repeat(heads.len()))];
    for state in State::VARIANTS {
        let cells = Act::VARIANTS.iter().map(|act| match verdict(*state, *act) {
            Verdict::Open => language.pick("○", "yes").to_owned(),
            Verdict::Leads(next) => language.pick(format!("→ {}", next.name(language)), format!("→ {}", next.name(language))),
            Verdict::Incomplete => language.pick("△", "incomplete").to_owned(),
            Verdict::Refused => language.pick("×", "no").to_owned(),
        });
        lines.push(format!("| {} | {} |", state.name(language), cells.collect::<Vec<_>>().join(" | ")));
    }
    lines.join("\n")
}

#[test]
fn the_docs_tell_every_state_with_every_act_as_the_code_has_it() {
    for (language, name) in [(Language::Ja, "docs/requests.ja.md"), (Language::En, "docs/requests.md")] {
        let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
        let text = std::fs::read_to_string(&file).unwrap_or_default();
        let table = table(language);
        assert!(text.contains(&table), "{name} does not hold this table:\n{table}");
    }
}
