//! Files that are no table of text, told by their first bytes. They are named so that the user knows what to do instead.

/// A kind of file that was dropped by mistake.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Foreign {
    /// A workbook of Excel since 2007 (`.xlsx`).
    Xlsx,
    /// An OpenDocument table (`.ods`).
    Ods,
    /// A workbook of Excel before 2007, or another document of those days.
    Xls,
    /// A ZIP archive of something else.
    Zip,
    /// Another archive or compressed file (gzip, 7z, RAR, zstd, bzip2, xz).
    Archive,
    /// A PDF document.
    Pdf,
    /// A picture (PNG, JPEG, GIF, WebP, BMP, TIFF, HEIC).
    Picture,
    /// JSON; perhaps a backup.
    Json,
    /// A web page; "Excel" exports of some shops are web pages.
    Html,
    /// XML.
    Xml,
    /// A document in rich text.
    Rtf,
    /// Contacts as vCard.
    Vcard,
    /// A calendar (iCalendar).
    Calendar,
    /// A database of SQLite.
    Sqlite,
    /// Something else that is not text.
    Binary,
}

/// What the first bytes say; `None` when they may be a table of text. Text in UTF-16 is not looked into.
pub fn recognise(head: &[u8]) -> Option<Foreign> {
    let has = |needle: &[u8]| head.windows(needle.len()).any(|part| part == needle);
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return Some(match () {
            () if has(b"opendocument.spreadsheet") => Foreign::Ods,
            () if has(b"xl/") => Foreign::Xlsx,
            () => Foreign::Zip,
        });
    }
    const MAGIC: &[(&[u8], Foreign)] = &[
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Foreign::Xls),
        (b"%PDF-", Foreign::Pdf),
        (b"\x89PNG\r\n\x1A\n", Foreign::Picture),
        (b"\xFF\xD8\xFF", Foreign::Picture),
        (b"GIF87a", Foreign::Picture),
        (b"GIF89a", Foreign::Picture),
        (b"II*\0", Foreign::Picture),
        (b"MM\0*", Foreign::Picture),
        (b"\x1F\x8B\x08", Foreign::Archive),
        (b"7z\xBC\xAF\x27\x1C", Foreign::Archive),
        (b"Rar!\x1A\x07", Foreign::Archive),
        (b"\x28\xB5\x2F\xFD", Foreign::Archive),
        (b"\xFD7zXZ\0", Foreign::Archive),
        (b"SQLite format 3\0", Foreign::Sqlite),
        (b"{\\rtf", Foreign::Rtf),
        (b"PAR1", Foreign::Binary),
        (b"\x7FELF", Foreign::Binary),
        (b"\0asm", Foreign::Binary),
    ];
    if let Some((_, what)) = MAGIC.iter().find(|(magic, _)| head.starts_with(magic)) {
        return Some(*what);
    }
    let at = |from: usize, magic: &[u8]| head.get(from..from + magic.len()) == Some(magic);
    if (at(0, b"RIFF") && at(8, b"WEBP")) || (at(0, b"\0\0\0") && at(4, b"ftyp")) {
        return Some(Foreign::Picture);
    }
    if at(0, b"BZh") && at(4, b"1AY&SY") {
        return Some(Foreign::Archive);
    }
    text(head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head))
}

/// Formats that are text, but no table.
fn text(head: &[u8]) -> Option<Foreign> {
    let head = head.trim_ascii_start();
    let begins = |word: &str| head.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word.as_bytes()));
    let next = |from: usize| head.get(from..).map(<[u8]>::trim_ascii_start).and_then(|rest| rest.first());
    match head.first() {
        Some(b'<') if begins("<!doctype html") || begins("<html") || begins("<table") || begins("<meta") => {
            Some(Foreign::Html)
        }
        Some(b'<') if begins("<?xml") => Some(Foreign::Xml),
        Some(b'{') if matches!(next(1), Some(b'"' | b'}')) => Some(Foreign::Json),
        Some(b'[') if matches!(next(1), Some(b'{' | b'[' | b']')) => Some(Foreign::Json),
        _ if begins("BEGIN:VCARD") => Some(Foreign::Vcard),
        _ if begins("BEGIN:VCALENDAR") => Some(Foreign::Calendar),
        _ => None,
    }
}

/// Whether decoded text is so full of control characters that it cannot have been text.
pub fn is_binary(text: &str) -> bool {
    let odd =
        |c: &char| (c.is_ascii_control() && !"\t\r\n\x0B\x0C\x1A".contains(*c)) || ('\u{80}'..'\u{A0}').contains(c);
    let (mut odds, mut all) = (0_usize, 0_usize);
    for c in text.chars() {
        all += 1;
        odds += usize::from(odd(&c));
    }
    odds * 50 > all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wrong_file_is_named_by_its_kind() {
        for (head, what) in [
            (&b"PK\x03\x04\x14\0\x06\0\x08\0..[Content_Types].xml..xl/workbook.xml"[..], Foreign::Xlsx),
            (b"PK\x03\x04..mimetypeapplication/vnd.oasis.opendocument.spreadsheet", Foreign::Ods),
            (b"PK\x03\x04.. word/document.xml", Foreign::Zip),
            (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0", Foreign::Xls),
            (b"%PDF-1.7", Foreign::Pdf),
            (b"\x89PNG\r\n\x1A\n\0\0", Foreign::Picture),
            (b"\xEF\xBB\xBF  {\n \"format\": 1}", Foreign::Json),
            (b"[[1,2]]", Foreign::Json),
            (b"<!DOCTYPE HTML><p>", Foreign::Html),
            (b"<?xml version='1.0'?>", Foreign::Xml),
            (b"begin:vcard\r\nVERSION:3.0", Foreign::Vcard),
        ] {
            assert_eq!(recognise(head), Some(what));
        }
        for table in [&b""[..], b"a,b\n1,2", b"{8F2A},x\n", b"[a],b", b"BZ,PK\n", b"<none>,1"] {
            assert_eq!(recognise(table), None);
        }
    }
}
