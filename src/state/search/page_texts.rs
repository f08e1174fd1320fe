//! What of a record can be found, and how much it says about it: its names, its other short fields, its long texts.

use crate::{
    analysis::search::{Texts, TextsBuilder},
    domain::{
        book::{Book, Stored},
        custom::CustomValue,
        deal::Deal,
        interaction::Interaction,
        note::Note,
        order::Order,
        party::Party,
        product::Product,
        promise::Promise,
        record::Kind,
        survey::Survey,
        task::Task,
    },
};

/// What can be found of a record.
trait Findable: Stored {
    /// By which it is known.
    fn names(&self, texts: &mut TextsBuilder);
    /// In a word or two.
    fn fields(&self, texts: &mut TextsBuilder);
    /// At length.
    fn prose(&self, texts: &mut TextsBuilder);
}

impl Findable for Party {
    fn names(&self, texts: &mut TextsBuilder) {
        [&self.name, &self.reference].into_iter().for_each(|name| texts.field(name));
    }

    fn fields(&self, texts: &mut TextsBuilder) {
        [&self.given, &self.family, &self.position].into_iter().for_each(|field| texts.field(field));
        self.tags.iter().for_each(|tag| texts.field(tag));
        self.emails.iter().chain(&self.websites).for_each(|contact| texts.field(&contact.value));
        for phone in &self.phones {
            texts.field(&phone.value);
            // Nobody remembers where the blanks and dashes of a number are.
            let digits: String = phone.value.chars().filter(char::is_ascii_digit).collect();
            if digits.len() < phone.value.len() {
                texts.field(&digits);
            }
        }
        for address in &self.addresses {
            [&address.street, &address.city, &address.region, &address.postcode, &address.country]
                .into_iter()
                .for_each(|part| texts.field(part));
        }
        for date in &self.dates {
            texts.field(&date.label);
        }
        for value in self.custom.values() {
            match value {
                CustomValue::Text(text) | CustomValue::Choice(text) => texts.field(text),
                CustomValue::Number(number) => texts.field(&number.to_string()),
                CustomValue::Date(day) => texts.field(&day.to_string()),
                CustomValue::PartialDate(date) => texts.field(&date.to_string()),
                CustomValue::Choices(choices) => choices.iter().for_each(|choice| texts.field(choice)),
                CustomValue::Money(_) | CustomValue::YesNo(_) => {}
            }
        }
    }

    fn prose(&self, texts: &mut TextsBuilder) {
        texts.field(&self.about);
    }
}

impl Findable for Product {
    fn names(&self, texts: &mut TextsBuilder) {
        [&self.name, &self.code].into_iter().for_each(|name| texts.field(name));
    }

    fn fields(&self, _: &mut TextsBuilder) {}

    fn prose(&self, texts: &mut TextsBuilder) {
        texts.field(&self.about);
    }
}

impl Findable for Order {
    fn names(&self, texts: &mut TextsBuilder) {
        texts.field(&self.number);
    }

    fn fields(&self, texts: &mut TextsBuilder) {
        texts.field(&self.day.to_string());
        self.lines.iter().for_each(|line| texts.field(&line.text));
    }

    fn prose(&self, texts: &mut TextsBuilder) {
        texts.field(&self.note);
    }
}

impl Findable for Note {
    fn names(&self, _: &mut TextsBuilder) {}

    fn fields(&self, _: &mut TextsBuilder) {}

    fn prose(&self, texts: &mut TextsBuilder) {
        texts.field(&self.text);
    }
}

impl Findable for Survey {
    fn names(&self, _: &mut TextsBuilder) {}

    fn fields(&self, _: &mut TextsBuilder) {}

    fn prose(&self, texts: &mut TextsBuilder) {
        texts.field(&self.comment);
    }
}

impl Findable for Interaction {
    fn names(&self, _: &mut TextsBuilder) {}

    fn fields(&self, texts: &mut TextsBuilder) {
        texts.field(&self.who);
    }

    fn prose(&self, texts: &mut TextsBuilder) {
        texts.field(&self.summary);
    }
}

impl Findable for Task {
    fn names(&self, texts: &mut TextsBuilder) {
        texts.field(&self.title);
    }

    fn fields(&self, texts: &mut TextsBuilder) {
        self.checklist.iter().for_each(|item| texts.field(&item.text));
    }

    fn prose(&self, texts: &mut TextsBuilder) {
        texts.field(&self.body);
    }
}

impl Findable for Deal {
    fn names(&self, texts: &mut TextsBuilder) {
        texts.field(&self.title);
    }

    fn fields(&self, texts: &mut TextsBuilder) {
        texts.field(&self.next);
        texts.field(&self.reason);
        self.competitors.iter().for_each(|competitor| texts.field(competitor));
    }

    fn prose(&self, texts: &mut TextsBuilder) {
        texts.field(&self.note);
    }
}

impl Findable for Promise {
    fn names(&self, _: &mut TextsBuilder) {}

    fn fields(&self, _: &mut TextsBuilder) {}

    fn prose(&self, texts: &mut TextsBuilder) {
        texts.field(&self.what);
    }
}

/// The texts of a page of records of a kind; none for a kind that is not searched.
pub fn page_texts(book: &Book, kind: Kind, page: u32) -> Texts {
    match kind {
        Kind::Party => of::<Party>(book, page),
        Kind::Product => of::<Product>(book, page),
        Kind::Order => of::<Order>(book, page),
        Kind::Note => of::<Note>(book, page),
        Kind::Survey => of::<Survey>(book, page),
        Kind::Interaction => of::<Interaction>(book, page),
        Kind::Task => of::<Task>(book, page),
        Kind::Promise => of::<Promise>(book, page),
        Kind::Deal => of::<Deal>(book, page),
        Kind::Link | Kind::CustomField | Kind::Settings | Kind::View => Texts::default(),
    }
}

/// The pages that changed after a change; all of them where nothing is known yet.
pub(super) fn changed_pages(book: &Book, kind: Kind, known: Option<u64>) -> Vec<u32> {
    fn pages<T: Stored>(book: &Book, known: Option<u64>) -> Vec<u32> {
        match known {
            Some(known) => T::table(book).touched_after(known).collect(),
            None => (0..T::table(book).page_count()).collect(),
        }
    }
    match kind {
        Kind::Party => pages::<Party>(book, known),
        Kind::Product => pages::<Product>(book, known),
        Kind::Order => pages::<Order>(book, known),
        Kind::Note => pages::<Note>(book, known),
        Kind::Survey => pages::<Survey>(book, known),
        Kind::Interaction => pages::<Interaction>(book, known),
        Kind::Task => pages::<Task>(book, known),
        Kind::Promise => pages::<Promise>(book, known),
        Kind::Deal => pages::<Deal>(book, known),
        Kind::Link | Kind::CustomField | Kind::Settings | Kind::View => Vec::new(),
    }
}

fn of<T: Findable>(book: &Book, page: u32) -> Texts {
    let mut texts = TextsBuilder::default();
    let Some((slots, rows)) = T::table(book).page(page) else { return texts.finish() };
    let mut next = 0;
    let empty = |texts: &mut TextsBuilder, slots: usize| (0..slots * 3).for_each(|_| texts.end_part());
    for (place, row) in rows {
        empty(&mut texts, place - next);
        row.data.names(&mut texts);
        texts.end_part();
        row.data.fields(&mut texts);
        texts.end_part();
        row.data.prose(&mut texts);
        texts.end_part();
        next = place + 1;
    }
    empty(&mut texts, slots - next);
    texts.finish()
}
