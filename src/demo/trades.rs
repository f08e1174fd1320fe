//! What customers are, and what that says of how they buy.

use super::dice::Dice;

/// What a customer is. The number is the place of its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trade {
    /// Cafés, bakeries, restaurants.
    Cafe = 0,
    /// Offices, practices.
    Office = 1,
    /// Hotels, guest houses.
    Hotel = 2,
    /// Shops that sell on.
    Shop = 3,
    /// People at home.
    Home = 4,
}

impl Trade {
    /// What the customer of a rank is: the large ones are firms, the small ones people.
    pub fn of(rank: u32, customers: u32, dice: &mut Dice) -> Self {
        match u64::from(rank) * 100 / u64::from(customers) {
            ..12 => dice.weighed(&[(45, Self::Cafe), (35, Self::Hotel), (20, Self::Office)]),
            12..35 => dice.weighed(&[(35, Self::Cafe), (15, Self::Hotel), (30, Self::Office), (20, Self::Shop)]),
            35..60 => dice.weighed(&[(10, Self::Cafe), (30, Self::Office), (20, Self::Shop), (40, Self::Home)]),
            _ => dice.weighed(&[(8, Self::Office), (7, Self::Shop), (85, Self::Home)]),
        }
    }

    /// Whether it is a firm.
    pub fn is_firm(self) -> bool {
        self != Self::Home
    }

    /// What it usually spends at once, cents of a euro.
    pub fn basket(self) -> i64 {
        match self {
            Self::Cafe => 23_000,
            Self::Office => 13_000,
            Self::Hotel => 40_000,
            Self::Shop => 18_000,
            Self::Home => 4_200,
        }
    }
}
