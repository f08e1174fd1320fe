//! The side of the worker: it holds the engine. What a message of each topic holds is settled here, for both sides.

use std::{ops::Range, sync::Arc};

use crate::{
    analysis::search::{Engine, Query, Texts, marks},
    domain::{record::Kind, table::PAGE},
    state::answering::{Parcel, Topic},
};

/// Knows where everything is.
#[derive(Debug)]
pub struct Librarian {
    engine: Engine,
}

impl Default for Librarian {
    fn default() -> Self {
        Self { engine: Engine::new(PAGE) }
    }
}

impl Librarian {
    /// Takes in what a message holds, and puts into `reply` what it asks for. `None` if it does not hold what belongs to its topic.
    pub fn serve(&mut self, topic: Topic, parcel: &mut Parcel, reply: &mut Parcel) -> Option<()> {
        match topic {
            Topic::Texts => {
                let (kind, page): (u8, u32) = (parcel.take()?, parcel.take()?);
                let texts = Texts::from_parts(parcel.take()?, parcel.take()?).ok()?;
                self.engine.put(kind, page, &texts);
            }
            Topic::Preferred => self.engine.prefer(parcel.take()?, parcel.take()?),
            Topic::Find | Topic::Guess => {
                let query = Query::parse(&parcel.take::<String>()?);
                for kind in parcel.take::<Vec<u8>>()? {
                    reply.put(&if topic == Topic::Find {
                        self.engine.find(kind, &query)
                    } else {
                        self.engine.guess(kind, &query)
                    });
                }
            }
            Topic::Mark => {
                let query = Query::parse(&parcel.take::<String>()?);
                let (text, ends) = (parcel.take::<String>()?, parcel.take::<Vec<u32>>()?);
                let mut start = 0;
                for end in ends {
                    let ranges = marks(text.get(start..end as usize)?, &query);
                    reply.put(
                        &ranges.iter().flat_map(|range| [range.start as u32, range.end as u32]).collect::<Vec<_>>(),
                    );
                    start = end as usize;
                }
            }
            // Answered without an index.
            _ => return None,
        }
        Some(())
    }
}

/// Puts a question together.
pub fn question(parcel: &mut Parcel, text: &str, kinds: &[Kind]) {
    parcel.put(&text.to_owned());
    parcel.put(&kinds.iter().map(|kind| kind.number()).collect::<Vec<u8>>());
}

/// Takes its answer apart.
pub fn slots(answer: &mut Parcel, kinds: &[Kind]) -> Option<Vec<(Kind, Arc<[u32]>)>> {
    kinds.iter().map(|kind| Some((*kind, answer.take::<Vec<u32>>()?.into()))).collect()
}

/// Puts together a question where words stand in texts.
pub fn texts_to_mark(parcel: &mut Parcel, typed: &str, texts: &[String]) {
    let ends = texts.iter().scan(0, |end, text| {
        *end += text.len() as u32;
        Some(*end)
    });
    parcel.put(&typed.to_owned());
    parcel.put(&texts.concat());
    parcel.put(&ends.collect::<Vec<u32>>());
}

/// Takes the marks of the next text out of the answer.
pub fn ranges(answer: &mut Parcel) -> Option<Vec<Range<usize>>> {
    let bounds: Vec<u32> = answer.take()?;
    Some(bounds.chunks_exact(2).map(|pair| pair[0] as usize..pair[1] as usize).collect())
}
