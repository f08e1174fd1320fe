//! The rooms use each other one way only, and the browser's own types stay where they belong.
//!
//! ```text
//! ui → state → {storage, platform} → {interchange, sync, analysis, demo} → {domain, unicode}
//! ```

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test may panic; clippy knows only those of the standard harness")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use syn::visit::Visit;

/// Each room, and the rooms that it may name.
const ROOMS: [(&str, &[&str]); 10] = [
    ("unicode", &[]),
    ("domain", &["unicode"]),
    ("analysis", &["domain", "unicode"]),
    ("demo", &["domain", "unicode"]),
    ("interchange", &["domain", "unicode"]),
    ("sync", &["domain", "unicode"]),
    ("platform", &["interchange", "sync", "analysis", "domain", "unicode"]),
    ("storage", &["platform", "interchange", "sync", "analysis", "domain", "unicode"]),
    ("state", &["storage", "platform", "interchange", "sync", "analysis", "demo", "domain", "unicode"]),
    ("ui", &["state", "storage", "platform", "interchange", "sync", "analysis", "demo", "domain", "unicode"]),
];

/// Who may name `web_sys`: the two rooms made of it, and the one file in which components ask their own elements.
const BROWSER: [&str; 3] = ["src/platform/", "src/storage/", "src/ui/components/dom.rs"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn sources_below(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut found: Vec<_> = entries
        .flat_map(|path| if path.is_dir() { sources_below(&path) } else { vec![path] })
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .collect();
    found.sort();
    found
}

/// What a source names: the modules right below `crate`, and the crates whose name a path begins or contains.
#[derive(Default)]
struct Named {
    rooms: BTreeSet<String>,
    words: BTreeSet<String>,
}

impl Named {
    fn of(source: &str) -> Self {
        let mut named = Self::default();
        named.visit_file(&syn::parse_file(source).unwrap());
        named
    }

    fn tree(&mut self, tree: &syn::UseTree, below_crate: bool) {
        match tree {
            syn::UseTree::Path(path) => {
                self.word(&path.ident.to_string(), below_crate);
                self.tree(&path.tree, path.ident == "crate");
            }
            syn::UseTree::Name(name) => self.word(&name.ident.to_string(), below_crate),
            syn::UseTree::Rename(name) => self.word(&name.ident.to_string(), below_crate),
            syn::UseTree::Group(group) => group.items.iter().for_each(|tree| self.tree(tree, below_crate)),
            syn::UseTree::Glob(_) => {}
        }
    }

    fn word(&mut self, word: &str, below_crate: bool) {
        if below_crate {
            self.rooms.insert(word.to_owned());
        }
        self.words.insert(word.to_owned());
    }
}

impl<'ast> Visit<'ast> for Named {
    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.tree(&item.tree, false);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let mut below_crate = false;
        for segment in &path.segments {
            self.word(&segment.ident.to_string(), below_crate);
            below_crate = segment.ident == "crate";
        }
        syn::visit::visit_path(self, path);
    }

    /// What stands in a macro is no syntax yet, but its words are.
    fn visit_macro(&mut self, found: &'ast syn::Macro) {
        let text = found.tokens.to_string();
        let mut before = ["", ""];
        for word in text.split_whitespace() {
            self.word(word, before == ["crate", "::"]);
            before = [before[1], word];
        }
        self.visit_path(&found.path);
    }
}

#[test]
fn rooms_name_only_those_below() {
    for (room, below) in ROOMS {
        let sources = sources_below(&root().join("src").join(room));
        assert!(!sources.is_empty(), "{room} is empty");
        for path in sources {
            let named = Named::of(&fs::read_to_string(&path).unwrap());
            for other in ROOMS.iter().map(|(other, _)| *other).filter(|other| *other != room && !below.contains(other))
            {
                assert!(!named.rooms.contains(other), "{} names {other}", path.display());
            }
        }
    }
}

#[test]
fn every_room_is_on_the_map() {
    let folders =
        fs::read_dir(root().join("src")).unwrap().map(|entry| entry.unwrap()).filter(|entry| entry.path().is_dir());
    let folders: BTreeSet<_> = folders.map(|entry| entry.file_name().into_string().unwrap()).collect();
    let mut rooms: BTreeSet<_> = ROOMS.iter().map(|(room, _)| (*room).to_owned()).collect();
    rooms.insert("bin".to_owned());
    assert_eq!(folders, rooms);
}

#[test]
fn the_browsers_types_stay_in_their_rooms() {
    let mut seen = 0;
    for path in sources_below(&root().join("src")) {
        let place = path.strip_prefix(root()).unwrap().to_str().unwrap();
        let names = Named::of(&fs::read_to_string(&path).unwrap()).words.contains("web_sys");
        let may = BROWSER.iter().any(|allowed| place.starts_with(allowed));
        assert!(may || !names, "{place} names web_sys");
        seen += usize::from(names);
    }
    assert!(seen > 10, "the search finds what is there");
}

#[test]
fn names_are_found_wherever_they_stand() {
    let named = Named::of(
        "use crate::{state::Workspace, ui};
         fn f() -> crate::domain::Id { view!{ <p>{crate::storage::open()}</p> }; web_sys::window() }",
    );
    let rooms: Vec<_> = named.rooms.iter().map(String::as_str).collect();
    assert_eq!(rooms, ["domain", "state", "storage", "ui"]);
    assert!(named.words.contains("web_sys"));
}
