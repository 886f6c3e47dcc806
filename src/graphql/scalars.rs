//! The scalars of the contract: days, moments and uploaded files.

use async_graphql::{InputValueError, InputValueResult, Scalar, ScalarType, Value};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};

/// A calendar date by ISO 8601, such as "2024-07-01".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day(pub NaiveDate);

/// A calendar date by ISO 8601, such as "2024-07-01".
#[Scalar(name = "Date")]
impl ScalarType for Day {
    fn parse(value: Value) -> InputValueResult<Self> {
        let Value::String(text) = &value else { return Err(InputValueError::expected_type(value)) };
        let day = NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_| InputValueError::custom(NO_DATE))?;
        Ok(Self(day))
    }

    fn to_value(&self) -> Value {
        Value::String(self.0.to_string())
    }
}

const NO_DATE: &str = "is no calendar date; write one as 2024-07-01";

/// A moment by RFC 3339 in UTC, such as "2024-07-01T03:00:00Z".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment(pub DateTime<Utc>);

/// A moment by RFC 3339, such as "2024-07-01T03:00:00Z". Answers are in UTC; a question may use any offset.
#[Scalar(name = "DateTime")]
impl ScalarType for Moment {
    fn parse(value: Value) -> InputValueResult<Self> {
        let Value::String(text) = &value else { return Err(InputValueError::expected_type(value)) };
        let moment = DateTime::parse_from_rfc3339(text).map_err(|_| InputValueError::custom(NO_MOMENT))?;
        Ok(Self(moment.to_utc()))
    }

    fn to_value(&self) -> Value {
        Value::String(self.0.to_rfc3339_opts(SecondsFormat::AutoSi, true))
    }
}

const NO_MOMENT: &str = "is no moment by RFC 3339; write one as 2024-07-01T03:00:00Z";

/// A file that was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upload {
    /// Its name.
    pub name: String,
    /// Its bytes.
    pub content: Vec<u8>,
}

/// A file, sent within the request's JSON as an object of its name and its bytes in base64:
/// `{ "name": "台帳.xlsx", "content": "UEsDBBQ…" }`. The ending of the name says what kind of file it is.
#[Scalar(name = "Upload")]
impl ScalarType for Upload {
    fn parse(value: Value) -> InputValueResult<Self> {
        let Value::Object(mut fields) = value else { return Err(InputValueError::custom(NO_UPLOAD)) };
        let (Some(Value::String(name)), Some(Value::String(content))) = (fields.swap_remove("name"), fields.swap_remove("content")) else {
            return Err(InputValueError::custom(NO_UPLOAD));
        };
        if !fields.is_empty() {
            return Err(InputValueError::custom(NO_UPLOAD));
        }
        let content = STANDARD.decode(content).map_err(|_| InputValueError::custom("holds a `content` that is no base64"))?;
        Ok(Self { name, content })
    }

    /// Uploads only come in; of one that is shown, the name tells enough.
    fn to_value(&self) -> Value {
        Value::String(self.name.clone())
    }
}

const NO_UPLOAD: &str = "is no file; send {\"name\": \"台帳.xlsx\", \"content\": \"(base64)\"}";
