//! The demo, made by the worker: the page carries no lists of names.

use crate::{
    demo::{self, Language, Wish},
    domain::{day, money::Currency, settings::Rate},
    interchange::journal,
};

use super::parcel::{Carried, Parcel, carried};

/// A wish as contents of a parcel.
#[derive(Debug, Clone, PartialEq)]
pub struct DemoAsked {
    seed: i64,
    language: u8,
    currency: Vec<u8>,
    customers: u32,
    today: i32,
}

/// The demo as contents of a parcel.
#[derive(Debug, Clone, PartialEq)]
pub struct DemoMade {
    /// Operations, as the journal has them.
    pub ops: Vec<u8>,
    rates: Vec<u8>,
}

carried! {
    DemoAsked { seed, language, currency, customers, today }
    DemoMade { ops, rates }
}

impl DemoAsked {
    /// Asks for a demo.
    pub fn new(wish: &Wish) -> Self {
        Self {
            seed: wish.seed.cast_signed(),
            language: Language::ALL.iter().position(|language| *language == wish.language).unwrap_or_default() as u8,
            currency: wish.currency.code().into(),
            customers: wish.customers,
            today: day::number(wish.today),
        }
    }

    /// Makes the demo; `None` when the wish is none.
    pub fn answer(&self) -> Option<DemoMade> {
        let wish = Wish {
            seed: self.seed.cast_unsigned(),
            language: *Language::ALL.get(usize::from(self.language))?,
            currency: Currency::parse(std::str::from_utf8(&self.currency).ok()?)?,
            customers: self.customers,
            today: day::from_number(self.today)?,
        };
        let records = demo::make(&wish);
        let rates = minicbor::to_vec(&records.rates).expect("a vector takes every byte");
        Some(DemoMade { rates, ops: journal::encode_ops(&records.ops()) })
    }
}

impl DemoMade {
    /// The rates of the second currency.
    ///
    /// # Errors
    /// When they are not from this version of the worker.
    pub fn rates(&self) -> Result<Vec<Rate>, minicbor::decode::Error> {
        minicbor::decode(&self.rates)
    }
}
