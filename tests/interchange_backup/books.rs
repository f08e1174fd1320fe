//! Arbitrary books with their journals, made as the program makes them: one change after the other.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use kith::{
    domain::{
        bill::{Bill, Payment},
        book::Book,
        cadence::{Cadence, TagCadence},
        change::{Head, Op, Stamp, Turn, What, counts},
        class::{Class, Segment},
        contact::{Address, Channel, Contact, Use},
        custom::{CustomField, CustomKind, CustomValue},
        day::PartialDate,
        deal::Deal,
        decimal::Decimal,
        edit::Edit,
        fields::{FieldChange, Key},
        goal::{Goal, Yardstick},
        id::Id,
        interaction::{Direction, Interaction, Mood, Outcome},
        link::{Link, Tie},
        loyalty::LoyaltyCuts,
        money::{Currency, Money},
        note::Note,
        order::{Line, Order},
        party::{ImportantDate, Party, PartyKind, Role},
        product::{Product, ProductKind},
        profile::{Method, Profile, Scoring},
        promise::{Moved, Promise, State},
        record::{Kind, Record, Row},
        settings::{Measure, Rate, Settings},
        survey::{Question, Survey},
        task::{Item, Priority, Repeat, Task, Unit},
        view::{View, ViewColumn},
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
    View(u8, View),
    Survey(u8, u8, Survey),
    Talk(u8, u8, Interaction),
    Task(u8, Option<u8>, Box<Task>),
    Promise(u8, u8, Promise),
    Deal(u8, u8, Box<Deal>),
    DeleteParty(u8),
    DeleteProduct(u8),
    DeleteField(u8),
    DeleteView(u8),
    DeleteSurvey(u8),
    DeleteTask(u8),
}

pub fn id<T: Record>(number: u8) -> Id<T> {
    Id::new(Uuid::from_u128((u128::from(T::KIND.number()) << 8) | u128::from(number) | (0x0195_7000 << 96)))
}

/// A text with whatever a keyboard, a paste or a joker puts into it; never blank.
pub fn text() -> impl Strategy<Value = String> {
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

pub fn maybe_text() -> impl Strategy<Value = String> {
    prop_oneof![2 => Just(String::new()), 1 => text()]
}

pub fn currency() -> impl Strategy<Value = Currency> {
    select(vec!["EUR", "JPY", "TWD", "KWD"]).prop_map(|code| Currency::parse(code).unwrap())
}

fn money() -> impl Strategy<Value = Money> {
    (any::<i64>(), currency()).prop_map(|(minor, currency)| Money { minor, currency })
}

fn decimal() -> impl Strategy<Value = Decimal> {
    (i64::MIN + 1..i64::MAX).prop_map(Decimal::from_units)
}

pub fn day() -> impl Strategy<Value = NaiveDate> {
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
        prop::collection::vec(text(), 1..3).prop_map(distinct).prop_map(CustomValue::Choices),
        partial_date().prop_map(CustomValue::PartialDate),
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
        prop::option::of(select(Class::ALL.to_vec())),
        prop::option::of(select(Segment::ALL.to_vec())),
        maybe_text(),
        prop::option::of(0..=Cadence::MOST),
        any::<bool>(),
    );
    (names, ways, labels, rest).prop_map(|(names, ways, labels, rest)| {
        let (custom, abc, segment, about, cadence, no_contact) = rest;
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
            cadence,
            no_contact,
        }
    })
}

pub fn line() -> impl Strategy<Value = Line> {
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
    let bill = prop::option::of(bill().prop_map(Box::new));
    (maybe_text(), day(), prop::option::of(0..1440_u16), currency(), lines, refunds, maybe_text(), bill).prop_map(
        |(number, day, minute, currency, lines, refunds, note, bill)| Order {
            party: id(0),
            number: number.into(),
            day,
            minute,
            currency,
            lines,
            refunds,
            note: note.into(),
            bill,
        },
    )
}

fn bill() -> impl Strategy<Value = Bill> {
    let payment = (day(), 1..=Order::MAX_AMOUNT).prop_map(|(day, amount)| Payment { day, amount });
    (prop::option::of(day()), prop::collection::vec(payment, 0..3)).prop_map(|(due, payments)| Bill { due, payments })
}

fn product() -> impl Strategy<Value = Product> {
    let kind = select(vec![ProductKind::Product, ProductKind::Service]);
    (kind, text(), maybe_text(), prop::option::of(money()), prop::option::of(money()), maybe_text())
        .prop_map(|(kind, name, code, price, cost, about)| Product { kind, name, code, price, cost, about })
}

fn custom_field() -> impl Strategy<Value = CustomField> {
    let choices = prop::collection::vec(text(), 1..3).prop_map(distinct);
    let roles = prop::collection::vec(select(Role::ALL.to_vec()), 0..2);
    let texts = (text(), maybe_text(), maybe_text());
    (texts, select(CustomKind::ALL.to_vec()), choices, roles, any::<u32>(), any::<bool>()).prop_map(
        |((name, group, help), kind, choices, roles, position, required)| CustomField {
            name,
            kind,
            choices,
            roles,
            position,
            required,
            group,
            help,
        },
    )
}

fn settings() -> impl Strategy<Value = Settings> {
    let rate = (currency(), day(), 1..i64::MAX);
    let rate = rate.prop_map(|(currency, from, rate)| Rate { currency, from, rate: Decimal::from_units(rate) });
    let measure = select(Measure::ALL.to_vec());
    let cuts = (2..=5_u8, 1..=100_u8, 0..=3_u8, 0..=99_u8).prop_map(|(satisfied, loyal, more, further)| LoyaltyCuts {
        satisfied,
        loyal,
        apostle_satisfied: (satisfied + more).min(5),
        apostle_loyal: (loyal + further).min(100),
    });
    let goal = (1..i64::MAX, 0..=Goal::HEAVIEST).prop_map(|(units, weight)| Goal {
        of: Yardstick::Revenue,
        baseline: Decimal::from_units(0),
        target: Decimal::from_units(units),
        weight,
    });
    let goals =
        (prop::collection::vec(goal, Yardstick::ALL.len()), prop::collection::vec(any::<bool>(), Yardstick::ALL.len()))
            .prop_map(|(goals, set)| {
                let each = Yardstick::ALL.into_iter().zip(goals).zip(set).filter(|(_, set)| *set);
                each.map(|((of, goal), _)| Goal { of, ..goal }).collect()
            });
    let rates = prop::collection::vec(rate, 0..3);
    let classes = (scoring(), prop::collection::btree_map(text(), method(), 0..3), maybe_text());
    let cut = (1..5_000_u32, 1..5_000_u32);
    let aims = (cuts, goals, crate::sales::pipelines(), cadence());
    (maybe_text(), currency(), text(), measure, cut, rates, classes, aims).prop_map(
        |(
            name,
            currency,
            time_zone,
            measure,
            (a, b),
            rates,
            (scoring, profiles, profile),
            (loyalty, goals, pipelines, cadence),
        )| {
            Settings {
                name,
                currency,
                time_zone,
                measure,
                cut_a: a,
                cut_b: a + b,
                rates,
                scoring,
                profiles: profiles.into_iter().map(|(name, method)| Profile { name, method }).collect(),
                profile,
                loyalty,
                goals,
                pipelines,
                cadence,
            }
        },
    )
}

fn cadence() -> impl Strategy<Value = Cadence> {
    let days = || prop::option::of(1..=Cadence::MOST);
    let tags = prop::collection::btree_map(text(), 1..=Cadence::MOST, 0..3);
    (days(), days(), days(), tags).prop_map(|(a, b, c, tags)| Cadence {
        a,
        b,
        c,
        tags: tags.into_iter().map(|(tag, days)| TagCadence { tag, days }).collect(),
    })
}

fn scoring() -> impl Strategy<Value = Scoring> {
    (1..=100_u32, 0..=100_u32, 0..=100_u32, 2..=10_u32).prop_map(|(recency, frequency, money, scores)| Scoring {
        recency,
        frequency,
        money,
        scores,
    })
}

fn method() -> impl Strategy<Value = Method> {
    (select(Measure::ALL.to_vec()), 1..5_000_u32, 1..5_000_u32, scoring()).prop_map(|(measure, a, b, scoring)| Method {
        measure,
        cut_a: a,
        cut_b: a + b,
        scoring,
    })
}

fn view() -> impl Strategy<Value = View> {
    let column = (maybe_text(), prop::option::of(any::<u32>())).prop_map(|(key, width)| ViewColumn { key, width });
    let lists =
        (prop::collection::vec(text(), 0..3), prop::collection::vec(text(), 0..3), prop::collection::vec(column, 0..3));
    let marks = (any::<bool>(), any::<bool>(), any::<u32>());
    (text(), select(Kind::ALL.to_vec()), maybe_text(), maybe_text(), lists, marks).prop_map(
        |(name, of, words, group, (filters, sort, columns), (pinned, is_default, position))| View {
            name,
            of,
            words,
            filters,
            sort,
            group,
            columns,
            pinned,
            is_default,
            position,
        },
    )
}

fn survey() -> impl Strategy<Value = Survey> {
    let answers = select(Question::ALL.to_vec()).prop_flat_map(|question| (Just(question), question.scale()));
    (day(), answers, prop::option::of(select(Channel::ALL.to_vec())), maybe_text()).prop_map(
        |(day, (question, answer), channel, comment)| Survey { party: id(0), day, question, answer, channel, comment },
    )
}

fn talk() -> impl Strategy<Value = Interaction> {
    let choices = (
        select(Channel::ALL.to_vec()),
        select(Direction::ALL.to_vec()),
        select(Outcome::ALL.to_vec()),
        prop::option::of(select(Mood::ALL.to_vec())),
    );
    let minutes = prop::option::of(0..=Interaction::MOST_MINUTES);
    (0..1_u64 << 40, choices, minutes, maybe_text(), maybe_text()).prop_map(
        |(at, (channel, direction, outcome, mood), minutes, who, summary)| Interaction {
            direction,
            outcome,
            mood,
            minutes,
            who,
            summary,
            ..Interaction::touch(id(0), at, channel)
        },
    )
}

fn task() -> impl Strategy<Value = Task> {
    let unit = select(Unit::ALL.to_vec());
    let repeat = (1..=Repeat::MOST, unit, prop::option::of(29..=31_u8)).prop_map(|(every, unit, anchor)| Repeat {
        every,
        unit,
        anchor,
    });
    let item = (text(), any::<bool>()).prop_map(|(text, ticked)| Item { text, ticked });
    let when = prop::option::of((day(), prop::option::of(0..1_440_u16)));
    let rest = (select(Priority::ALL.to_vec()), prop::option::of(day()), prop::option::of(0..9_u8));
    (
        text(),
        when,
        prop::option::of(0..1_u64 << 40),
        prop::option::of(repeat),
        prop::collection::vec(item, 0..3),
        maybe_text(),
        rest,
    )
        .prop_map(|(title, when, done, repeat, checklist, body, (priority, snoozed, follows))| Task {
            due: when.map(|(day, _)| day),
            minute: when.and_then(|(_, minute)| minute),
            done,
            repeat,
            checklist,
            body,
            priority,
            snoozed,
            follows: follows.map(id),
            ..Task::new(title)
        })
}

fn promise() -> impl Strategy<Value = Promise> {
    let state = prop_oneof![Just(State::Open), day().prop_map(State::Kept), day().prop_map(State::Broken)];
    let moved = prop::collection::vec((day(), day()).prop_map(|(from, on)| Moved { from, on }), 0..3);
    (text(), day(), day(), state, moved).prop_map(|(what, made, by, state, moved)| Promise {
        state,
        moved,
        ..Promise::new(id(0), what, made.min(by), made.max(by))
    })
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
        2 => (0..9_u8, who(), survey()).prop_map(|(a, b, c)| Step::Survey(a, b, c)),
        2 => (0..9_u8, who(), talk()).prop_map(|(a, b, c)| Step::Talk(a, b, c)),
        2 => (0..9_u8, prop::option::of(who()), task()).prop_map(|(a, b, c)| Step::Task(a, b, c.into())),
        2 => (0..9_u8, who(), promise()).prop_map(|(a, b, c)| Step::Promise(a, b, c)),
        2 => (0..9_u8, who(), crate::sales::deal()).prop_map(|(a, b, c)| Step::Deal(a, b, c.into())),
        2 => (0..4_u8, custom_field()).prop_map(|(a, b)| Step::Field(a, b)),
        1 => settings().prop_map(|a| Step::Settings(a.into())),
        2 => (0..4_u8, view()).prop_map(|(a, b)| Step::View(a, b)),
        1 => who().prop_map(Step::DeleteParty),
        1 => (0..4_u8).prop_map(Step::DeleteProduct),
        1 => (0..4_u8).prop_map(Step::DeleteField),
        1 => (0..4_u8).prop_map(Step::DeleteView),
        1 => (0..9_u8).prop_map(Step::DeleteSurvey),
        1 => (0..9_u8).prop_map(Step::DeleteTask),
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
        Step::Survey(number, who, survey) if there(who) => edit.set(id(number), Survey { party: id(who), ..survey }),
        Step::Talk(number, who, talk) if there(who) => edit.set(id(number), Interaction { party: id(who), ..talk }),
        Step::Task(number, who, task) if who.is_none_or(there) => {
            edit.set(id(number), Task { party: who.map(id), ..*task });
        }
        Step::Promise(number, who, promise) if there(who) => {
            edit.set(id(number), Promise { party: id(who), ..promise });
        }
        Step::Deal(number, who, deal) if there(who) => edit.set(id(number), Deal { party: id(who), ..*deal }),
        Step::Field(number, field) => edit.set(id(number), field),
        Step::Settings(settings) => edit.set(Settings::ID, *settings),
        Step::View(number, view) => edit.set(id(number), view),
        Step::DeleteParty(who) => edit.delete_party(id(who)),
        Step::DeleteProduct(number) => {
            let names = |order: &Order| order.lines.iter().any(|line| line.product == Some(id(number)));
            if !book.orders.iter().any(|(_, row)| names(&row.data)) {
                edit.delete::<Product>(id(number));
            }
        }
        Step::DeleteField(number) => edit.delete::<CustomField>(id(number)),
        Step::DeleteView(number) => edit.delete::<View>(id(number)),
        Step::DeleteSurvey(number) => edit.delete::<Survey>(id(number)),
        Step::DeleteTask(number) => edit.delete::<Task>(id(number)),
        Step::Later(..) | Step::Link(..) | Step::Order(..) | Step::Note(..) => {}
        Step::Survey(..) | Step::Talk(..) | Step::Task(..) | Step::Promise(..) | Step::Deal(..) => {}
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
                number: "A-1".into(),
                ..Order::new(id(1), day, Currency::EUR, vec![Line { product: Some(id(1)), ..Line::of_amount(1250) }])
            }),
        ),
        Step::Note(1, 2, Note { party: id(2), at: 1, text: "Likes tea".into(), pinned: true }),
        Step::View(1, View { filters: vec!["class:a".into()], ..View::new(Kind::Party, "Best") }),
        Step::Survey(
            1,
            2,
            Survey {
                party: id(2),
                day,
                question: Question::Csat,
                answer: 4,
                channel: Some(Channel::Phone),
                comment: "Quick".into(),
            },
        ),
        Step::Talk(
            1,
            2,
            Interaction { mood: Some(Mood::Pleased), ..Interaction::touch(id(2), 1_772_000_000_000, Channel::Video) },
        ),
        Step::Task(
            1,
            Some(2),
            Box::new(Task {
                due: Some(day),
                minute: Some(570),
                repeat: Some(Repeat { every: 1, unit: Unit::Months, anchor: Some(31) }),
                checklist: vec![Item { text: "Weigh".into(), ticked: true }],
                ..Task::new("Send samples")
            }),
        ),
        Step::Promise(
            1,
            2,
            Promise {
                state: State::Kept(day),
                moved: vec![Moved { from: day, on: day }],
                ..Promise::new(id(2), "Call back", day, day)
            },
        ),
        Step::Deal(1, 2, Box::new(crate::sales::full(day))),
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
        of(book.views.iter()),
        of(book.surveys.iter()),
        of(book.interactions.iter()),
    ]
    .concat();
    // The indexes, too.
    for (_, row) in book.parties.iter() {
        let mut owned: Vec<Uuid> = book.belongings(row.id).map(|(_, id)| id).collect();
        owned.sort();
        all.extend(owned.into_iter().map(|id| (Kind::Party, row.id.uuid(), id.as_bytes().to_vec())));
    }
    all.sort();
    all
}
