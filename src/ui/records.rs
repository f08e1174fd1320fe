//! Records of any kind as one meets them outside of their own pages: what they are called, and where they are shown.

use uuid::Uuid;

use crate::{
    domain::{
        book::{Book, with_type},
        deal::Deal,
        id::Id,
        interaction::Interaction,
        link::Link,
        note::Note,
        order::Order,
        party::Party,
        product::Product,
        promise::Promise,
        record::{Kind, Record},
        survey::Survey,
        task::Task,
        view::View,
    },
    i18n::Locale,
    platform::format,
};

use super::{
    components::Icon,
    route::{ListQuery, Route, Tab},
    words,
};

/// What a record is called; `None` when it is not there.
pub fn title(locale: Locale, book: &Book, kind: Kind, id: Uuid) -> Option<String> {
    let name = |id: Id<Party>| book.get(id).map_or("", |row| row.data.name.as_str());
    let text = match kind {
        Kind::Order => {
            let order = &book.get(Id::<Order>::new(id))?.data;
            let number = if order.number.is_empty() {
                format::day(words::tag(locale), order.day)
            } else {
                order.number.to_string()
            };
            format!("{number} · {}", name(order.party))
        }
        Kind::Link => {
            let link = &book.get(Id::<Link>::new(id))?.data;
            format!("{} – {}", name(link.from), name(link.to))
        }
        Kind::Settings => words::kind_name(locale, kind).to_owned(),
        Kind::Survey => {
            let survey = &book.get(Id::<Survey>::new(id))?.data;
            let answer = format!("{}: {}", words::question(locale, survey.question), survey.answer);
            match survey.title() {
                "" => answer,
                said => format!("{answer} · {said}"),
            }
        }
        Kind::Interaction => {
            let talk = &book.get(Id::<Interaction>::new(id))?.data;
            let channel = words::channel(locale, talk.channel);
            match talk.title() {
                "" => channel.to_owned(),
                said => format!("{channel}: {said}"),
            }
        }
        kind => with_type!(kind, T => book.get(Id::<T>::new(id))?.data.title().to_owned()),
    };
    Some(text)
}

/// What is said beside the name: whose it is, what else tells it from one of the same name.
pub fn detail(locale: Locale, book: &Book, kind: Kind, id: Uuid) -> String {
    match kind {
        Kind::Party => book.get(Id::<Party>::new(id)).map_or_else(String::new, |row| {
            let party = &row.data;
            let contact = party.emails.first().or(party.phones.first()).map(|contact| contact.value.as_str());
            let place = party.addresses.first().map(|address| address.city.as_str()).filter(|city| !city.is_empty());
            contact.or(place).unwrap_or_default().to_owned()
        }),
        Kind::Note => {
            let note = book.get(Id::<Note>::new(id));
            let party = note.and_then(|note| book.get(note.data.party));
            party.map_or_else(String::new, |party| party.data.name.clone())
        }
        Kind::Survey => {
            let party = book.get(Id::<Survey>::new(id)).and_then(|row| book.get(row.data.party));
            party.map_or_else(String::new, |party| party.data.name.clone())
        }
        Kind::Interaction => {
            let party = book.get(Id::<Interaction>::new(id)).and_then(|row| book.get(row.data.party));
            party.map_or_else(String::new, |party| party.data.name.clone())
        }
        Kind::Task => {
            let party = book.get(Id::<Task>::new(id)).and_then(|row| book.get(row.data.party?));
            party.map_or_else(String::new, |party| party.data.name.clone())
        }
        Kind::Deal => {
            let party = book.get(Id::<Deal>::new(id)).and_then(|row| book.get(row.data.party));
            party.map_or_else(String::new, |party| party.data.name.clone())
        }
        Kind::Promise => {
            let party = book.get(Id::<Promise>::new(id)).and_then(|row| book.get(row.data.party));
            party.map_or_else(String::new, |party| party.data.name.clone())
        }
        Kind::Product => book.get(Id::<Product>::new(id)).map_or_else(String::new, |row| row.data.code.clone()),
        Kind::Order => {
            book.get(Id::<Order>::new(id)).map_or_else(String::new, |row| format::day(words::tag(locale), row.data.day))
        }
        Kind::View => book
            .get(Id::<View>::new(id))
            .map_or_else(String::new, |row| words::kind_name(locale, row.data.of).to_owned()),
        Kind::Link | Kind::CustomField | Kind::Settings => String::new(),
    }
}

/// Where a record is shown; `None` when it is not there, or has no page.
pub fn route(book: &Book, kind: Kind, id: Uuid) -> Option<Route> {
    let of = |party: Id<Party>, tab| book.get(party).map(|_| Route::Customer(party, tab));
    match kind {
        Kind::Party => of(Id::new(id), Tab::Overview),
        Kind::Order => of(book.get(Id::<Order>::new(id))?.data.party, Tab::Orders),
        Kind::Note => of(book.get(Id::<Note>::new(id))?.data.party, Tab::Overview),
        Kind::Interaction => of(book.get(Id::<Interaction>::new(id))?.data.party, Tab::Overview),
        Kind::Deal => Some(Route::Deal(book.get(Id::<Deal>::new(id))?.id)),
        Kind::Task => book.get(Id::<Task>::new(id)).map(|row| Route::Task(row.id)),
        Kind::Promise => book.get(Id::<Promise>::new(id)).map(|row| Route::Promise(row.id)),
        Kind::Survey => of(book.get(Id::<Survey>::new(id))?.data.party, Tab::Overview),
        Kind::Link => of(book.get(Id::<Link>::new(id))?.data.from, Tab::Overview),
        Kind::CustomField | Kind::Settings => Some(Route::Preferences),
        Kind::Product => book.get(Id::<Product>::new(id)).map(|row| Route::Product(row.id)),
        Kind::View => book.get(Id::<View>::new(id)).map(|row| Route::list(row.data.of, ListQuery::of_view(row.id))),
    }
}

/// What a kind of record is known by.
pub const fn icon(kind: Kind) -> Icon {
    match kind {
        Kind::Party => Icon::Person,
        Kind::Link => Icon::Link,
        Kind::Product => Icon::Product,
        Kind::Order => Icon::Order,
        Kind::Note => Icon::Note,
        Kind::View => Icon::Columns,
        Kind::Interaction => Icon::Talk,
        Kind::Task => Icon::Task,
        Kind::Promise => Icon::Promise,
        Kind::Deal => Icon::Deal,
        Kind::Survey => Icon::Star,
        Kind::CustomField | Kind::Settings => Icon::Settings,
    }
}
