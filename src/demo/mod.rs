//! A small business that never was: a coffee roastery with its customers, three years of orders, and what was noted of them.
//!
//! Pure: the same [`Wish`] gives the same records, byte for byte, on every machine. Each generator has dice of its own
//! ([`dice`]), so that one more of them changes nothing of what the others make. A generator takes the [`scene::Scene`] and what was made before
//! it, and hands back records; [`make`] calls one after the other. What the records mean to the rest of the app (a change, a
//! button) is not settled here.

mod business;
mod contacts;
mod customers;
mod customs;
mod deals;
mod dice;
mod folk;
mod mark;
mod notes;
mod orders;
mod places;
mod prices;
mod products;
mod rates;
mod removal;
mod rhythms;
mod scene;
mod sizes;
mod surveys;
mod talks;
mod trades;
mod words;
mod work;

use chrono::NaiveDate;

use crate::domain::{
    change::Op,
    custom::CustomField,
    deal::Deal,
    id::Id,
    interaction::Interaction,
    link::Link,
    money::Currency,
    note::Note,
    order::Order,
    party::Party,
    product::Product,
    promise::Promise,
    record::{Record, Row},
    settings::Rate,
    survey::Survey,
    task::Task,
};

pub use mark::is_demo;
pub use rates::is_rate;
pub use removal::{KINDS, Own, Removal, is_here, own_on, removal};
pub use scene::second_currency;

/// The language that the demo's people write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// English.
    En,
    /// Traditional Chinese: Taiwan.
    ZhHant,
    /// Simplified Chinese: the mainland.
    ZhHans,
}

impl Language {
    /// Every language.
    pub const ALL: [Self; 3] = [Self::En, Self::ZhHant, Self::ZhHans];
}

/// What demo is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wish {
    /// Another seed, another business.
    pub seed: u64,
    /// The language of names and notes.
    pub language: Language,
    /// The currency in which the business works.
    pub currency: Currency,
    /// How many customers it has; at least [`Wish::FEWEST`] are made. Suppliers, leads and people in firms come on top.
    pub customers: u32,
    /// The day after the history ends. Days before 1980 and after 2200 are moved there.
    pub today: NaiveDate,
}

impl Wish {
    /// With fewer customers nothing would be seen.
    pub const FEWEST: u32 = 20;
}

/// Records of a kind with their ids, in the order in which they are to be made.
pub type Made<T> = Vec<(Id<T>, T)>;

/// The demo's records. What refers to another comes after it.
#[derive(Debug, Clone, PartialEq)]
pub struct Records {
    /// Custom fields.
    pub fields: Made<CustomField>,
    /// Customers, leads, suppliers, partners, colleagues, people in firms.
    pub parties: Made<Party>,
    /// Who works where, who sent whom.
    pub links: Made<Link>,
    /// Goods and work.
    pub products: Made<Product>,
    /// Orders and refunds, by day.
    pub orders: Made<Order>,
    /// Notes.
    pub notes: Made<Note>,
    /// What customers answered when asked, by day.
    pub surveys: Made<Survey>,
    /// Conversations, by day.
    pub interactions: Made<Interaction>,
    /// Deals, by the day on which they began.
    pub deals: Made<Deal>,
    /// What is to be done, and what was.
    pub tasks: Made<Task>,
    /// What was promised, by the day of the promise.
    pub promises: Made<Promise>,
    /// What the second currency was worth.
    pub rates: Vec<Rate>,
}

impl Records {
    /// All but the rates, as what makes them: the rates belong to the settings of the workspace they come to.
    pub fn ops(self) -> Vec<Op> {
        fn create<T: Record>(made: Made<T>) -> impl Iterator<Item = Op> {
            made.into_iter().map(|(id, data)| {
                let row = Row::new(id, data);
                Op::Create { kind: T::KIND, id: id.uuid(), record: row.encode() }
            })
        }
        let Self { fields, parties, links, products, orders, notes, surveys, interactions, .. } = self;
        let Self { tasks, promises, deals, .. } = self;
        let ops = create(fields).chain(create(parties)).chain(create(links)).chain(create(products));
        let ops = ops.chain(create(orders)).chain(create(notes)).chain(create(surveys)).chain(create(interactions));
        ops.chain(create(tasks)).chain(create(promises)).chain(create(deals)).collect()
    }
}

/// Makes the demo.
pub fn make(wish: &Wish) -> Records {
    let mut scene = scene::Scene::new(wish);
    let customs = customs::make(&mut scene);
    let products = products::make(&mut scene);
    let mut names = folk::Names::default();
    let count = wish.customers.max(Wish::FEWEST);
    let customers = customers::make(&mut scene, &customs, &mut names, count);
    let business = business::make(&mut scene, &mut names, count);
    let (people, mut links) = contacts::make(&mut scene, &mut names, &customers);
    links.extend(business::ties(&mut scene, &customers, &business));
    let orders = orders::make(&mut scene, &customers, &products);
    let notes = notes::make(&mut scene, &customers, &business, &orders);
    let surveys = surveys::make(&mut scene, &customers);
    let interactions = talks::make(&mut scene, &customers);
    let tasks = work::tasks(&mut scene, &customers);
    let promises = work::promises(&mut scene, &customers);
    let deals = deals::make(&mut scene, &customers, &business);
    let mut parties: Made<Party> = customers.into_iter().map(|customer| (customer.id, customer.party)).collect();
    parties.extend(business.into_iter().map(|one| (one.id, one.party)));
    parties.extend(people);
    Records {
        fields: customs.fields,
        parties,
        links,
        products: products.records,
        orders: orders.records,
        notes,
        surveys,
        interactions,
        deals,
        tasks,
        promises,
        rates: rates::of(&scene),
    }
}
