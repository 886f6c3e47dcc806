//! The rooms of `daicho` that read: the same files, without the server and the database that the whole program brings. Built with the
//! fuzzer's flags those take many times as long as the rest together, and nothing here touches them.
//!
//! The rooms may not know others than these; `tests/it/tidy.rs` holds that wall.

#[path = "../../src/declare/mod.rs"]
pub mod declare;
#[path = "../../src/finding/mod.rs"]
pub mod finding;
#[path = "../../src/language.rs"]
pub mod language;
#[path = "../../src/law/mod.rs"]
pub mod law;
#[path = "../../src/ledger/mod.rs"]
pub mod ledger;
#[path = "../../src/sheet/mod.rs"]
pub mod sheet;
#[path = "../../src/vocabulary/mod.rs"]
pub mod vocabulary;
