//! Names of files that every system takes.

/// Characters that a name keeps: some systems count bytes, and three of them make a Chinese character.
const MOST: usize = 60;

/// A name for a file made of a title: what Windows or a path does not take is a hyphen. `ending` comes without its dot.
pub fn file_name(title: &str, ending: &str) -> String {
    let taken = |c: char| c.is_control() || matches!(c, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|');
    let replaced: String = title.chars().map(|c| if taken(c) { '-' } else { c }).take(MOST).collect();
    let name = replaced.trim_matches([' ', '.', '-']);
    format!("{}.{ending}", if name.is_empty() { "kith" } else { name })
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn a_title_becomes_a_name_that_every_system_takes() {
        assert_eq!(file_name("Who came back when?", "png"), "Who came back when.png");
        assert_eq!(file_name("ABC/XYZ: how much", "svg"), "ABC-XYZ- how much.svg");
        assert_eq!(file_name("..", "csv"), "kith.csv");
        assert_eq!(file_name("第二筆訂單", "csv"), "第二筆訂單.csv");
        assert_eq!(file_name(&"x".repeat(500), "csv").len(), 64);
    }
}
