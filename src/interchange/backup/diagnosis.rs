//! Finds out why a text could not be read, and where: only after it failed, so that sound files cost nothing.

use serde::de::DeserializeOwned;
use serde_json::{Map, Value, error::Category};

use super::{
    check::short,
    error::Cause,
    place::{Place, Position},
};

/// Why `text` is no `T`, and where. `start` is where the text begins.
pub(super) fn diagnose<T: DeserializeOwned>(text: &str, start: Position) -> (Cause, Place) {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let (path, error) = match serde_path_to_error::deserialize::<_, T>(&mut deserializer) {
        Err(error) => (error.path().to_string(), error.into_inner()),
        Ok(_) => match deserializer.end() {
            Err(error) => (String::new(), error),
            // Nobody asks about a text that is sound; if somebody does, there is no more to say.
            Ok(()) => return (Cause::Syntax, start.place()),
        },
    };
    let mut place = start.behind(&text.as_bytes()[..offset(text, error.line(), error.column())]).place();
    place.field = (!path.is_empty() && path != ".").then_some(path);
    (cause(&error), place)
}

/// Says which record a text is, as far as it can be read.
pub(super) fn name_record(text: &str, place: &mut Place) {
    let Ok(fields) = serde_json::from_str::<Map<String, Value>>(text) else { return };
    let text_of = |name: &str| fields.get(name).and_then(Value::as_str);
    place.id = text_of("id").and_then(|id| id.parse().ok());
    place.title = ["name", "number", "text", "role"].into_iter().filter_map(text_of).find_map(short);
}

/// Bytes before the place that serde_json names: lines and bytes within the line, both from 1 on.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let before: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    (before + column.saturating_sub(1)).min(text.len())
}

/// Serde tells its errors apart by their first words alone; a test below holds them to that.
fn cause(error: &serde_json::Error) -> Cause {
    let full = error.to_string();
    let says = full.rsplit_once(" at line ").map_or(&*full, |(says, _)| says);
    let quoted = || says.split('`').nth(1).unwrap_or_default().chars().take(80).collect::<String>();
    if says.starts_with("recursion limit") {
        return Cause::TooDeep;
    }
    if says.contains("out of range") || (error.classify() == Category::Data && is_large_number(says)) {
        return Cause::OutOfRange(says.to_owned());
    }
    match error.classify() {
        Category::Data if says.starts_with("unknown field") => Cause::UnknownKey(quoted()),
        Category::Data if says.starts_with("duplicate field") => Cause::DoubleKey(quoted()),
        Category::Data if says.starts_with("missing field") => Cause::MissingKey(quoted()),
        Category::Data => Cause::WrongType(says.chars().take(200).collect()),
        Category::Syntax | Category::Eof | Category::Io => Cause::Syntax,
    }
}

/// Whether the value that was refused is a whole number that does not fit its field.
fn is_large_number(says: &str) -> bool {
    let Some((_, rest)) = says.split_once("integer `").or_else(|| says.split_once("floating point `")) else {
        return false;
    };
    let expects_number = ["expected i", "expected u"].iter().any(|expected| says.contains(expected));
    let number: Option<f64> = rest.split('`').next().and_then(|number| number.parse().ok());
    expects_number && number.is_some_and(|number| number.fract() == 0.0)
}

#[cfg(test)]
mod tests {
    use super::{super::record::Line, *};
    use crate::domain::{order::Order, party::Party};

    const ID: &str = "\"id\":\"01950000-0000-7000-8000-000000000001\"";

    fn order(text: &str) -> (Cause, Option<String>) {
        let text = format!("{{{ID},{text}}}");
        let (cause, place) = diagnose::<Line<Order>>(&text, Position::START);
        (cause, place.field)
    }

    fn lines(amount: &str) -> String {
        format!(
            "\"party\":\"01950000-0000-7000-8000-000000000001\",\"day\":\"2024-01-01\",\"currency\":\"EUR\",\"lines\":[{{\
             \"quantity\":\"1\",\"amount\":{amount}}}]"
        )
    }

    #[test]
    fn every_way_in_which_a_record_can_be_wrong_has_its_cause_and_its_field() {
        let field = |name: &str| Some(name.to_owned());
        assert_eq!(order("\"colour\":1"), (Cause::UnknownKey("colour".into()), None));
        assert_eq!(order("\"day\":\"2024-01-01\""), (Cause::MissingKey("party".into()), None));
        assert_eq!(order("\"number\":\"1\",\"number\":\"2\"").0, Cause::DoubleKey("number".into()));
        assert_eq!(order(&format!("{ID},{}", lines("1"))).0, Cause::DoubleKey("id".into()));
        assert_eq!(order("\"day\":\"2024-02-30\"").1, field("day"));
        assert!(matches!(order("\"day\":\"2024-02-30\"").0, Cause::OutOfRange(_)));
        for large in ["99999999999999999999", "1e308", "-1e30"] {
            let (cause, place) = order(&lines(large));
            assert!(matches!(cause, Cause::OutOfRange(_)), "{large}: {cause}");
            assert_eq!(place, field("lines[0].amount"));
        }
        assert!(matches!(order(&lines("1e400")).0, Cause::OutOfRange(_)));
        for wrong in ["\"1\"", "1.5", "null", "[]", "{}", "true"] {
            let (cause, place) = order(&lines(wrong));
            assert!(matches!(cause, Cause::WrongType(_)), "{wrong}: {cause}");
            assert_eq!(place, field("lines[0].amount"));
        }
        assert!(matches!(order("\"minute\":70000").0, Cause::OutOfRange(_)));
        assert!(matches!(order("\"minute\":-1").0, Cause::OutOfRange(_)));
        assert!(matches!(order("\"currency\":\"XXX\"").0, Cause::WrongType(_)));
        assert_eq!(order("\"day\":nul").0, Cause::Syntax);
        assert_eq!(order("\"number\":\"\\ud800\"").0, Cause::Syntax);
        assert!(matches!(order("\"_unknown\":{\"900\":\"!\"}").0, Cause::WrongType(_)));
        assert!(matches!(order("\"_unknown\":{\"-1\":\"oA==\"}").0, Cause::OutOfRange(_)));
        assert_eq!(order("\"_unknown\":{\"x\":\"oA==\"}").0, Cause::Syntax);
        assert!(matches!(order("\"_unknown\":{\"900\":\"oKA=\"}").0, Cause::WrongType(_)));
    }

    #[test]
    fn the_place_is_counted_in_the_file() {
        let text = format!("{{{ID},\n\"name\":\"知客\",\"tags\":3}}");
        let start = Position { byte: 100, line: 7, column: 5 };
        let (_, place) = diagnose::<Line<Party>>(&text, start);
        assert_eq!((place.line, place.field.as_deref()), (8, Some("tags")));
        assert_eq!(place.column, 20);
        assert_eq!(place.byte, 100 + text.find('3').unwrap() as u64);
    }
}
