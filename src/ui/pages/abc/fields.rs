//! The cuts as numbers, for who would rather type than drag.

use leptos::prelude::*;

use crate::{
    domain::{flaw::Flaw, profile::Method},
    i18n::{t_string, use_i18n},
    platform::format,
    ui::{
        components::{Columns, Field, NumberInput},
        pages::profiles::WhatIf,
        words,
    },
};

/// Reads a share in percent as basis points.
fn basis_points(tag: &str, text: &str) -> Result<u32, Flaw> {
    let text = format::parse_number(tag, text.trim().trim_end_matches('%')).ok_or(Flaw::NotANumber)?;
    let percent: f64 = text.parse().map_err(|_| Flaw::NotANumber)?;
    if (0.0..100.0).contains(&percent) { Ok((percent * 100.0).round() as u32) } else { Err(Flaw::OutOfRange) }
}

/// Both fields.
#[component]
pub fn CutFields(
    /// What is tried out.
    what_if: WhatIf,
) -> impl IntoView {
    let i18n = use_i18n();
    let field = move |label: Signal<String>, read: fn(Method) -> u32, write: fn(&mut Method, u32)| {
        let wrong = RwSignal::new(None::<Flaw>);
        let value = Signal::derive(move || {
            // What was typed and refused stands until the cut moves otherwise.
            wrong.set(None);
            let percent = f64::from(read(what_if.now.get())) / 100.0;
            let digits = if percent.fract() == 0.0 { 0 } else { 2 };
            format::number(words::tag(i18n.get_locale()), percent, digits)
        });
        let set = move |text: String| {
            let tried = basis_points(words::tag(i18n.get_locale_untracked()), &text).and_then(|cut| {
                let mut method = what_if.now.get_untracked();
                write(&mut method, cut);
                method.flaw().map_or(Ok(method), Err)
            });
            match tried {
                Ok(method) => {
                    wrong.set(None);
                    what_if.try_out(|now| *now = method);
                }
                Err(flaw) => wrong.set(Some(flaw)),
            }
        };
        let error = Signal::derive(move || wrong.get().map(|flaw| words::flaw(i18n.get_locale(), flaw)));
        view! {
            <Field label error>
                <NumberInput value unit="%" on_change=Callback::new(set)/>
            </Field>
        }
    };
    view! {
        <Columns narrow=true>
            {field(
                Signal::derive(move || t_string!(i18n, fields.cut_a).to_owned()),
                |method| method.cut_a,
                |method, cut| method.cut_a = cut,
            )}
            {field(
                Signal::derive(move || t_string!(i18n, fields.cut_b).to_owned()),
                |method| method.cut_b,
                |method, cut| method.cut_b = cut,
            )}
        </Columns>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_read_in_percent() {
        assert_eq!(basis_points("en", " 82.5 %"), Ok(8_250));
        assert_eq!(basis_points("en", "80"), Ok(8_000));
        assert_eq!(basis_points("en", "100"), Err(Flaw::OutOfRange));
        assert_eq!(basis_points("en", "-1"), Err(Flaw::OutOfRange));
        assert_eq!(basis_points("en", "most"), Err(Flaw::NotANumber));
    }
}
