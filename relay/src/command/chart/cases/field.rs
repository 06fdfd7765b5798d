//! Fields of a case: what is there has its type, or says that it has not.

use serde_json::Value;

use super::Object;

fn there<'a>(object: &'a Object, key: &str) -> Option<&'a Value> {
    object.get(key).filter(|value| !value.is_null())
}

fn of_type<T>(key: &str, type_name: &str, value: Option<T>) -> Result<Option<T>, String> {
    value.map(Some).ok_or_else(|| format!("{key} must be {type_name}"))
}

pub(super) fn text<'a>(object: &'a Object, key: &str) -> Result<Option<&'a str>, String> {
    there(object, key).map_or(Ok(None), |value| of_type(key, "a text", value.as_str()))
}

pub(super) fn list<'a>(object: &'a Object, key: &str) -> Result<Option<&'a Vec<Value>>, String> {
    there(object, key).map_or(Ok(None), |value| of_type(key, "a list", value.as_array()))
}

pub(super) fn flag(object: &Object, key: &str) -> Result<bool, String> {
    let flag = there(object, key).map_or(Ok(None), |value| of_type(key, "true or false", value.as_bool()))?;
    Ok(flag.unwrap_or_default())
}

/// A whole number from 0; `12.0` is one too.
pub(super) fn whole(object: &Object, key: &str) -> Result<Option<usize>, String> {
    let whole = |value: &Value| {
        let number = value.as_f64().filter(|number| *number >= 0.0 && number.fract() == 0.0)?;
        Some(number as usize)
    };
    there(object, key).map_or(Ok(None), |value| of_type(key, "a whole number from 0", whole(value)))
}

/// A number, or nothing where it is missing.
pub(super) fn number(value: &Value) -> Result<Option<f64>, String> {
    match value {
        Value::Null => Ok(None),
        value => value.as_f64().map(Some).ok_or_else(|| format!("{value} is not a number")),
    }
}
