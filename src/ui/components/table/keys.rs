//! What the keys of the table do.

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wish {
    /// To be at this line.
    At(usize),
    /// To be at this cell of the line; none for the line as a whole.
    Cell(Option<usize>),
    /// To open the row that one is at, or to change its cell.
    Open,
    /// To change the cell.
    Edit,
    /// To tick or untick the row.
    Tick,
    /// To see the row beside the list.
    Peek,
    /// To tick every row.
    All,
    /// To untick all.
    Clear,
}

/// A key with what is held down with it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stroke<'a> {
    pub key: &'a str,
    pub shift: bool,
    /// Control, or Command on a Mac.
    pub command: bool,
}

/// Where the keys are.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct At {
    pub line: usize,
    /// How many lines there are.
    pub lines: usize,
    /// How many lines make a page.
    pub page: usize,
    pub cell: Option<usize>,
    /// How many cells can be gone to; 0 where a line is one thing.
    pub cells: usize,
    /// Whether the space bar shows the row beside the list; else it ticks.
    pub peeks: bool,
}

/// What a key asks for; `None` for keys that are not the table's.
pub(super) fn wish(stroke: Stroke<'_>, at: At) -> Option<Wish> {
    let last = at.lines.checked_sub(1)?;
    let now = at.line.min(last);
    let last_cell = at.cells.checked_sub(1);
    Some(match stroke.key {
        "ArrowDown" => Wish::At((now + 1).min(last)),
        "ArrowUp" => Wish::At(now.saturating_sub(1)),
        "PageDown" => Wish::At((now + at.page).min(last)),
        "PageUp" => Wish::At(now.saturating_sub(at.page)),
        "Home" => Wish::At(0),
        "End" => Wish::At(last),
        "ArrowRight" => Wish::Cell(Some(at.cell.map_or(0, |cell| cell + 1).min(last_cell?))),
        "ArrowLeft" => Wish::Cell(at.cell.filter(|_| last_cell.is_some())?.checked_sub(1)),
        "Enter" => Wish::Open,
        "F2" => Wish::Edit,
        "a" | "A" if stroke.command => Wish::All,
        "Escape" => Wish::Clear,
        " " if at.peeks && !stroke.shift && !stroke.command => Wish::Peek,
        " " => Wish::Tick,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{At, Stroke, Wish, wish};

    fn at(line: usize, lines: usize) -> At {
        At { line, lines, page: 5, ..At::default() }
    }

    fn plain(key: &str) -> Stroke<'_> {
        Stroke { key, shift: false, command: false }
    }

    #[test]
    fn keys_move_within_the_list_and_never_beyond() {
        assert_eq!(wish(plain("ArrowDown"), at(3, 10)), Some(Wish::At(4)));
        assert_eq!(wish(plain("ArrowDown"), at(9, 10)), Some(Wish::At(9)));
        assert_eq!(wish(plain("ArrowUp"), at(0, 10)), Some(Wish::At(0)));
        assert_eq!(wish(plain("PageDown"), at(7, 10)), Some(Wish::At(9)));
        assert_eq!(wish(plain("PageUp"), at(7, 10)), Some(Wish::At(2)));
        assert_eq!(wish(plain("End"), at(0, 10)), Some(Wish::At(9)));
        assert_eq!(wish(plain("ArrowUp"), at(99, 10)), Some(Wish::At(8)), "the list has become shorter");
        assert_eq!(wish(plain("x"), at(0, 10)), None);
        assert_eq!(wish(plain("Enter"), at(0, 0)), None);
    }

    #[test]
    fn cells_are_gone_to_from_the_line_and_left_to_it() {
        let cell = |cell, key| wish(plain(key), At { cell, cells: 3, ..at(0, 10) });
        assert_eq!(cell(None, "ArrowRight"), Some(Wish::Cell(Some(0))));
        assert_eq!(cell(Some(2), "ArrowRight"), Some(Wish::Cell(Some(2))));
        assert_eq!(cell(Some(1), "ArrowLeft"), Some(Wish::Cell(Some(0))));
        assert_eq!(cell(Some(0), "ArrowLeft"), Some(Wish::Cell(None)));
        assert_eq!(cell(None, "ArrowLeft"), None, "the key scrolls sideways");
        assert_eq!(wish(plain("ArrowRight"), at(0, 10)), None);
    }

    #[test]
    fn the_space_bar_ticks_unless_it_shows_the_row_beside_the_list() {
        let peeks = At { peeks: true, ..at(0, 10) };
        assert_eq!(wish(plain(" "), at(0, 10)), Some(Wish::Tick));
        assert_eq!(wish(plain(" "), peeks), Some(Wish::Peek));
        assert_eq!(wish(Stroke { shift: true, ..plain(" ") }, peeks), Some(Wish::Tick));
        assert_eq!(wish(Stroke { command: true, ..plain("a") }, peeks), Some(Wish::All));
        assert_eq!(wish(plain("a"), peeks), None);
    }
}
