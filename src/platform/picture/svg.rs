//! SVG as text. Nothing here knows the page.

use std::fmt::Write as _;

/// A drawing that is being written.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Svg {
    body: String,
    /// How far to the right and down something was put.
    reach: (f64, f64),
}

impl Svg {
    /// Puts an empty element in.
    pub(super) fn element(&mut self, name: &str, attributes: &[(&str, String)]) {
        self.tag(name, attributes, "/>");
    }

    /// Begins an element, which is ended by [`Svg::close`].
    pub(super) fn open(&mut self, name: &str, attributes: &[(&str, String)]) {
        self.tag(name, attributes, ">");
    }

    /// Ends the element of that name.
    pub(super) fn close(&mut self, name: &str) {
        let _ = write!(self.body, "</{name}>");
    }

    /// Puts text into the element that is open.
    pub(super) fn text(&mut self, text: &str) {
        self.body.push_str(&escaped(text));
    }

    /// Makes room for what ends there.
    pub(super) fn reach(&mut self, right: f64, bottom: f64) {
        self.reach = (self.reach.0.max(right), self.reach.1.max(bottom));
    }

    fn tag(&mut self, name: &str, attributes: &[(&str, String)], end: &str) {
        let _ = write!(self.body, "<{name}");
        for (key, value) in attributes {
            let _ = write!(self.body, " {key}=\"{}\"", escaped(value));
        }
        self.body.push_str(end);
    }

    /// The whole: on a ground, with air around, in a typeface.
    pub(super) fn finish(self, air: f64, ground: &str, font: &str) -> Picture {
        let (width, height) = ((self.reach.0 + 2.0 * air).ceil(), (self.reach.1 + 2.0 * air).ceil());
        let (ground, font) = (escaped(ground), escaped(font));
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"{air_} {air_} {width} {height}\" \
             font-family=\"{font}\"><rect x=\"{air_}\" y=\"{air_}\" width=\"{width}\" height=\"{height}\" fill=\"{ground}\"/>{}</svg>",
            self.body,
            air_ = -air,
        );
        Picture { svg, width, height }
    }
}

/// A finished drawing.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// The text of the file.
    pub svg: String,
    /// In pixels of the page.
    pub width: f64,
    /// In pixels of the page.
    pub height: f64,
}

/// Text as it may stand in XML; what may not stand there at all is left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(' '),
            c if c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}') => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_from_outside_stay_text() {
        let mut svg = Svg::default();
        svg.open("text", &[("font-family", "\"A\" & <b>".to_owned())]);
        svg.text("</text><script>1 & 2\u{0}\u{FFFF}\n</script>");
        svg.close("text");
        let svg = svg.finish(0.0, "#fff", "x").svg;
        assert!(svg.contains("<text font-family=\"&quot;A&quot; &amp; &lt;b&gt;\">&lt;/text&gt;&lt;script&gt;1 &amp; 2 &lt;/script&gt;</text>"));
    }

    #[test]
    fn the_ground_holds_everything_with_air_around() {
        let mut svg = Svg::default();
        svg.reach(100.2, 10.0);
        svg.reach(20.0, 50.0);
        let picture = svg.finish(8.0, "#ffffff", "serif");
        assert_eq!((picture.width, picture.height), (117.0, 66.0));
        assert!(picture.svg.contains("viewBox=\"-8 -8 117 66\""), "{}", picture.svg);
    }
}
