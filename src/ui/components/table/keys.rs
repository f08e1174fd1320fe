//! What the keys of the table do.

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wish {
    /// To be at this row.
    At(usize),
    /// To open the row that one is at.
    Open,
    /// To tick or untick it.
    Tick,
}

/// What `key` asks for at row `now` of `count`, with `page` rows to a page; `None` for keys that are not the table's.
pub(super) fn wish(key: &str, now: usize, count: usize, page: usize) -> Option<Wish> {
    let last = count.checked_sub(1)?;
    let now = now.min(last);
    Some(match key {
        "ArrowDown" => Wish::At((now + 1).min(last)),
        "ArrowUp" => Wish::At(now.saturating_sub(1)),
        "PageDown" => Wish::At((now + page).min(last)),
        "PageUp" => Wish::At(now.saturating_sub(page)),
        "Home" => Wish::At(0),
        "End" => Wish::At(last),
        "Enter" => Wish::Open,
        " " => Wish::Tick,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{Wish, wish};

    #[test]
    fn keys_move_within_the_list_and_never_beyond() {
        assert_eq!(wish("ArrowDown", 3, 10, 5), Some(Wish::At(4)));
        assert_eq!(wish("ArrowDown", 9, 10, 5), Some(Wish::At(9)));
        assert_eq!(wish("ArrowUp", 0, 10, 5), Some(Wish::At(0)));
        assert_eq!(wish("PageDown", 7, 10, 5), Some(Wish::At(9)));
        assert_eq!(wish("PageUp", 7, 10, 5), Some(Wish::At(2)));
        assert_eq!(wish("End", 0, 10, 5), Some(Wish::At(9)));
        assert_eq!(wish("ArrowUp", 99, 10, 5), Some(Wish::At(8)), "the list has become shorter");
        assert_eq!(wish("x", 0, 10, 5), None);
        assert_eq!(wish("Enter", 0, 0, 5), None);
    }
}
