//! Names of months in English, German, French, Spanish, Italian, Portuguese and Dutch, and words that stand around dates.

/// Beginnings of names, folded to lower-case ASCII, each with its month. A word is that month when one is the other's beginning and
/// the word has at least three letters.
const NAMES: &[(&str, u32)] = &[
    ("january", 1),
    ("januar", 1),
    ("jaenner", 1),
    ("janner", 1),
    ("janvier", 1),
    ("enero", 1),
    ("gennaio", 1),
    ("janeiro", 1),
    ("januari", 1),
    ("february", 2),
    ("februar", 2),
    ("fevrier", 2),
    ("febrero", 2),
    ("febbraio", 2),
    ("fevereiro", 2),
    ("februari", 2),
    ("march", 3),
    ("marz", 3),
    ("maerz", 3),
    ("mars", 3),
    ("marzo", 3),
    ("marco", 3),
    ("maart", 3),
    ("mrz", 3),
    ("mrt", 3),
    ("april", 4),
    ("avril", 4),
    ("abril", 4),
    ("aprile", 4),
    ("may", 5),
    ("mai", 5),
    ("mayo", 5),
    ("maggio", 5),
    ("maio", 5),
    ("mei", 5),
    ("june", 6),
    ("juni", 6),
    ("juin", 6),
    ("junio", 6),
    ("giugno", 6),
    ("junho", 6),
    ("july", 7),
    ("juli", 7),
    ("juillet", 7),
    ("julio", 7),
    ("luglio", 7),
    ("julho", 7),
    ("august", 8),
    ("aout", 8),
    ("agosto", 8),
    ("augustus", 8),
    ("september", 9),
    ("septembre", 9),
    ("septiembre", 9),
    ("settembre", 9),
    ("setembro", 9),
    ("october", 10),
    ("oktober", 10),
    ("octobre", 10),
    ("octubre", 10),
    ("ottobre", 10),
    ("outubro", 10),
    ("november", 11),
    ("novembre", 11),
    ("noviembre", 11),
    ("novembro", 11),
    ("december", 12),
    ("dezember", 12),
    ("decembre", 12),
    ("diciembre", 12),
    ("dicembre", 12),
    ("dezembro", 12),
];

/// The month that a lower-case word without accents names.
pub fn month(word: &str) -> Option<u32> {
    if word.len() < 3 {
        return None;
    }
    let named = NAMES.iter().filter(|(name, _)| name.starts_with(word)).map(|(_, month)| *month);
    // `jui` could be June or July in French; then it is none.
    let (first, last) = (named.clone().min()?, named.max()?);
    (first == last).then_some(first)
}

/// Whether a lower-case word may stand beside a date and says nothing: weekdays, ordinals, prepositions.
pub fn is_filler(word: &str) -> bool {
    const FILLERS: &[&str] =
        &["st", "nd", "rd", "th", "er", "of", "the", "de", "del", "di", "le", "den", "um", "at", "a", "t", "on", "uhr"];
    const WEEKDAYS: &[&str] = &[
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "montag",
        "dienstag",
        "mittwoch",
        "donnerstag",
        "freitag",
        "samstag",
        "sonnabend",
        "sonntag",
        "lundi",
        "mardi",
        "mercredi",
        "jeudi",
        "vendredi",
        "samedi",
        "dimanche",
        "lunes",
        "martes",
        "miercoles",
        "jueves",
        "viernes",
        "sabado",
        "domingo",
        "tues",
        "thurs",
    ];
    const SHORT: &[&str] = &["mo", "di", "mi", "do", "fr", "sa", "so"];
    FILLERS.contains(&word)
        || SHORT.contains(&word)
        || (word.len() >= 3 && WEEKDAYS.iter().any(|day| day.starts_with(word)))
        || ["星期", "週", "周", "礼拜", "禮拜"].iter().any(|week| word.starts_with(week))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_known_by_their_beginnings() {
        for (word, expected) in [
            ("jan", Some(1)),
            ("mrz", Some(3)),
            ("aout", Some(8)),
            ("sept", Some(9)),
            ("dic", Some(12)),
            ("juil", Some(7)),
            ("jui", None),
            ("ju", None),
            ("jul", Some(7)),
            ("mar", Some(3)),
            ("may", Some(5)),
            ("monday", None),
            ("x", None),
        ] {
            assert_eq!(month(word), expected, "{word}");
        }
        assert!(is_filler("wed") && is_filler("dimanche") && is_filler("星期三") && !is_filler("foo"));
    }
}
