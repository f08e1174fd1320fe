//! The words of each language: names, firms, goods, sentences. Everything else in this room is the same in all of them.

mod en;
mod zh_hans;
mod zh_hant;

use super::{Language, notes::Theme, trades::Trade};

/// A word as people write it, and in Latin letters, for addresses.
pub type Word = (&'static str, &'static str);

/// The words of a language.
#[derive(Debug)]
pub struct Words {
    /// Family names.
    pub family: &'static [Word],
    /// Given names.
    pub given: &'static [Word],
    /// What names of firms begin with.
    pub stems: &'static [Word],
    /// What names of firms end with: cafés, offices, hotels, shops.
    pub firms: [&'static [Word]; 4],
    /// What people in firms are.
    pub positions: &'static [&'static str],
    /// The goods, in the order of [`super::products::GOODS`].
    pub goods: [&'static str; super::products::GOODS.len()],
    /// Firms that sell to us, and what they sell.
    pub suppliers: &'static [(Word, &'static str)],
    /// Firms that work with us, and how.
    pub partners: &'static [(Word, &'static str)],
    /// Whoever works here.
    pub colleagues: &'static [&'static str],
    /// Café, office, hotel, shop, at home.
    pub trade_tags: [&'static str; 5],
    /// Buys presents; pays late; regular; new; second currency.
    pub other_tags: [&'static str; 5],
    /// The custom fields: way of brewing, days to pay, newsletter, customer since, credit limit.
    pub customs: [&'static str; 5],
    /// Ways of brewing.
    pub brewing: &'static [&'static str],
    /// Birthday; opened on; renewal of the contract.
    pub dates: [&'static str; 3],
    /// Notes of orders: paid late; leave at the door; came back.
    pub order_notes: [&'static str; 3],
    /// What a conversation was about: tried in vain, talked.
    pub talked: [&'static [&'static str]; 2],
    /// What deals are about.
    pub deals: &'static [&'static str],
    /// Who else sells what we sell.
    pub competitors: &'static [&'static str],
    /// What is done next in a deal.
    pub next_steps: &'static [&'static str],
    /// Why deals are lost, and won.
    pub ends: [&'static [&'static str]; 2],
    /// What is to be done: for a customer, for nobody in particular every week and every month.
    pub tasks: [&'static [&'static str]; 2],
    /// What is promised to customers.
    pub promised: &'static [&'static str],
    /// What customers say when asked: the dissatisfied, those between, the satisfied.
    pub said: [&'static [&'static str]; 3],
    /// The sentence about a party set to a class by hand.
    pub by_hand: &'static str,
    /// Whether the family name comes first, without a blank.
    pub family_first: bool,
}

impl Words {
    /// The words of a language.
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::En => &en::WORDS,
            Language::ZhHant => &zh_hant::WORDS,
            Language::ZhHans => &zh_hans::WORDS,
        }
    }

    /// What names of firms of a trade end with; none for people at home.
    pub fn firm_ends(&self, trade: Trade) -> &'static [Word] {
        self.firms.get(trade as usize).copied().unwrap_or_default()
    }
}

/// The sentences of notes on a theme; `{}` stands for a product.
pub fn sentences(language: Language, theme: Theme) -> &'static [&'static str] {
    match language {
        Language::En => en::sentences(theme),
        Language::ZhHant => zh_hant::sentences(theme),
        Language::ZhHans => zh_hans::sentences(theme),
    }
}
