//! Why the store could not do what it was asked.

use std::fmt::Display;

use sea_orm::DbErr;

/// Why the store could not do what it was asked. Each says what, where, and the way out, in Japanese and English.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The URL names no database that the store knows.
    #[error(
        "データベースの URL「{url}」を読めません。sqlite:ファイル名 または postgres://利用者@ホスト/データベース としてください。\
         / The database URL {url} cannot be read; write sqlite:FILE or postgres://USER@HOST/DATABASE."
    )]
    Url {
        /// The URL, without its password.
        url: String,
    },
    /// The folder in which the database would be does not exist.
    #[error(
        "データベースを置くフォルダー「{folder}」がありません。作ってからやり直してください。\
         / The folder {folder} for the database does not exist; make it and try again."
    )]
    NoFolder {
        /// The folder.
        folder: String,
    },
    /// The file may not be read or written.
    #[error(
        "データベース「{url}」を読み書きする権限がありません。ファイルとフォルダーの権限を確かめてください。\
         / No permission to read and write the database {url}; check the rights of the file and of its folder."
    )]
    NoPermission {
        /// The URL, without its password.
        url: String,
    },
    /// The file is something else.
    #[error(
        "「{url}」は SQLite のデータベースではありません。別のファイル名にしてください。\
         / {url} is no SQLite database; name another file."
    )]
    NotADatabase {
        /// The URL, without its password.
        url: String,
    },
    /// The server does not answer, or does not let in.
    #[error("データベース「{url}」に接続できません（{cause}）。/ Cannot connect to the database {url} ({cause}).")]
    CannotConnect {
        /// The URL, without its password.
        url: String,
        /// What the driver said.
        cause: String,
    },
    /// A newer program has changed the tables.
    #[error(
        "データベース「{url}」はより新しい版の daicho が作ったものです（{migration}）。daicho を更新してください。\
         / The database {url} was made by a newer daicho ({migration}); update this one."
    )]
    NewerSchema {
        /// The URL, without its password.
        url: String,
        /// The migration that this program does not know.
        migration: String,
    },
    /// The tables could not be brought up to date.
    #[error("データベース「{url}」の表を用意できません（{cause}）。/ Cannot prepare the tables of the database {url} ({cause}).")]
    CannotMigrate {
        /// The URL, without its password.
        url: String,
        /// What the database said.
        cause: DbErr,
    },
    /// There is no such revision yet.
    #[error("改訂 {asked} はまだありません。最新は {head} です。/ There is no revision {asked} yet; the newest is {head}.")]
    NoSuchRevision {
        /// The revision that was asked for.
        asked: i32,
        /// The newest.
        head: i32,
    },
    /// A plan takes an organization for new that the registry has.
    #[error(
        "事業者「{code}」はすでに登録されていますが、この計画は新規として作られています。計画を作り直してください。\
         / The organization {code} is registered, but the plan takes it for new; plan again."
    )]
    OrganizationExists {
        /// The organization's code.
        code: String,
    },
    /// A text that no database can hold.
    #[error(
        "{table}.{column} に書こうとした「{text}」に NUL 文字が含まれています。取り除いてください。\
         / {text}, to be written to {table}.{column}, holds a NUL character; take it out."
    )]
    Nul {
        /// The table.
        table: String,
        /// The column.
        column: String,
        /// The text, its NUL characters shown.
        text: String,
    },
    /// A row says what the program does not understand.
    #[error(
        "データベースの行を読めません: {table}.{column}、{key}、値「{value}」。\
         / A row of the database cannot be read: {table}.{column} of {key}, value {value}."
    )]
    Row {
        /// The table.
        table: &'static str,
        /// The column.
        column: &'static str,
        /// The row's key.
        key: String,
        /// What stands there.
        value: String,
    },
    /// The database refused, or failed.
    #[error("データベースの処理に失敗しました（{0}）。/ The database failed ({0}).")]
    Database(#[from] DbErr),
}

impl StoreError {
    /// A row that cannot be read.
    pub(super) fn row(table: &'static str, column: &'static str, key: impl Display, value: impl Display) -> Self {
        Self::Row { table, column, key: key.to_string(), value: value.to_string() }
    }
}
