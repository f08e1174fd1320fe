//! Which columns are shown, in what order and how wide: what the user chose, as a value that can be kept.

/// How narrow a column can be made, in tenths of the text size.
const NARROWEST: u16 = 30;
/// How wide a column can be made, in tenths of the text size.
const WIDEST: u16 = 800;

/// What the user chose of the columns. Keys of columns that are not there any more do no harm.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Default)]
pub struct ColumnsState {
    /// The keys of the columns shown, in order; empty for those that the table shows by itself.
    pub keys: Vec<String>,
    /// The widths that the user gave, by key, in tenths of the text size.
    pub widths: Vec<(String, u16)>,
}

/// What is known of a column before anybody chose: its key, and whether it is shown.
pub(super) type Known<'a> = (&'a str, bool);

impl ColumnsState {
    /// The width that the user gave a column, in tenths of the text size.
    pub fn width(&self, key: &str) -> Option<u16> {
        self.widths.iter().find(|(known, _)| known == key).map(|(_, width)| *width)
    }

    /// With another width of a column; `None` for its own.
    #[must_use]
    pub fn with_width(&self, key: &str, width: Option<u16>) -> Self {
        let mut changed = self.clone();
        changed.widths.retain(|(known, _)| known != key);
        changed.widths.extend(width.map(|width| (key.to_owned(), width.clamp(NARROWEST, WIDEST))));
        changed
    }

    /// The keys of the columns shown, in order. Where nothing that was chosen is there any more, the table shows what it shows by itself.
    pub(super) fn shown(&self, all: &[Known<'_>]) -> Vec<String> {
        let is_there = |key: &&String| all.iter().any(|(known, _)| known == key);
        let chosen: Vec<String> = self.keys.iter().filter(is_there).cloned().collect();
        if chosen.is_empty() {
            return all.iter().filter(|(_, shown)| *shown).map(|(key, _)| (*key).to_owned()).collect();
        }
        chosen
    }

    /// With a column shown, behind the others, or hidden. The last one stays.
    #[must_use]
    pub(super) fn with_shown(&self, all: &[Known<'_>], key: &str, shown: bool) -> Self {
        let mut keys = self.shown(all);
        match keys.iter().position(|known| known == key) {
            Some(at) if !shown && keys.len() > 1 => drop(keys.remove(at)),
            None if shown => keys.push(key.to_owned()),
            _ => {}
        }
        Self { keys, ..self.clone() }
    }

    /// With a column moved to a place among those shown, counted from 0.
    #[must_use]
    pub(super) fn with_place(&self, all: &[Known<'_>], key: &str, place: usize) -> Self {
        let mut keys = self.shown(all);
        if let Some(at) = keys.iter().position(|known| known == key) {
            let key = keys.remove(at);
            keys.insert(place.min(keys.len()), key);
        }
        Self { keys, ..self.clone() }
    }

    /// With a column moved by so many places.
    #[must_use]
    pub(super) fn with_step(&self, all: &[Known<'_>], key: &str, step: isize) -> Self {
        let at = self.shown(all).iter().position(|known| known == key);
        at.map_or_else(|| self.clone(), |at| self.with_place(all, key, at.saturating_add_signed(step)))
    }
}

#[cfg(test)]
mod tests {
    use super::{ColumnsState, Known};

    const ALL: [Known<'static>; 4] = [("name", true), ("value", true), ("last", true), ("city", false)];

    fn chosen(keys: &[&str]) -> ColumnsState {
        ColumnsState { keys: keys.iter().map(|key| (*key).to_owned()).collect(), ..ColumnsState::default() }
    }

    #[test]
    fn who_chose_nothing_sees_what_the_table_shows_by_itself() {
        assert_eq!(ColumnsState::default().shown(&ALL), ["name", "value", "last"]);
        assert_eq!(chosen(&["gone"]).shown(&ALL), ["name", "value", "last"]);
        assert_eq!(chosen(&["city", "gone", "name"]).shown(&ALL), ["city", "name"]);
    }

    #[test]
    fn columns_come_go_and_move() {
        let state = ColumnsState::default().with_shown(&ALL, "city", true);
        assert_eq!(state.keys, ["name", "value", "last", "city"]);
        assert_eq!(state.with_shown(&ALL, "value", false).keys, ["name", "last", "city"]);
        assert_eq!(state.with_place(&ALL, "city", 0).keys, ["city", "name", "value", "last"]);
        assert_eq!(state.with_step(&ALL, "name", 1).keys, ["value", "name", "last", "city"]);
        assert_eq!(state.with_step(&ALL, "name", -1).keys, state.keys, "it is the first already");
        assert_eq!(state.with_step(&ALL, "city", 1).keys, state.keys, "it is the last already");
    }

    #[test]
    fn the_last_column_stays() {
        assert_eq!(chosen(&["name"]).with_shown(&ALL, "name", false).keys, ["name"]);
    }

    #[test]
    fn a_width_is_kept_within_what_can_be_read() {
        let state = ColumnsState::default().with_width("name", Some(120)).with_width("name", Some(1));
        assert_eq!(state.width("name"), Some(30));
        assert_eq!(state.with_width("name", Some(9_999)).width("name"), Some(800));
        assert_eq!(state.with_width("name", None), ColumnsState::default());
    }
}
