//! The strict policy of `index.html` holds only if nothing in it is inline, and the folder can be served from anywhere only if every
//! address is relative. A build that breaks either is refused here, not found out by a user.

/// Checks the finished page.
///
/// # Errors
/// What breaks the policy, as half a sentence.
pub fn check(html: &str) -> Result<(), String> {
    if !html.contains(r#"http-equiv="Content-Security-Policy" content="default-src 'none';"#) {
        return Err("the Content-Security-Policy is missing".to_owned());
    }
    for tag in tags(html) {
        let name = tag.split(|c: char| c.is_whitespace() || c == '>' || c == '/').next().unwrap_or_default();
        let attributes = attributes(tag);
        let value = |name: &str| attributes.iter().find(|(key, _)| *key == name).map(|(_, value)| *value);
        if name == "script" && value("src").is_none() {
            return Err(format!("it has an inline script, which the policy refuses: <{tag}>"));
        }
        if name == "style" || name == "base" {
            return Err(format!("it has a <{name}> element, which the policy refuses"));
        }
        if let Some((key, _)) = attributes.iter().find(|(key, _)| *key == "style" || key.starts_with("on")) {
            return Err(format!("it has the attribute {key}, which the policy refuses: <{tag}>"));
        }
        for address in ["src", "href", "data-wasm"].into_iter().filter_map(value) {
            if address.starts_with('/') || address.contains("://") {
                return Err(format!("an address is not relative: {address}"));
            }
        }
    }
    Ok(())
}

/// Takes the integrity out of `<link rel="preload" as="fetch">`, where browsers do not support it and complain. Trunk writes it.
pub fn without_ignored_integrity(html: &str) -> String {
    let mut cleaned = html.to_owned();
    for tag in tags(html).filter(|tag| tag.contains(r#"rel="preload""#) && tag.contains(r#"as="fetch""#)) {
        if let Some((_, integrity)) = attributes(tag).into_iter().find(|(key, _)| *key == "integrity") {
            cleaned = cleaned.replace(tag, &tag.replace(&format!(r#" integrity="{integrity}""#), ""));
        }
    }
    cleaned
}

/// The insides of all opening tags. Enough for our own page, where no attribute holds a `>`.
fn tags(html: &str) -> impl Iterator<Item = &str> {
    html.split('<')
        .skip(1)
        .filter(|part| part.starts_with(|c: char| c.is_ascii_alphabetic()))
        .filter_map(|part| part.split('>').next())
}

/// `key="value"` pairs, and keys alone with an empty value.
fn attributes(tag: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    let mut rest = tag.split_once(char::is_whitespace).map_or("", |(_, rest)| rest).trim_start();
    while !rest.is_empty() {
        let end = rest.find(|c: char| c == '=' || c.is_whitespace()).unwrap_or(rest.len());
        let (key, after) = rest.split_at(end);
        match after.strip_prefix("=\"").and_then(|value| value.split_once('"')) {
            Some((value, after)) => {
                found.push((key, value));
                rest = after.trim_start();
            }
            None => {
                found.push((key, ""));
                rest = after.trim_start_matches('=').trim_start();
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{check, without_ignored_integrity};

    const POLICY: &str =
        r#"<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'">"#;

    #[test]
    fn our_own_page_before_the_build_passes() {
        let page = std::fs::read_to_string(crate::root().join("index.html")).unwrap();
        assert_eq!(check(&page), Ok(()));
    }

    #[test]
    fn every_style_sheet_is_on_the_page() {
        let page = std::fs::read_to_string(crate::root().join("index.html")).unwrap();
        for sheet in std::fs::read_dir(crate::root().join("style")).unwrap() {
            let name = sheet.unwrap().file_name().into_string().unwrap();
            assert!(page.contains(&format!(r#"<link data-trunk rel="css" href="style/{name}">"#)), "{name}");
        }
    }

    #[test]
    fn what_the_policy_refuses_is_refused_here() {
        for bad in [
            "<script>1</script>",
            r#"<script type="module">import "./x.js"</script>"#,
            "<style>p{}</style>",
            r#"<p style="color: red">"#,
            r#"<p hidden onclick="x()">"#,
            r#"<base href="/">"#,
            r#"<script src="/x.js"></script>"#,
            r#"<link rel="stylesheet" href="https://example.org/x.css">"#,
        ] {
            assert!(check(&format!("{POLICY}{bad}")).is_err(), "{bad}");
        }
        assert!(check("<p>").is_err());
    }

    #[test]
    fn what_trunk_writes_passes() {
        let good = r#"<script src="./start-1.js" defer integrity="sha384-a/b=="></script><link rel="preload" href="./a.wasm" crossorigin="anonymous" as="fetch"/>"#;
        assert_eq!(check(&format!("{POLICY}{good}")), Ok(()));
    }

    #[test]
    fn only_integrity_that_is_ignored_goes() {
        let script = r#"<script src="./a.js" integrity="sha384-x"></script><link rel="modulepreload" href="./b.js" integrity="sha384-y">"#;
        let html = |integrity: &str| {
            format!(r#"{script}<link rel="preload" href="./a.wasm"{integrity} as="fetch" type="application/wasm">"#)
        };
        assert_eq!(without_ignored_integrity(&html(r#" integrity="sha384-z""#)), html(""));
    }
}
