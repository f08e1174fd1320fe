//! From elements of the page to SVG. Drawings are copied element by element with the looks that the style sheets give them; of what is
//! HTML, grounds, borders and lines of text are taken, where they stand. So a table of shaded cells is a picture just as a curve is.

use wasm_bindgen::JsCast;
use web_sys::{CssStyleDeclaration, Element, HtmlElement, Node, Range, window};

use super::svg::{Picture, Svg};
use crate::platform::page::document;

/// How a picture is taken.
#[derive(Debug, Clone, Copy)]
pub struct Take<'a> {
    /// Properties of style that hold while it is taken, such as the light theme: nobody sees them on the page.
    pub with: &'a [(&'a str, &'a str)],
    /// A selector of what is left out.
    pub without: &'a str,
    /// The colour behind it.
    pub ground: &'a str,
    /// Air around it, in pixels.
    pub air: f64,
}

/// Takes a picture of an element and all that is in it. `None` where there is no window to look through.
pub fn take(root: &HtmlElement, take: Take<'_>) -> Option<Picture> {
    let style = root.style();
    for (key, value) in take.with {
        // A property that the browser does not know changes nothing.
        let _ = style.set_property(key, value);
    }
    let rect = root.get_bounding_client_rect();
    let mut walk = Walk { svg: Svg::default(), origin: (rect.left(), rect.top()), without: take.without };
    let font = computed(root).map(|style| property(&style, "font-family"));
    walk.element(root);
    for (key, _) in take.with {
        let _ = style.remove_property(key);
    }
    font.map(|font| walk.svg.finish(take.air, take.ground, &font))
}

fn computed(element: &Element) -> Option<CssStyleDeclaration> {
    window()?.get_computed_style(element).ok().flatten()
}

fn property(style: &CssStyleDeclaration, key: &str) -> String {
    style.get_property_value(key).unwrap_or_default()
}

fn pixels(style: &CssStyleDeclaration, key: &str) -> f64 {
    property(style, key).trim_end_matches("px").parse().unwrap_or(0.0)
}

fn tenth(value: f64) -> String {
    format!("{}", (value * 10.0).round() / 10.0)
}

/// What is copied of an element of a drawing.
const DRAWN: [&str; 7] = ["g", "a", "line", "path", "rect", "circle", "text"];
/// What says where and how large it is.
const SHAPE: [&str; 14] =
    ["x", "y", "x1", "x2", "y1", "y2", "width", "height", "d", "cx", "cy", "r", "dy", "transform"];
/// How it looks, with what holds anyhow.
const LOOKS: [(&str, &str); 9] = [
    ("fill", ""),
    ("fill-opacity", "1"),
    ("stroke", "none"),
    ("stroke-width", "1px"),
    ("stroke-opacity", "1"),
    ("stroke-dasharray", "none"),
    ("stroke-linejoin", "miter"),
    ("stroke-linecap", "butt"),
    ("opacity", "1"),
];

struct Walk<'a> {
    svg: Svg,
    origin: (f64, f64),
    without: &'a str,
}

impl Walk<'_> {
    fn element(&mut self, element: &Element) {
        if element.matches(self.without).unwrap_or(false) {
            return;
        }
        let Some(style) = computed(element) else { return };
        let rect = element.get_bounding_client_rect();
        // What is there for screen readers alone takes one pixel.
        let unseen = rect.width() <= 1.0 && rect.height() <= 1.0 && property(&style, "position") == "absolute";
        if unseen || property(&style, "display") == "none" || property(&style, "visibility") == "hidden" {
            return;
        }
        if element.local_name() == "svg" {
            self.drawing(element);
            return;
        }
        self.ground(element, &style);
        let clips = property(&style, "overflow-x") == "hidden" && rect.width() > 1.0;
        if clips {
            let (x, y) = self.place(rect.left(), rect.top());
            let (width, height) = (tenth(rect.width()), tenth(rect.height()));
            let view = format!("{} {} {width} {height}", tenth(x), tenth(y));
            let frame = [("x", tenth(x)), ("y", tenth(y)), ("width", width), ("height", height), ("viewBox", view)];
            self.svg.open("svg", &frame);
        }
        let mut child = element.first_child();
        while let Some(node) = child {
            match node.node_type() {
                Node::ELEMENT_NODE => self.element(node.unchecked_ref()),
                Node::TEXT_NODE => self.words(&node, &style),
                _ => {}
            }
            child = node.next_sibling();
        }
        if clips {
            self.svg.close("svg");
        }
    }

    fn place(&self, x: f64, y: f64) -> (f64, f64) {
        (x - self.origin.0, y - self.origin.1)
    }

    /// The ground and the border of a box; a border at the top alone is a line.
    fn ground(&mut self, element: &Element, style: &CssStyleDeclaration) {
        let rect = element.get_bounding_client_rect();
        let (x, y) = self.place(rect.left(), rect.top());
        let fill = property(style, "background-color");
        let has_ground = !matches!(fill.as_str(), "" | "transparent" | "rgba(0, 0, 0, 0)");
        let line = |side: &str| match property(style, &format!("border-{side}-style")).as_str() {
            "" | "none" | "hidden" => 0.0,
            _ => pixels(style, &format!("border-{side}-width")),
        };
        let (top, bottom) = (line("top"), line("bottom"));
        let stroke = || ("stroke", property(style, "border-top-color"));
        if has_ground || (top > 0.0 && bottom > 0.0) {
            let inset = if bottom > 0.0 { top / 2.0 } else { 0.0 };
            let mut attributes = vec![
                ("x", tenth(x + inset)),
                ("y", tenth(y + inset)),
                ("width", tenth((rect.width() - 2.0 * inset).max(0.0))),
                ("height", tenth((rect.height() - 2.0 * inset).max(0.0))),
                ("fill", if has_ground { fill } else { "none".to_owned() }),
            ];
            let round = pixels(style, "border-top-left-radius").min(rect.height() / 2.0);
            if round > 0.0 {
                attributes.push(("rx", tenth(round)));
            }
            if bottom > 0.0 && top > 0.0 {
                attributes.extend([stroke(), ("stroke-width", tenth(top))]);
            }
            self.svg.element("rect", &attributes);
            self.svg.reach(x + rect.width(), y + rect.height());
        } else if top > 0.0 {
            let mut attributes = vec![
                ("x1", tenth(x)),
                ("x2", tenth(x + rect.width())),
                ("y1", tenth(y + top / 2.0)),
                ("y2", tenth(y + top / 2.0)),
                stroke(),
                ("stroke-width", tenth(top)),
            ];
            if property(style, "border-top-style") == "dashed" {
                attributes.push(("stroke-dasharray", "4 3".to_owned()));
            }
            self.svg.element("line", &attributes);
        }
    }

    /// The lines of a text as the page broke them.
    fn words(&mut self, node: &Node, style: &CssStyleDeclaration) {
        let text: Vec<u16> = node.text_content().unwrap_or_default().encode_utf16().collect();
        let Ok(range) = document().create_range() else { return };
        let mut line = Line::default();
        let mut from = 0;
        while from < text.len() {
            // Halves of a character stay together.
            let pair = (0xD800..0xDC00).contains(&text[from]) && from + 1 < text.len();
            let to = from + 1 + usize::from(pair);
            if let Some((left, top, right, bottom)) = span(&range, node, from, to) {
                if !line.text.is_empty() && top > line.bottom - 1.0 {
                    self.line(&std::mem::take(&mut line), style);
                }
                line.add(&text[from..to], (left, top, right, bottom));
            }
            from = to;
        }
        self.line(&line, style);
    }

    fn line(&mut self, line: &Line, style: &CssStyleDeclaration) {
        let text = String::from_utf16_lossy(&line.text);
        if text.trim().is_empty() {
            return;
        }
        let (x, top) = self.place(line.left, line.top);
        let height = line.bottom - line.top;
        // A range is as high as the letters can be; the line on which they stand is at four fifths of that.
        let base = top + height * 0.79;
        let mut attributes = vec![
            ("x", tenth(x)),
            ("y", tenth(base)),
            ("font-size", tenth(pixels(style, "font-size"))),
            ("fill", property(style, "color")),
        ];
        let weight = property(style, "font-weight");
        if weight != "400" {
            attributes.push(("font-weight", weight));
        }
        self.svg.open("text", &attributes);
        self.svg.text(text.trim());
        self.svg.close("text");
        self.svg.reach(x + (line.right - line.left), top + height);
    }

    /// A drawing, at its place and at its size.
    fn drawing(&mut self, element: &Element) {
        let rect = element.get_bounding_client_rect();
        let (x, y) = self.place(rect.left(), rect.top());
        let mut attributes = vec![
            ("x", tenth(x)),
            ("y", tenth(y)),
            ("width", tenth(rect.width())),
            ("height", tenth(rect.height())),
            ("overflow", "visible".to_owned()),
        ];
        attributes.extend(element.get_attribute("viewBox").map(|view| ("viewBox", view)));
        self.svg.open("svg", &attributes);
        self.drawn(element);
        self.svg.close("svg");
        self.svg.reach(x + rect.width(), y + rect.height());
    }

    fn drawn(&mut self, element: &Element) {
        let children = element.children();
        for child in (0..children.length()).filter_map(|place| children.item(place)) {
            let name = child.local_name();
            if !DRAWN.contains(&name.as_str()) || child.matches(self.without).unwrap_or(false) {
                continue;
            }
            let Some(style) = computed(&child) else { continue };
            let is_text = name == "text";
            let groups = name == "g" || name == "a";
            let mut attributes: Vec<(&str, String)> =
                SHAPE.iter().filter_map(|key| Some((*key, child.get_attribute(key)?))).collect();
            if !groups {
                let looks = LOOKS.iter().map(|(key, usual)| (*key, property(&style, key), *usual));
                attributes.extend(looks.filter(|(_, value, usual)| value != usual).map(|(key, value, _)| (key, value)));
            }
            if is_text {
                let keys = ["font-size", "font-weight", "text-anchor"];
                attributes.extend(keys.map(|key| (key, property(&style, key))));
            }
            let name = if groups { "g" } else { name.as_str() };
            if is_text {
                self.svg.open(name, &attributes);
                self.svg.text(child.text_content().unwrap_or_default().trim());
                self.svg.close(name);
            } else if groups {
                self.svg.open(name, &attributes);
                self.drawn(&child);
                self.svg.close(name);
            } else {
                self.svg.element(name, &attributes);
            }
        }
    }
}

/// Where a part of a text stands: left, top, right, bottom. `None` where it takes no room, as spaces at the end of a line do.
fn span(range: &Range, node: &Node, from: usize, to: usize) -> Option<(f64, f64, f64, f64)> {
    let place = |place: usize| u32::try_from(place).ok();
    range.set_start(node, place(from)?).ok()?;
    range.set_end(node, place(to)?).ok()?;
    let rect = range.get_bounding_client_rect();
    (rect.width() > 0.0).then(|| (rect.left(), rect.top(), rect.right(), rect.bottom()))
}

#[derive(Default)]
struct Line {
    text: Vec<u16>,
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

impl Line {
    fn add(&mut self, text: &[u16], (left, top, right, bottom): (f64, f64, f64, f64)) {
        if self.text.is_empty() {
            (self.left, self.top, self.right, self.bottom) = (left, top, right, bottom);
        }
        (self.left, self.right) = (self.left.min(left), self.right.max(right));
        self.text.extend_from_slice(text);
    }
}
