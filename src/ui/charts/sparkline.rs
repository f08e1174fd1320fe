//! A trend at the size of a word.

use leptos::prelude::*;

use super::scale::{Area, line};

const WIDTH: f64 = 96.0;
const HEIGHT: f64 = 24.0;

/// Path data of the line, and its last point.
fn trace(values: &[f64]) -> Option<(String, (f64, f64))> {
    let area = Area::inside(WIDTH, HEIGHT, [3.0; 4]);
    let (low, high) = values.iter().fold((0.0_f64, f64::MIN), |(low, high), value| (low.min(*value), high.max(*value)));
    let span = if high > low { high - low } else { 1.0 };
    let steps = values.len().saturating_sub(1).max(1) as f64;
    let points: Vec<(f64, f64)> = values
        .iter()
        .enumerate()
        .map(|(index, value)| (area.x(index as f64 / steps), area.y((value - low) / span)))
        .collect();
    points.last().copied().map(|last| (line(points), last))
}

/// Values over equal steps of time, from zero up, the last one marked.
#[component]
pub fn Sparkline(
    /// What it says, in words: first, last, highest.
    #[prop(into)]
    label: Signal<String>,
    /// The values, oldest first; those that are not finite break nothing but show nothing either.
    #[prop(into)]
    values: Signal<Vec<f64>>,
) -> impl IntoView {
    let traced = Memo::new(move |_| {
        values.with(|values| trace(&values.iter().copied().filter(|value| value.is_finite()).collect::<Vec<_>>()))
    });
    view! {
        <svg class="sparkline" viewBox=format!("0 0 {WIDTH} {HEIGHT}") role="img" aria-label=label>
            {move || traced.get().map(|(path, (x, y))| view! {
                <path class="sparkline-line" d=path />
                <circle class="sparkline-dot" cx=x cy=y r="2" />
            })}
        </svg>
    }
}

#[cfg(test)]
mod tests {
    use super::trace;

    #[test]
    fn a_single_value_and_equal_values_are_drawn_and_none_is_not() {
        assert!(trace(&[]).is_none());
        assert!(trace(&[5.0]).is_some_and(|(path, _)| path.starts_with('M')));
        let (_, (_, y)) = trace(&[0.0, 0.0]).unwrap();
        assert!(y.is_finite());
    }
}
