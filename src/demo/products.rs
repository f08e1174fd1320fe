//! What is sold: coffee, what one makes it with, and work.

use crate::domain::{
    id::Id,
    money::Money,
    product::{Product, ProductKind},
};

use super::{Made, dice::Dice, prices, scene::Scene, trades::Trade};

/// Goods or work, in cents of a euro.
#[derive(Debug, Clone, Copy)]
pub struct Good {
    code: &'static str,
    pub price: i64,
    pub cost: i64,
    /// How gladly it is bought: by cafés, offices, hotels, shops, people at home.
    wanted: [u32; 5],
}

const fn good(code: &'static str, price: i64, cost: i64, wanted: [u32; 5]) -> Good {
    Good { code, price, cost, wanted }
}

/// The list, in the order of the words for it.
pub const GOODS: [Good; 20] = [
    good("HB-250", 890, 380, [0, 2, 1, 12, 22]),
    good("EB-250", 950, 410, [0, 2, 1, 10, 16]),
    good("ET-250", 1_350, 640, [1, 1, 0, 8, 14]),
    good("GU-250", 1_250, 590, [1, 1, 0, 6, 9]),
    good("DC-250", 1_050, 480, [1, 2, 2, 4, 6]),
    good("HB-1000", 2_600, 1_250, [16, 22, 26, 3, 6]),
    good("EB-1000", 2_800, 1_380, [34, 16, 20, 3, 4]),
    good("SO-1000", 4_200, 2_200, [10, 5, 4, 1, 1]),
    good("CB-12", 3_600, 1_500, [8, 6, 5, 7, 1]),
    good("DB-10", 1_400, 520, [1, 8, 10, 14, 8]),
    good("FP-100", 650, 260, [2, 5, 2, 6, 6]),
    good("HG-1", 7_900, 4_600, [0, 1, 0, 4, 1]),
    good("PO-1", 4_500, 2_300, [0, 1, 0, 5, 2]),
    good(GIFT, 3_900, 1_700, [0, 5, 4, 8, 3]),
    good("SUB-1", 2_900, 1_300, [0, 1, 0, 0, 3]),
    good("WS-1", 8_500, 2_500, [2, 2, 1, 0, 2]),
    good("MS-1", 14_000, 5_500, [3, 2, 3, 0, 0]),
    good("PL-1", 26_000, 9_000, [1, 1, 2, 1, 0]),
    good("TE-1", 32_000, 11_000, [0, 2, 1, 0, 0]),
    good("GH-1", 4_900, 1_500, [4, 3, 3, 0, 0]),
];

/// What presents are made of.
const GIFT: &str = "GB-1";
/// From this place on it is work.
const WORK: usize = 14;

/// The products.
#[derive(Debug)]
pub struct Products {
    pub records: Made<Product>,
}

/// Makes the products.
pub fn make(scene: &mut Scene) -> Products {
    let mut records = Vec::with_capacity(GOODS.len());
    for (place, good) in GOODS.iter().enumerate() {
        let money = |cents| Money { minor: prices::label(cents, scene.currency), currency: scene.currency };
        let product = Product {
            kind: if place < WORK { ProductKind::Product } else { ProductKind::Service },
            name: scene.words.goods[place].to_owned(),
            code: good.code.to_owned(),
            price: Some(money(good.price)),
            cost: Some(money(good.cost)),
            about: String::new(),
        };
        records.push((scene.id(), product));
    }
    Products { records }
}

impl Products {
    /// The id at a place of the list.
    pub fn id(&self, place: usize) -> Id<Product> {
        self.records[place].0
    }
}

/// Something that a customer of a trade may buy for about so many cents; a present in the season for presents.
pub fn choose(trade: Trade, cents: i64, presents: bool, dice: &mut Dice) -> usize {
    let fits = |good: &Good| good.price <= cents * 3 / 2;
    let likes = |place: usize| {
        let good = &GOODS[place];
        let liked = good.wanted[trade as usize] * if presents && good.code == GIFT { 12 } else { 1 };
        if fits(good) { liked } else { 0 }
    };
    let liked: Vec<(u32, usize)> = (0..GOODS.len()).map(|place| (likes(place), place)).collect();
    // With little money, the coffee of the house.
    if liked.iter().all(|(weight, _)| *weight == 0) { 0 } else { dice.weighed(&liked) }
}
