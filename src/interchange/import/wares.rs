//! The products of the book and of the file: found by code, without a code by name. Where a file has codes, a row without one means a
//! product without one; so it does not matter which row tells first what a code is called.

use rustc_hash::FxHashMap;
use uuid::Uuid;

use crate::domain::{
    book::Book,
    change::Op,
    id::{Id, Mint},
    money::Money,
    product::Product,
    record::{Kind, Row},
};

use super::keys::folded_name;

/// A product.
#[derive(Debug)]
enum Ware {
    /// In that slot of the book.
    There(u32, Id<Product>),
    /// To be made when an order that names it comes in; said whether a row has told its name.
    New(Id<Product>, Box<Product>, bool),
}

/// The products of the book and of the file.
#[derive(Debug)]
pub(super) struct Wares {
    /// Whether the file has codes: then a row without one means a product without one.
    has_codes: bool,
    list: Vec<Ware>,
    codes: FxHashMap<Box<str>, u32>,
    names: FxHashMap<Box<str>, u32>,
    /// New ones that no order has named yet.
    unmade: FxHashMap<Uuid, u32>,
    needed: Vec<u32>,
}

impl Wares {
    /// No product yet.
    pub fn new(has_codes: bool) -> Self {
        Self {
            has_codes,
            list: Vec::new(),
            codes: FxHashMap::default(),
            names: FxHashMap::default(),
            unmade: FxHashMap::default(),
            needed: Vec::new(),
        }
    }

    /// Enters the product in a slot of the book. Of two with the same code or name the first one counts.
    pub fn enter(&mut self, book: &Book, slot: u32) {
        let Some(row) = book.products.at(slot) else { return };
        let number = self.list.len() as u32;
        self.list.push(Ware::There(slot, row.id));
        self.register(number, &row.data.code, &row.data.name);
    }

    fn register(&mut self, number: u32, code: &str, name: &str) {
        if !code.is_empty() {
            self.codes.entry(folded_name(code).into()).or_insert(number);
        }
        if !name.is_empty() && (code.is_empty() || !self.has_codes) {
            self.names.entry(folded_name(name).into()).or_insert(number);
        }
    }

    /// The product that a row names, and what stands on the line beside it: the row's name where the product has another one. With
    /// `make` one that is not there is made, else its name or code stands on the line.
    pub fn find(
        &mut self,
        book: &Book,
        (code, name): (&str, &str),
        (price, cost): (Option<Money>, Option<Money>),
        make: Option<(&mut Mint, u64)>,
    ) -> (Option<Id<Product>>, Box<str>) {
        let known = match code {
            "" => self.names.get(&*folded_name(name)),
            code => self.codes.get(&*folded_name(code)),
        };
        if let Some(number) = known.copied() {
            let (id, called) = match &mut self.list[number as usize] {
                Ware::There(slot, id) => (*id, book.products.at(*slot).map_or("", |row| row.data.name.as_str())),
                Ware::New(id, product, named) => {
                    if !name.is_empty() && !*named {
                        *named = true;
                        name.clone_into(&mut product.name);
                    }
                    (*id, product.name.as_str())
                }
            };
            let other = !name.is_empty() && folded_name(name) != folded_name(called);
            return (Some(id), if other { name.into() } else { "".into() });
        }
        let called = if name.is_empty() { code } else { name };
        let Some((mint, now)) = make.filter(|_| !called.is_empty()) else { return (None, called.into()) };
        let id = mint.id(now);
        let number = self.list.len() as u32;
        let product = Product { name: called.into(), code: code.into(), price, cost, ..Product::default() };
        self.list.push(Ware::New(id, Box::new(product), !name.is_empty()));
        self.register(number, code, name);
        self.unmade.insert(id.uuid(), number);
        (Some(id), "".into())
    }

    /// Notes that an order that comes in names the product.
    pub fn need(&mut self, id: Id<Product>) {
        if let Some(number) = self.unmade.remove(&id.uuid()) {
            self.needed.push(number);
        }
    }

    /// The operations that make the new products that are needed. At the end, since a later row may tell a product's name.
    pub fn make(&mut self) -> impl Iterator<Item = Op> {
        self.needed.sort_unstable();
        self.needed.iter().filter_map(|number| {
            let Ware::New(id, product, _) = &self.list[*number as usize] else { return None };
            let record = Row::new(*id, (**product).clone()).encode();
            Some(Op::Create { kind: Kind::Product, id: id.uuid(), record })
        })
    }
}
