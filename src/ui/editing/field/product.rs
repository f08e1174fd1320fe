//! The fields of a product that can be changed in a list.

use super::{
    Reading, RecordField,
    reading::{flat, money, none_or, one_of},
    same,
};
use crate::{
    domain::{
        book::Book,
        flaw::Flaw,
        money::{Currency, Money},
        product::{Product, ProductKind},
        record::Kind,
        setting::ProductSetting,
    },
    i18n::{Locale, td_string},
    ui::{components::CellKind, pages::customer::amounts, words},
};

/// A field of a product that can be changed in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProductField {
    /// The usual price of one.
    Price,
    /// What one costs us.
    Cost,
    /// Goods or work.
    Kind,
    /// Article number.
    Code,
    /// What it is called.
    Name,
    /// What is worth knowing of it.
    About,
}

/// The fields with the keys of their columns and the numbers of the record's fields.
const PLAIN: [(ProductField, &str, u32); 6] = [
    (ProductField::Price, "price", 3),
    (ProductField::Cost, "cost", 4),
    (ProductField::Kind, "kind", 0),
    (ProductField::Code, "code", 2),
    (ProductField::Name, "name", 1),
    (ProductField::About, "about", 5),
];

const KINDS: [ProductKind; 2] = [ProductKind::Product, ProductKind::Service];

fn word(locale: Locale, kind: ProductKind) -> &'static str {
    match kind {
        ProductKind::Product => td_string!(locale, listing.goods),
        ProductKind::Service => td_string!(locale, listing.service),
    }
}

impl ProductField {
    fn entry(self) -> (&'static str, u32) {
        PLAIN.iter().find(|(field, ..)| *field == self).map_or(("", u32::MAX), |(_, key, number)| (key, *number))
    }

    fn amount(self, product: &Product) -> Option<Money> {
        match self {
            Self::Price => product.price,
            Self::Cost => product.cost,
            Self::Kind | Self::Code | Self::Name | Self::About => None,
        }
    }
}

impl RecordField for ProductField {
    type Setting = ProductSetting;

    fn all(_: &Book) -> Vec<Self> {
        PLAIN.map(|(field, ..)| field).to_vec()
    }

    fn of_key(_: &Book, key: &str) -> Option<Self> {
        PLAIN.into_iter().find(|(_, known, _)| *known == key).map(|(field, ..)| field)
    }

    fn fits_a_cell(&self) -> bool {
        *self != Self::About
    }

    fn key(&self) -> String {
        self.entry().0.to_owned()
    }

    fn label(&self, locale: Locale) -> String {
        words::field_name(locale, Kind::Product, self.entry().1).to_owned()
    }

    fn may_be_empty(&self) -> bool {
        !matches!(self, Self::Name | Self::Kind)
    }

    fn kind(&self, locale: Locale, currency: Currency, _: &[String]) -> CellKind {
        match self {
            Self::Price | Self::Cost => CellKind::Money(currency.code().to_owned()),
            Self::Kind => CellKind::Choice(KINDS.map(|kind| same(word(locale, kind))).to_vec()),
            Self::Code | Self::Name | Self::About => CellKind::Text,
        }
    }

    /// Both amounts are in one currency.
    fn currency(&self, product: &Product, base: Currency) -> Currency {
        self.amount(product).or(product.price).or(product.cost).map_or(base, |money| money.currency)
    }

    fn text(&self, locale: Locale, product: &Product) -> String {
        match self {
            Self::Price | Self::Cost => {
                self.amount(product).map(|money| amounts::minor_text(money.minor, money.currency)).unwrap_or_default()
            }
            Self::Kind => word(locale, product.kind).to_owned(),
            Self::Code => product.code.clone(),
            Self::Name => product.name.clone(),
            Self::About => product.about.clone(),
        }
    }

    fn shown(&self, locale: Locale, product: &Product) -> String {
        match self.amount(product) {
            Some(money) => amounts::money_text(locale, money),
            None => self.text(locale, product),
        }
    }

    fn setting(&self, text: &str, reading: Reading) -> Result<ProductSetting, Flaw> {
        let Reading { locale, pasted, .. } = reading;
        Ok(match self {
            Self::Price => ProductSetting::Price(none_or(text, |text| money(text, reading))?),
            Self::Cost => ProductSetting::Cost(none_or(text, |text| money(text, reading))?),
            Self::Kind => ProductSetting::Kind(one_of(&KINDS, text, |kind| word(locale, kind))?),
            Self::Code => ProductSetting::Code(flat(text, pasted)),
            Self::Name => ProductSetting::Name(flat(text, pasted)),
            Self::About => ProductSetting::About(text.to_owned()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::setting::Setting;

    const READING: Reading = Reading { locale: Locale::en, currency: Currency::EUR, pasted: false };

    fn tea() -> Product {
        let yen = Currency::parse("JPY").unwrap();
        Product {
            kind: ProductKind::Service,
            name: "Tea".into(),
            code: "T-1".into(),
            price: Some(Money { minor: 1_999, currency: yen }),
            cost: None,
            about: "green\nleaves".into(),
        }
    }

    #[test]
    fn what_stands_in_a_field_reads_back_the_same() {
        for (field, ..) in PLAIN {
            let mut again = tea();
            let currency = field.currency(&tea(), Currency::EUR);
            let reading = Reading { currency, ..READING };
            field.setting(&field.text(Locale::en, &tea()), reading).unwrap().apply(&mut again);
            assert_eq!(again, tea(), "{field:?}");
        }
    }

    #[test]
    fn each_field_is_found_by_the_key_of_its_column() {
        let book = Book::default();
        for (field, key, _) in PLAIN {
            assert_eq!(field.key(), key);
            assert_eq!(ProductField::of_key(&book, key), Some(field));
        }
        assert_eq!(ProductField::of_key(&book, "revenue"), None);
    }

    #[test]
    fn the_cost_is_typed_in_the_currency_of_the_price() {
        let yen = Currency::parse("JPY").unwrap();
        assert_eq!(ProductField::Cost.currency(&tea(), Currency::EUR), yen);
        assert_eq!(ProductField::Cost.currency(&Product::default(), Currency::EUR), Currency::EUR);
    }

    #[test]
    fn an_amount_is_exact_or_refused() {
        let price = |minor| Ok(ProductSetting::Price(Some(Money { minor, currency: Currency::EUR })));
        assert_eq!(ProductField::Price.setting("12.50", READING), price(1_250));
        assert_eq!(ProductField::Price.setting("", READING), Ok(ProductSetting::Price(None)));
        assert_eq!(ProductField::Price.setting("12.505", READING), Err(Flaw::TooFine { digits: 2 }));
        assert_eq!(ProductField::Price.setting("dear", READING), Err(Flaw::NotANumber));
    }

    #[test]
    fn a_kind_is_read_in_the_words_of_each_language() {
        for (locale, text) in [(Locale::en, "service"), (Locale::zh_Hant, "服務"), (Locale::zh_Hans, "服务")] {
            let read = ProductField::Kind.setting(text, Reading { locale, ..READING });
            assert_eq!(read, Ok(ProductSetting::Kind(ProductKind::Service)));
        }
        assert_eq!(ProductField::Kind.setting("", READING), Err(Flaw::NotAChoice));
        assert_eq!(ProductField::Kind.cleared(), None);
        assert_eq!(ProductField::Name.cleared(), None);
    }
}
