//! Where people live, and how they are called: numbers from ranges that are kept for stories, or that no exchange gives out.

use crate::domain::{contact::Address, contact::Use, money::Currency};

use super::{Language, dice::Dice};

/// The country of most customers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Country {
    Ireland,
    Kingdom,
    States,
    Taiwan,
    China,
}

/// A town: its name, region, post code, and how its numbers begin.
type Town = (&'static str, &'static str, &'static str, &'static str);

impl Country {
    pub fn of(language: Language, currency: Currency) -> Self {
        match (language, currency.code()) {
            (Language::ZhHant, _) => Self::Taiwan,
            (Language::ZhHans, _) => Self::China,
            (Language::En, "GBP") => Self::Kingdom,
            (Language::En, "USD") => Self::States,
            (Language::En, _) => Self::Ireland,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Ireland => "Ireland",
            Self::Kingdom => "United Kingdom",
            Self::States => "United States",
            Self::Taiwan => "臺灣",
            Self::China => "中国",
        }
    }

    fn towns(self) -> &'static [Town] {
        match self {
            Self::Ireland => &IRELAND,
            Self::Kingdom => &KINGDOM,
            Self::States => &STATES,
            Self::Taiwan => &TAIWAN,
            Self::China => &CHINA,
        }
    }

    fn streets(self) -> &'static [&'static str] {
        match self {
            Self::Ireland | Self::Kingdom => &[
                "High Street",
                "Mill Lane",
                "Quay Street",
                "Church Road",
                "Park Terrace",
                "Station Road",
                "Bridge Street",
                "Orchard Avenue",
                "Castle Street",
                "Harbour Row",
            ],
            Self::States => &[
                "Main St",
                "Oak Ave",
                "Maple St",
                "2nd Ave",
                "Pine St",
                "Washington Blvd",
                "Market St",
                "Elm St",
                "Lake Dr",
                "River Rd",
            ],
            Self::Taiwan => &[
                "中山路",
                "民生路",
                "和平路",
                "文化路",
                "成功路",
                "復興路",
                "光復路",
                "信義街",
                "永康街",
                "中正路",
                "忠孝街",
                "建國路",
            ],
            Self::China => &[
                "中山路",
                "人民路",
                "解放路",
                "建设路",
                "文化路",
                "新华路",
                "和平路",
                "胜利街",
                "东风路",
                "湖滨路",
                "长江路",
                "学院路",
            ],
        }
    }

    /// An address in one of its towns, and a phone number there.
    pub fn place(self, firm: bool, dice: &mut Dice) -> (Address, String) {
        let (city, region, postcode, area) = *dice.pick(self.towns());
        let (street, number) = (*dice.pick(self.streets()), dice.between(1, 180));
        let street = match self {
            Self::Ireland | Self::Kingdom => format!("{number} {street}"),
            Self::States => format!("{} {street}", number * 11),
            Self::Taiwan if dice.percent(60) => format!("{street}{number}號{}樓", dice.between(2, 12)),
            Self::Taiwan => format!("{street}{number}號"),
            Self::China => format!("{street}{number}号"),
        };
        let address = Address {
            used_for: if firm { Use::Work } else { Use::Home },
            street,
            city: city.to_owned(),
            region: region.to_owned(),
            postcode: postcode.to_owned(),
            country: self.name().to_owned(),
        };
        (address, self.phone(area, dice))
    }

    /// Ofcom, ComReg and the North American plan keep ranges for stories. Taiwan and the mainland keep none, but give out no local
    /// number that begins with 1.
    fn phone(self, area: &str, dice: &mut Dice) -> String {
        match self {
            Self::Ireland => format!("020 91{} {:04}", dice.below(10), dice.below(10_000)),
            Self::Kingdom => format!("{area} 496 0{:03}", dice.below(1_000)),
            Self::States => format!("({area}) 555-01{:02}", dice.below(100)),
            Self::Taiwan => format!("({area}) 1555-{:04}", dice.below(10_000)),
            Self::China => format!("{area}-1555 {:04}", dice.below(10_000)),
        }
    }
}

const IRELAND: [Town; 8] = [
    ("Dublin", "County Dublin", "D02", ""),
    ("Dublin", "County Dublin", "D08", ""),
    ("Cork", "County Cork", "T12", ""),
    ("Galway", "County Galway", "H91", ""),
    ("Limerick", "County Limerick", "V94", ""),
    ("Kilkenny", "County Kilkenny", "R95", ""),
    ("Waterford", "County Waterford", "X91", ""),
    ("Sligo", "County Sligo", "F91", ""),
];
const KINGDOM: [Town; 8] = [
    ("Bristol", "", "BS1", "0117"),
    ("Leeds", "", "LS1", "0113"),
    ("Sheffield", "", "S1", "0114"),
    ("Nottingham", "", "NG1", "0115"),
    ("Leicester", "", "LE1", "0116"),
    ("Edinburgh", "", "EH1", "0131"),
    ("Glasgow", "", "G1", "0141"),
    ("Manchester", "", "M1", "0161"),
];
const STATES: [Town; 8] = [
    ("Portland", "OR", "97205", "503"),
    ("Seattle", "WA", "98101", "206"),
    ("Chicago", "IL", "60607", "312"),
    ("Austin", "TX", "78702", "512"),
    ("Asheville", "NC", "28801", "828"),
    ("Providence", "RI", "02903", "401"),
    ("Madison", "WI", "53703", "608"),
    ("Denver", "CO", "80202", "303"),
];
const TAIWAN: [Town; 12] = [
    ("大安區", "臺北市", "106", "02"),
    ("中山區", "臺北市", "104", "02"),
    ("松山區", "臺北市", "105", "02"),
    ("板橋區", "新北市", "220", "02"),
    ("中壢區", "桃園市", "320", "03"),
    ("東區", "新竹市", "300", "03"),
    ("西區", "臺中市", "403", "04"),
    ("中西區", "臺南市", "700", "06"),
    ("鹽埕區", "高雄市", "803", "07"),
    ("左營區", "高雄市", "813", "07"),
    ("花蓮市", "花蓮縣", "970", "03"),
    ("羅東鎮", "宜蘭縣", "265", "03"),
];
const CHINA: [Town; 10] = [
    ("上海市徐汇区", "上海市", "200030", "021"),
    ("上海市静安区", "上海市", "200040", "021"),
    ("北京市东城区", "北京市", "100010", "010"),
    ("杭州市西湖区", "浙江省", "310012", "0571"),
    ("苏州市姑苏区", "江苏省", "215005", "0512"),
    ("南京市鼓楼区", "江苏省", "210009", "025"),
    ("成都市武侯区", "四川省", "610041", "028"),
    ("广州市越秀区", "广东省", "510030", "020"),
    ("深圳市南山区", "广东省", "518052", "0755"),
    ("厦门市思明区", "福建省", "361005", "0592"),
];
