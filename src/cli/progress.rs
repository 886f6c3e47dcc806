//! How far reading has come, on a terminal; nothing where standard error is none.

use std::sync::Arc;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};

use crate::language::Language;
use crate::sheet::Rows;

/// How often the bar is drawn anew, in a second.
const DRAWN_PER_SECOND: u8 = 10;
/// How long nothing is drawn, so that what is done at once does not flicker.
const PATIENCE: Duration = Duration::from_millis(250);

/// A bar while workbooks are read, gone when it is dropped.
pub(super) struct Progress {
    bar: ProgressBar,
    language: Language,
}

impl Progress {
    /// A bar that waits for the first workbook.
    pub(super) fn new(language: Language) -> Self {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr_with_hz(DRAWN_PER_SECOND));
        bar.set_style(style(false, language));
        bar.enable_steady_tick(PATIENCE);
        Self { bar, language }
    }

    /// A workbook begins.
    pub(super) fn reading(&self, name: &str) {
        self.bar.set_message(super::excerpt::one_line(name));
        self.bar.set_style(style(false, self.language));
        self.bar.unset_length();
        self.bar.reset();
    }

    /// What the reader tells its rows to.
    pub(super) fn told(&self) -> Arc<dyn Fn(Rows) + Send + Sync> {
        let (bar, language) = (self.bar.clone(), self.language);
        Arc::new(move |rows| {
            if let Some(expected) = rows.expected.filter(|expected| *expected >= rows.read) {
                if bar.length() != Some(expected) {
                    bar.set_style(style(true, language));
                    bar.set_length(expected);
                }
            } else if bar.length().is_some() {
                bar.unset_length();
                bar.set_style(style(false, language));
            }
            bar.set_position(rows.read);
        })
    }

    /// All rows are read.
    pub(super) fn understanding(&self) {
        self.bar.set_style(ProgressStyle::with_template("{spinner} {msg}").unwrap_or_else(|_| ProgressStyle::default_spinner()));
        self.bar.set_message(self.language.pick("内容を読み解いています", "making out what they say"));
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

/// Rows and rate, and where the number of rows is known a bar and the time that remains.
fn style(is_known: bool, language: Language) -> ProgressStyle {
    let template = match (is_known, language) {
        (true, Language::Ja) => "{msg} {wide_bar} {human_pos}/{human_len}行 {rate} 残り{eta}",
        (true, Language::En) => "{msg} {wide_bar} {human_pos}/{human_len} rows {rate} {eta} left",
        (false, Language::Ja) => "{spinner} {msg} {human_pos}行 {rate}",
        (false, Language::En) => "{spinner} {msg} {human_pos} rows {rate}",
    };
    let style = ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_spinner());
    style.with_key("rate", move |state: &ProgressState, out: &mut dyn std::fmt::Write| {
        let rate = state.per_sec();
        // A line that is not written in full is drawn anew soon.
        let _ = match language {
            Language::Ja => write!(out, "{rate:.0}行/秒"),
            Language::En => write!(out, "{rate:.0} rows/s"),
        };
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_shows_what_it_is_told_and_takes_back_what_cannot_be() {
        let progress = Progress { bar: ProgressBar::hidden(), language: Language::Ja };
        progress.reading("台帳.xlsx");
        let told = progress.told();
        told(Rows { read: 1_000, expected: Some(5_000) });
        assert_eq!((progress.bar.position(), progress.bar.length()), (1_000, Some(5_000)));
        told(Rows { read: 6_000, expected: Some(5_000) });
        assert_eq!((progress.bar.position(), progress.bar.length()), (6_000, None), "more came than the workbook said");
    }
}
