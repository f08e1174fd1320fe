//! Charts, drawn as SVG. Like the components they know no noun and contain no words.
//!
//! Each chart has a title and a sentence for those who cannot see it, its numbers as a table behind a disclosure, and lines and
//! letters besides its colours. Sizes follow the room that a chart has; on paper it keeps the size it had on the screen.
//! A point, a bar or a cell leads to those behind it, and each chart can be kept as a file ([`keep`]).

mod axis;
mod bar_chart;
mod bar_row;
mod figure;
mod heat_grid;
mod keep;
mod line_chart;
mod pareto;
mod range;
mod reader;
mod scale;
mod share_bar;
mod sparkline;
mod text;
mod ticks;

pub use bar_chart::{Bar, BarChart};
pub use bar_row::BarRow;
pub use figure::{Legend, LegendItem, Swatch};
pub use heat_grid::{HeatAxis, HeatCell, HeatGrid, heat_steps};
pub use line_chart::{LineChart, LineKind, LinePoint};
pub use pareto::{Cuts, ParetoBand, ParetoChart, ParetoPoint, ParetoText};
pub use share_bar::{ShareBar, SharePart, ShareTone};
pub use sparkline::Sparkline;
pub use text::{AxesText, ChartText, ChartWords};
pub use ticks::ticks;
