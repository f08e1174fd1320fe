//! What is written on what can be read, in both themes: the contrast of WCAG 2.2, 4.5 for text and 3 for what one has to tell apart.

use std::collections::BTreeMap;
use std::fs;

type Colour = [f64; 3];

fn colour(hex: &str) -> Option<Colour> {
    let hex = hex.trim().strip_prefix('#').filter(|hex| hex.len() == 6)?;
    let part =
        |from: usize| u8::from_str_radix(hex.get(from..from + 2)?, 16).ok().map(|value| f64::from(value) / 255.0);
    Some([part(0)?, part(2)?, part(4)?])
}

/// The tokens that are a pair of colours, by name: light and dark.
fn tokens() -> BTreeMap<String, [Colour; 2]> {
    let sheet =
        fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/style/tokens.css")).expect("tokens.css is there");
    let pairs = sheet.lines().filter_map(|line| {
        let (name, value) = line.trim().strip_prefix("--")?.split_once(':')?;
        let (light, dark) = value.trim().strip_prefix("light-dark(")?.strip_suffix(");")?.split_once(',')?;
        Some((name.to_owned(), [colour(light)?, colour(dark)?]))
    });
    pairs.collect()
}

fn luminance(colour: Colour) -> f64 {
    let linear = colour.map(|part| if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) });
    0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
}

fn contrast(one: Colour, other: Colour) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn assert_contrast(pairs: &[(&str, &[&str])], least: f64) {
    let tokens = tokens();
    let get = |name: &str| *tokens.get(name).unwrap_or_else(|| panic!("tokens.css has no pair --{name}"));
    let mut weak = Vec::new();
    for (ink, grounds) in pairs {
        for ground in *grounds {
            for (theme, index) in [("light", 0), ("dark", 1)] {
                let found = contrast(get(ink)[index], get(ground)[index]);
                if found < least {
                    weak.push(format!("--{ink} on --{ground}, {theme}: {found:.2}"));
                }
            }
        }
    }
    assert!(weak.is_empty(), "below {least}:\n{}", weak.join("\n"));
}

#[test]
fn contrast_is_measured_as_the_standard_says() {
    assert!((contrast([0.0; 3], [1.0; 3]) - 21.0).abs() < 1e-9);
    let grey = colour("#767676").unwrap();
    assert!((contrast(grey, [1.0; 3]) - 4.54).abs() < 0.01);
}

#[test]
fn text_can_be_read_on_every_ground_it_stands_on() {
    let grounds =
        ["paper", "surface", "surface-raised", "surface-sunken", "surface-hover", "surface-active", "accent-soft"];
    let plain = ["paper", "surface", "surface-raised", "surface-hover"];
    assert_contrast(
        &[
            ("ink", &grounds),
            ("ink-soft", &grounds),
            ("ink-faint", &["paper", "surface", "surface-raised", "heat-0"]),
            ("accent", &plain),
            ("accent-hover", &plain),
            ("danger", &plain),
            ("success", &["paper", "surface", "surface-raised"]),
            ("warning", &["paper", "surface", "surface-raised"]),
            ("accent-on", &["accent", "accent-hover"]),
            ("danger-on", &["danger", "danger-hover"]),
            ("accent-soft-on", &["accent-soft"]),
            ("danger-soft-on", &["danger-soft"]),
            ("warning-soft-on", &["warning-soft"]),
            ("success-soft-on", &["success-soft"]),
            ("class-a-on", &["class-a"]),
            ("class-b-on", &["class-b"]),
            ("class-c-on", &["class-c"]),
            ("heat-low-on", &["heat-1", "heat-2"]),
            ("heat-mid-on", &["heat-3"]),
            ("heat-high-on", &["heat-4", "heat-5"]),
            ("hue-on", &["hue-0", "hue-1", "hue-2", "hue-3", "hue-4", "hue-5", "hue-6", "hue-7"]),
            ("paper", &["ink"]),
        ],
        4.5,
    );
}

#[test]
fn boxes_and_marks_can_be_told_from_their_ground() {
    assert_contrast(
        &[
            ("line-strong", &["paper", "surface", "surface-raised", "surface-sunken"]),
            ("accent", &["paper", "surface", "accent-soft"]),
            ("class-a", &["surface"]),
            ("class-c", &["surface"]),
        ],
        3.0,
    );
}

#[test]
fn the_steps_of_heat_go_one_way() {
    let tokens = tokens();
    for theme in [0, 1] {
        let steps: Vec<f64> = (0..=5).map(|step| luminance(tokens[&format!("heat-{step}")][theme])).collect();
        let rises = steps.windows(2).all(|pair| pair[0] < pair[1]);
        let falls = steps.windows(2).all(|pair| pair[0] > pair[1]);
        assert!(rises || falls, "{steps:?}");
    }
}
