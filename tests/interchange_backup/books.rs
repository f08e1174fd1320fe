//! Arbitrary books with their journals, made as the program makes them: one change after the other.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use kith::{
    domain::{
        book::Book,
        change::{Head, Op, Stamp, Turn, What, counts},
        class::{Abc, Segment},
        contact::{Address, Channel, Contact, Use},
        custom::{CustomField, CustomKind, CustomValue},
        day::PartialDate,
        decimal::Decimal,
        edit::Edit,
        fields::{FieldChange, Key},
        id::Id,
        link::{Link, Tie},
        money::{Currency, Money},
        note::Note,
        order::{Line, Order},
        party::{ImportantDate, Party, PartyKind, Role},
        product::{Product, ProductKind},
        record::{Kind, Record, Row},
        settings::{Measure, Rate, Settings},
    },
    interchange::{
        backup::{Backup, Entry, ReadError, Reader, WriteError, Writer, Written},
        journal,
    },
};
use proptest::{prelude::*, sample::select};
use uuid::Uuid;

/// One thing that a user does; records are named by a small number so that the steps meet.
#[derive(Debug, Clone)]
pub enum Step {
    Party(u8, Box<Party>),
    /// A later version of the program sets a field that this one does not know.
    Later(u8, u16, String),
    Link(u8, u8, u8, Link),
    Product(u8, Product),
    Order(u8, u8, Box<Order>),
    Note(u8, u8, Note),
    Field(u8, CustomField),
    Settings(Box<Settings>),
    DeleteParty(u8),
    DeleteProduct(u8),
    DeleteField(u8),
}

pub fn id<T: Record>(number: u8) -> Id<T> {
    Id::new(Uuid::from_u128((u128::from(T::KIND.number()) << 8) | u128::from(number) | (0x0195_7000 << 96)))
}

/// A text with whatever a keyboard, a paste or a joker puts into it; never blank.
fn text() -> impl Strategy<Value = String> {
    let odd = select(vec![
        "\"}],{[",
        "知客",
        "line\nbreak",
        "\\",
        "=cmd()",
        "\u{202e}rtl",
        "\0",
        "🙂",
        "a\u{2028}b",
        "</script>",
    ]);
    prop_oneof![3 => "(?s).{1,12}".prop_filter("not blank", |text| !text.trim().is_empty()), 1 => odd.prop_map(String::from)]
}

fn maybe_text() -> impl Strategy<Value = String> {
    prop_oneof![2 => Just(String::new()), 1 => text()]
}

fn currency() -> impl Strategy<Value = Currency> {
    select(vec!["EUR", "JPY", "TWD", "KWD"]).prop_map(|code| Currency::parse(code).unwrap())
}

fn money() -> impl Strategy<Value = Money> {
    (any::<i64>(), currency()).prop_map(|(minor, currency)| Money { minor, currency })
}

fn decimal() -> impl Strategy<Value = Decimal> {
    (i64::MIN + 1..i64::MAX).prop_map(Decimal::from_units)
}

fn day() -> impl Strategy<Value = NaiveDate> {
    (1900..=2200, 1..=365_u32).prop_map(|(year, day)| NaiveDate::from_yo_opt(year, day).unwrap())
}

fn used_for() -> impl Strategy<Value = Use> {
    select(Use::ALL.to_vec())
}

fn contacts(value: &'static str) -> impl Strategy<Value = Vec<Contact>> {
    prop::collection::vec((used_for(), value).prop_map(|(used_for, value)| Contact { used_for, value }), 0..3)
}

fn address() -> impl Strategy<Value = Address> {
    (used_for(), maybe_text(), text(), maybe_text(), maybe_text(), maybe_text()).prop_map(
        |(used_for, street, city, region, postcode, country)| Address {
            used_for,
            street,
            city,
            region,
            postcode,
            country,
        },
    )
}

fn partial_date() -> impl Strategy<Value = PartialDate> {
    let part = prop::option::of(1..=28_u8);
    (prop::option::of(1..=9999), prop::option::of(1..=12_u8), part)
        .prop_filter_map("a date", |(year, month, day)| PartialDate::new(year, month, day))
}

fn custom_value() -> impl Strategy<Value = CustomValue> {
    prop_oneof![
        any::<String>().prop_map(CustomValue::Text),
        decimal().prop_map(CustomValue::Number),
        money().prop_map(CustomValue::Money),
        day().prop_map(CustomValue::Date),
        text().prop_map(CustomValue::Choice),
        any::<bool>().prop_map(CustomValue::YesNo),
    ]
}

fn distinct(texts: Vec<String>) -> Vec<String> {
    texts.into_iter().collect::<std::collections::BTreeSet<_>>().into_iter().collect()
}

fn party() -> impl Strategy<Value = Party> {
    let names =
        (select(vec![PartyKind::Person, PartyKind::Organisation]), text(), maybe_text(), maybe_text(), maybe_text());
    let ways = (
        contacts("[a-z]{1,5}@[a-z]{1,5}\\.tw"),
        contacts("\\+?[0-9 ]{0,9}[0-9]"),
        prop::collection::vec(address(), 0..2),
        contacts("[a-z]{1,5}\\.example\\.com/[a-z]?"),
    );
    let labels = (
        prop::collection::vec(select(Role::ALL.to_vec()), 0..3),
        maybe_text(),
        prop::collection::vec(text(), 0..3).prop_map(distinct),
        prop::option::of(select(Channel::ALL.to_vec())),
        prop::collection::vec((text(), partial_date()).prop_map(|(label, date)| ImportantDate { label, date }), 0..2),
    );
    let rest = (
        prop::collection::btree_map((0..4_u8).prop_map(id), custom_value(), 0..4),
        prop::option::of(select(Abc::ALL.to_vec())),
        prop::option::of(select(Segment::ALL.to_vec())),
        maybe_text(),
    );
    (names, ways, labels, rest).prop_map(|(names, ways, labels, (custom, abc, segment, about))| {
        let (kind, name, given, family, position) = names;
        let (emails, phones, addresses, websites) = ways;
        let (roles, reference, tags, channel, dates) = labels;
        let custom: BTreeMap<_, _> = custom;
        Party {
            kind,
            name,
            given,
            family,
            position,
            roles,
            reference,
            emails,
            phones,
            addresses,
            websites,
            tags,
            channel,
            dates,
            custom,
            abc,
            segment,
            about,
        }
    })
}

fn line() -> impl Strategy<Value = Line> {
    let amount = || -Order::MAX_AMOUNT..=Order::MAX_AMOUNT;
    let discount = prop_oneof![Just(0), amount()];
    let product = prop::option::of((0..4_u8).prop_map(id));
    (product, maybe_text(), decimal(), prop::option::of(decimal()), amount(), discount, prop::option::of(amount()))
        .prop_map(|(product, text, quantity, price, amount, discount, cost)| Line {
            product,
            text: text.into(),
            quantity,
            price,
            amount,
            discount,
            cost,
        })
}

fn order() -> impl Strategy<Value = Order> {
    let lines = prop::collection::vec(line(), 1..4);
    let refunds = prop::option::of((0..9_u8).prop_map(id));
    (maybe_text(), day(), prop::option::of(0..1440_u16), currency(), lines, refunds, maybe_text()).prop_map(
        |(number, day, minute, currency, lines, refunds, note)| Order {
            party: id(0),
            number: number.into(),
            day,
            minute,
            currency,
            lines,
            refunds,
            note: note.into(),
        },
    )
}

fn product() -> impl Strategy<Value = Product> {
    let kind = select(vec![ProductKind::Product, ProductKind::Service]);
    (kind, text(), maybe_text(), prop::option::of(money()), prop::option::of(money()), maybe_text())
        .prop_map(|(kind, name, code, price, cost, about)| Product { kind, name, code, price, cost, about })
}

fn custom_field() -> impl Strategy<Value = CustomField> {
    let choices = prop::collection::vec(text(), 1..3).prop_map(distinct);
    let roles = prop::collection::vec(select(Role::ALL.to_vec()), 0..2);
    (text(), select(CustomKind::ALL.to_vec()), choices, roles, any::<u32>(), any::<bool>()).prop_map(
        |(name, kind, choices, roles, position, required)| CustomField {
            name,
            kind,
            choices,
            roles,
            position,
            required,
        },
    )
}

fn settings() -> impl Strategy<Value = Settings> {
    let rate = (currency(), day(), 1..i64::MAX);
    let rate = rate.prop_map(|(currency, from, rate)| Rate { currency, from, rate: Decimal::from_units(rate) });
    let measure = select(Measure::ALL.to_vec());
    (maybe_text(), currency(), text(), measure, 1..5_000_u32, 1..5_000_u32, prop::collection::vec(rate, 0..3)).prop_map(
        |(name, currency, time_zone, measure, a, b, rates)| Settings {
            name,
            currency,
            time_zone,
            measure,
            cut_a: a,
            cut_b: a + b,
            rates,
        },
    )
}

pub fn step() -> impl Strategy<Value = Step> {
    let who = || 0..5_u8;
    let link = (select(Tie::ALL.to_vec()), maybe_text(), any::<bool>()).prop_map(|(tie, role, active)| Link {
        from: id(0),
        tie,
        to: id(0),
        role,
        active,
    });
    let note =
        (any::<u64>(), text(), any::<bool>()).prop_map(|(at, text, pinned)| Note { party: id(0), at, text, pinned });
    prop_oneof![
        6 => (who(), party()).prop_map(|(a, b)| Step::Party(a, b.into())),
        1 => (who(), 900..903_u16, any::<String>()).prop_map(|(a, b, c)| Step::Later(a, b, c)),
        2 => (0..9_u8, who(), who(), link).prop_map(|(a, b, c, d)| Step::Link(a, b, c, d)),
        2 => (0..4_u8, product()).prop_map(|(a, b)| Step::Product(a, b)),
        5 => (0..9_u8, who(), order()).prop_map(|(a, b, c)| Step::Order(a, b, c.into())),
        2 => (0..9_u8, who(), note).prop_map(|(a, b, c)| Step::Note(a, b, c)),
        2 => (0..4_u8, custom_field()).prop_map(|(a, b)| Step::Field(a, b)),
        1 => settings().prop_map(|a| Step::Settings(a.into())),
        1 => who().prop_map(Step::DeleteParty),
        1 => (0..4_u8).prop_map(Step::DeleteProduct),
        1 => (0..4_u8).prop_map(Step::DeleteField),
    ]
}

fn ops(book: &Book, step: Step) -> Vec<Op> {
    let mut edit = Edit::of(book);
    let there = |who: u8| book.get::<Party>(id(who)).is_some();
    match step {
        Step::Party(who, party) => edit.set(id(who), *party),
        Step::Later(who, number, text) if there(who) => {
            let key = Key::field(number.into());
            let before = book.split(Kind::Party, id::<Party>(who).uuid()).unwrap().get(key).map(Into::into);
            let after = Some(minicbor::to_vec(&text).unwrap().into());
            let fields = vec![FieldChange { key, before, after }];
            return vec![Op::Update { kind: Kind::Party, id: id::<Party>(who).uuid(), fields }];
        }
        Step::Link(number, from, to, link) if from != to && there(from) && there(to) => {
            edit.set(id(number), Link { from: id(from), to: id(to), ..link });
        }
        Step::Product(number, product) => edit.set(id(number), product),
        Step::Order(number, who, mut order) if there(who) => {
            order.lines.iter_mut().for_each(|line| line.product = line.product.filter(|id| book.get(*id).is_some()));
            edit.set(id(number), Order { party: id(who), ..*order });
        }
        Step::Note(number, who, note) if there(who) => edit.set(id(number), Note { party: id(who), ..note }),
        Step::Field(number, field) => edit.set(id(number), field),
        Step::Settings(settings) => edit.set(Settings::ID, *settings),
        Step::DeleteParty(who) => edit.delete_party(id(who)),
        Step::DeleteProduct(number) => {
            let names = |order: &Order| order.lines.iter().any(|line| line.product == Some(id(number)));
            if !book.orders.iter().any(|(_, row)| names(&row.data)) {
                edit.delete::<Product>(id(number));
            }
        }
        Step::DeleteField(number) => edit.delete::<CustomField>(id(number)),
        Step::Later(..) | Step::Link(..) | Step::Order(..) | Step::Note(..) => {}
    }
    edit.finish()
}

/// A book and the journal that led to it.
#[derive(Debug, Clone, Default)]
pub struct Workspace {
    pub book: Book,
    pub journal: Vec<Entry>,
}

impl Workspace {
    pub fn of(steps: Vec<Step>) -> Self {
        let mut workspace = Self::default();
        for step in steps {
            let ops = ops(&workspace.book, step);
            workspace.change(ops, "");
        }
        workspace
    }

    /// Makes a change, with heads of every kind in turn.
    pub fn change(&mut self, ops: Vec<Op>, subject: &str) {
        let seq = self.journal.len() as u64 + 1;
        for op in &ops {
            self.book.apply(op, seq).unwrap();
        }
        let earlier = Stamp { ms: 1_700_000_000_000, counter: 0, device: 0xab };
        let head = Head {
            stamp: Stamp { ms: 1_700_000_000_000 + seq * 977, counter: seq as u32 % 3, device: u64::MAX - seq % 2 },
            what: [
                What::Create,
                What::Edit,
                What::Delete,
                What::Import,
                What::Restore,
                What::Classify,
                What::Settings,
                What::Bulk,
            ][seq as usize % 8],
            turn: [Turn::Do, Turn::Undo(earlier), Turn::Redo(earlier), Turn::Revert(earlier)][seq as usize / 8 % 4],
            subject: subject.to_owned(),
            kind: ops.first().map_or(Kind::Party, |op| op.target().0),
            record: ops.first().map(|op| op.target().1),
            counts: counts(&ops),
        };
        self.journal.push(Entry { head: journal::encode_head(&head), body: journal::encode_ops(&ops) });
    }
}

pub fn workspace(steps: impl Into<prop::collection::SizeRange>) -> impl Strategy<Value = Workspace> {
    prop::collection::vec(step(), steps).prop_map(Workspace::of)
}

/// A small workspace with every kind of record, that is always the same.
pub fn sample() -> Workspace {
    let day = NaiveDate::from_ymd_opt(2026, 2, 28).unwrap();
    let mut workspace = Workspace::of(vec![
        Step::Settings(Settings { name: "Kith & 知客".into(), ..Settings::default() }.into()),
        Step::Field(1, CustomField { name: "Size".into(), ..CustomField::default() }),
        Step::Party(
            1,
            Box::new(Party { custom: [(id(1), CustomValue::Text("XL".into()))].into(), ..Party::customer("Ada") }),
        ),
        Step::Party(2, Box::new(Party::customer("Byte \"Ltd\""))),
        Step::Later(2, 900, "later".into()),
        Step::Link(1, 1, 2, Link { from: id(1), tie: Tie::WorksAt, to: id(2), role: "head".into(), active: true }),
        Step::Product(1, Product { name: "Tea".into(), ..Product::default() }),
        Step::Order(
            1,
            1,
            Box::new(Order {
                party: id(1),
                number: "A-1".into(),
                day,
                minute: None,
                currency: Currency::EUR,
                lines: vec![Line { product: Some(id(1)), ..Line::of_amount(1250) }],
                refunds: None,
                note: "".into(),
            }),
        ),
        Step::Note(1, 2, Note { party: id(2), at: 1, text: "Likes tea".into(), pinned: true }),
    ]);
    // A slot that was given up.
    let mut edit = Edit::of(&workspace.book);
    edit.delete::<Product>(id(1));
    let ops = edit.finish();
    workspace.change(ops, "Tea");
    workspace
}

pub const SAVED: u64 = 1_772_357_400_000;

/// Writes a backup in chunks, as a page does.
pub fn write_chunks(workspace: &Workspace, with_history: bool) -> Result<(Vec<Vec<u8>>, Written), WriteError> {
    let book = &workspace.book;
    let mut writer = Writer::new(book, SAVED, with_history);
    let mut chunks = Vec::new();
    while let Some(chunk) = writer.next_chunk(book)? {
        chunks.push(chunk);
    }
    for entry in &workspace.journal {
        writer.push_history(entry.clone());
        while let Some(chunk) = writer.next_chunk(book)? {
            chunks.push(chunk);
        }
    }
    let written = writer.finish(book)?;
    chunks.push(written.last.clone());
    Ok((chunks, written))
}

/// The whole text of a backup that has to be sound.
pub fn write(workspace: &Workspace) -> Vec<u8> {
    let (chunks, written) = write_chunks(workspace, true).unwrap();
    assert!(written.is_sound(), "{:?}", written.faults);
    let text = chunks.concat();
    assert_eq!(text.len() as u64, written.bytes);
    text
}

/// Reads a backup in pieces of that size.
pub fn read_in(text: &[u8], piece: usize) -> Result<Backup, ReadError> {
    let mut reader = Reader::new(text.len() as u64)?;
    for piece in text.chunks(piece) {
        reader.feed(piece)?;
    }
    reader.finish()
}

/// Reads a backup as a page does.
pub fn read(text: &[u8]) -> Result<Backup, ReadError> {
    read_in(text, Reader::PIECE)
}

/// The backup as a workspace again.
pub fn restored(backup: Backup) -> Workspace {
    Workspace { book: backup.book, journal: backup.history.unwrap_or_default() }
}

/// Every record as bytes, in no order that depends on slots.
pub fn contents(book: &Book) -> Vec<(Kind, Uuid, Vec<u8>)> {
    fn of<'a, T: Record>(rows: impl Iterator<Item = (u32, &'a Row<T>)>) -> Vec<(Kind, Uuid, Vec<u8>)> {
        rows.map(|(_, row)| (T::KIND, row.id.uuid(), row.encode().into())).collect()
    }
    let mut all = [
        of(book.settings.iter()),
        of(book.fields.iter()),
        of(book.parties.iter()),
        of(book.links.iter()),
        of(book.products.iter()),
        of(book.orders.iter()),
        of(book.notes.iter()),
    ]
    .concat();
    // The indexes, too.
    for (_, row) in book.parties.iter() {
        let mut owned: Vec<Uuid> =
            book.orders_of(row.id).iter().map(|slot| book.orders.at(*slot).unwrap().id.uuid()).collect();
        owned.extend(book.notes_of(row.id).iter().map(|slot| book.notes.at(*slot).unwrap().id.uuid()));
        owned.extend(book.links_of(row.id).iter().map(|slot| book.links.at(*slot).unwrap().id.uuid()));
        owned.sort();
        all.extend(owned.into_iter().map(|id| (Kind::Party, row.id.uuid(), id.as_bytes().to_vec())));
    }
    all.sort();
    all
}
