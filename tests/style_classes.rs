//! The classes that the views use and those that `style/` defines are the same, both ways.
//!
//! For a text to be seen here, classes are written out: as a literal after `class=`, as `class:name=`, as `class=("name", …)`, or as
//! literals in a function, constant or `let` that is called `class`, `…_class` or `…_classes`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

type Found = BTreeMap<String, BTreeSet<String>>;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files_below(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("the folder can be read").path();
        if path.is_dir() {
            found.extend(files_below(&path, ending));
        } else if path.extension().is_some_and(|extension| extension == ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn is_name(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_lowercase())
        && text.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-')
}

/// The classes in the selectors of a style sheet.
fn defined_in(sheet: &str) -> BTreeSet<String> {
    let mut rest = sheet;
    let mut bare = String::new();
    while let Some(start) = rest.find("/*") {
        bare.push_str(&rest[..start]);
        rest = rest[start..].split_once("*/").map_or("", |(_, after)| after);
    }
    bare.push_str(rest);
    let mut names = BTreeSet::new();
    for piece in bare.split(['}', ';']).flat_map(|piece| piece.rsplit_once('{').map(|(head, _)| head)) {
        for selector in piece.split('{').filter(|selector| !selector.trim_start().starts_with('@')) {
            for after_dot in selector.split('.').skip(1) {
                let end = after_dot.find(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '-'));
                let name = &after_dot[..end.unwrap_or(after_dot.len())];
                if is_name(name) {
                    names.insert(name.to_owned());
                }
            }
        }
    }
    names
}

/// The code without comments and without its tests.
fn code_of(source: &str) -> String {
    let source = source.split("#[cfg(test)]").next().unwrap_or_default();
    let lines = source.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

/// The string literals of a piece of code.
fn literals(code: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = code;
    while let Some(start) = rest.find('"') {
        let inside = &rest[start + 1..];
        let mut escaped = false;
        let end = inside.find(|letter| {
            let ends = letter == '"' && !escaped;
            escaped = letter == '\\' && !escaped;
            ends
        });
        let Some(end) = end else { break };
        found.push(&inside[..end]);
        rest = &inside[end + 1..];
    }
    found
}

/// The expression at the start of `code`: up to the first of `ends` outside of brackets and literals.
fn expression(code: &str, ends: impl Fn(&str) -> bool) -> &str {
    let (mut depth, mut quoted, mut escaped) = (0_i32, false, false);
    for (at, letter) in code.char_indices() {
        if quoted {
            quoted = letter != '"' || escaped;
            escaped = letter == '\\' && !escaped;
            continue;
        }
        if depth == 0 && ends(&code[at..]) {
            return &code[..at];
        }
        match letter {
            '"' => quoted = true,
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' if depth == 0 => return &code[..at],
            ')' | ']' | '}' => depth -= 1,
            _ => {}
        }
    }
    code
}

/// Whether an attribute's value ends here: at the end of the tag, or where the next attribute begins.
fn ends_attribute(rest: &str) -> bool {
    if rest.starts_with("/>") || (rest.starts_with('>') && !rest.starts_with(">=")) {
        return true;
    }
    let Some(word) = rest.strip_prefix(char::is_whitespace) else { return false };
    let end = word.find(|letter: char| !(letter.is_ascii_alphanumeric() || "_:-".contains(letter)));
    let (name, after) = word.split_at(end.unwrap_or(word.len()));
    name.starts_with(|first: char| first.is_ascii_lowercase()) && after.starts_with('=') && !after.starts_with("==")
}

/// Whether a name, or one of those in a pattern, is `class`, or ends in `_class` or `_classes`.
fn is_about_classes(names: &str) -> bool {
    let mut words = names.split(|letter: char| !(letter.is_alphanumeric() || letter == '_')).map(str::to_lowercase);
    words.any(|word| word == "class" || word.ends_with("_class") || word.ends_with("_classes"))
}

/// What follows the name of a function, constant or variable that is about classes.
fn class_items(code: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for keyword in ["fn ", "const ", "static ", "let "] {
        for (at, _) in code.match_indices(keyword) {
            if code[..at].ends_with(|before: char| before.is_alphanumeric() || before == '_') {
                continue;
            }
            let item = &code[at + keyword.len()..];
            let stops: &[char] = if keyword == "let " { &['='] } else { &['(', ':', '<'] };
            let Some(end) = item.find(stops) else { continue };
            let (name, rest) = item.split_at(end);
            let named = keyword == "let " || name.chars().all(|letter| letter.is_alphanumeric() || letter == '_');
            if named && !name.contains('\n') && is_about_classes(name) {
                found.push(if keyword == "fn " {
                    rest.find('{').map_or("", |body| expression(&rest[body + 1..], |_| false))
                } else {
                    expression(rest, |rest| rest.starts_with(';'))
                });
            }
        }
    }
    found
}

/// The classes that a view uses. Words that cannot be classes are among them, to be complained about.
fn used_in(source: &str) -> BTreeSet<String> {
    let code = code_of(source);
    let mut names = BTreeSet::new();
    let mut take = |text: &str| names.extend(text.split_whitespace().map(str::to_owned));
    for (at, _) in code.match_indices("class") {
        let before = code[..at].chars().next_back();
        if before.is_some_and(|before| before.is_alphanumeric() || before == '_' || before == '.') {
            continue;
        }
        let rest = &code[at + "class".len()..];
        if let Some(name) = rest.strip_prefix(':').and_then(|rest| rest.split_once('=')).map(|(name, _)| name) {
            if is_name(name) {
                take(name);
            }
        } else if let Some(tuple) = rest.strip_prefix("=(") {
            literals(expression(tuple, |rest| rest.starts_with(','))).into_iter().for_each(&mut take);
        } else if let Some(value) = rest.strip_prefix('=').filter(|value| !value.starts_with('=')) {
            literals(expression(value, ends_attribute)).into_iter().for_each(&mut take);
        }
    }
    for item in class_items(&code) {
        literals(item).into_iter().for_each(&mut take);
    }
    names
}

fn gather(files: Vec<PathBuf>, names_of: impl Fn(&str) -> BTreeSet<String>) -> Found {
    let mut found = Found::new();
    for file in files {
        let text = fs::read_to_string(&file).expect("the file is text");
        let place = file.strip_prefix(root()).unwrap_or(&file).display().to_string();
        for name in names_of(&text) {
            found.entry(name).or_default().insert(place.clone());
        }
    }
    found
}

fn defined() -> Found {
    gather(files_below(&root().join("style"), "css"), defined_in)
}

fn used() -> Found {
    gather(files_below(&root().join("src/ui"), "rs"), used_in)
}

fn only_in(these: &Found, others: &Found) -> Vec<String> {
    let missing = these.iter().filter(|(name, _)| !others.contains_key(*name));
    missing
        .map(|(name, places)| format!("{name} ({})", places.iter().cloned().collect::<Vec<_>>().join(", ")))
        .collect()
}

#[test]
fn every_class_that_a_view_uses_is_defined() {
    let undefined = only_in(&used(), &defined());
    assert!(undefined.is_empty(), "used in a view, defined in no style sheet:\n{}", undefined.join("\n"));
}

#[test]
fn every_class_that_is_defined_is_used_by_a_view() {
    let unused = only_in(&defined(), &used());
    assert!(unused.is_empty(), "defined in a style sheet, used by no view:\n{}", unused.join("\n"));
}

#[test]
fn every_style_sheet_is_linked() {
    let page = fs::read_to_string(root().join("index.html")).expect("index.html is there");
    let sheets = files_below(&root().join("style"), "css");
    let names = sheets.iter().filter_map(|sheet| sheet.file_name()).map(|name| name.to_string_lossy());
    let missing: Vec<_> = names.filter(|name| !page.contains(&format!("style/{name}\""))).collect();
    assert!(missing.is_empty(), "index.html does not link: {}", missing.join(", "));
}

#[test]
fn no_view_writes_styles_as_text() {
    // The Content-Security-Policy refuses style attributes; `style:name=` and `style=("--name", …)` set properties one by one.
    let refused = |source: &str| -> BTreeSet<String> {
        let code = code_of(source);
        let found = code.match_indices("style=").filter(|(at, _)| {
            code[..*at].ends_with(char::is_whitespace) && !code[at + "style=".len()..].starts_with('(')
        });
        let mut names: BTreeSet<String> = found.map(|_| "style=".to_owned()).collect();
        names.extend(code.contains("inner_html").then(|| "inner_html".to_owned()));
        names
    };
    let found = gather(files_below(&root().join("src/ui"), "rs"), refused);
    assert!(found.is_empty(), "refused by the Content-Security-Policy: {found:?}");
}

#[test]
fn classes_are_found_in_each_way_of_writing_them() {
    let view = r#"
        const ROW_CLASSES: [&str; 2] = ["row row-0", "row row-1"];
        const fn tone_class(tone: Tone) -> &'static str { match tone { Tone::Bad => "tone-bad", _ => "tone" } }
        // <p class="commented">
        let class = if wide { "page page-wide" } else { "page" };
        view! {
            <div class="a b" class:c=move || x > 3 class=("d", on) id="not-this">
                <p class=if bin.marked { "e" } else { "f" } title="nor this">"class of its own"</p>
                <span class=tone_class(tone) aria-hidden="true"></span>
            </div>
        }
    "#;
    let expected = ["a", "b", "c", "d", "e", "f", "page", "page-wide", "row", "row-0", "row-1", "tone", "tone-bad"];
    assert_eq!(used_in(view).iter().map(String::as_str).collect::<Vec<_>>(), expected);
    let sheet = "@layer x { .a:not(.b) > .c::before { margin: 0.5rem; } /* .no */ @media (width < 1.5rem) { p, .d.e { top: 1.25px } } }";
    assert_eq!(defined_in(sheet).iter().map(String::as_str).collect::<Vec<_>>(), ["a", "b", "c", "d", "e"]);
}
