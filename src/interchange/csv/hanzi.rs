//! How much bytes look like Chinese in GB18030 or Big5, or like a Western language in Windows-1252.
//!
//! Almost any two bytes are some character in both Chinese encodings, so what counts is whether the characters are ones that
//! people write: the 900 below make up three quarters of running text, and both standards put their common characters on a
//! first level of their own. A text in the wrong one of the two scatters over rare characters.

use std::sync::LazyLock;

use encoding_rs::DecoderResult;
use rustc_hash::FxHashSet;

use super::encoding::Encoding;

/// Frequent characters in both scripts: the first 500 of running text, words of trade and address, surnames, names of places.
const FREQUENT: &str = "\
    一丁万三上下不与专世业东两並个中为主丽举么义之乔也乡书了争事二于云五亚些亞交产京亲人什今从他付代令以们件价任众优会伟 \
    传但位住体何余作你佩使來侯便俊保信個們候值偉做傅傑備傳像價優儿元先光克兒党入內全兩八公兰共关兵其具内再军农冯决况准几 \
    出分划刘则刚別利别到制則前剛劉力办功加务动势勇動務勢包化北区區十千半华单南卢即却卻历原去县参參又及反发取受变口古只叫 \
    可台史叶号司吃各合同名后向吕君听吳吴呂告员周命和品員唐售商問喬單嘉器四回因团园国图圆國園圓圖團土在地圳场址型城基報場 \
    境增士声处备复夏外多大天太夫头女她好如始姓委姚姜娜娟婷子孔字孙孟学孫學它宇安宋完宏官定实客室家容實对导将將專對導小少 \
    尔就尹屏展属屬山崔州工己已巷币市布师帝带師帳帶常幣干平年并幹幾广庆应府度康廖廣建开弄式张張強强当形彭彰影往很律後徐得 \
    從復德心必志快态怎思怡性总息情惠想意愛感態慶應成我或战戰戴戶户所手才打扣技把投折报拉持指据接提據支收改放政敏教数整數 \
    文料断斯新斷方於族无日早时明易是時更書曹曾最會月有望朝期本术朱机权李村杜条来杨杭杰東极构林果标校样根格桂桃梁梅條楊業 \
    極楼構樓標樣機權次欣款正此步武歷死段每比毛民气氣水求汉江汤汪決沈沒没河治況法注洋津活派流济海涛淑深清游湖湯源準漢潘濟 \
    濤火点為热無然熊熱爭爱爾片物特状狀玉王现玲珍現理生產用田由电界當病發白百的皇盧目直相省看真眼眾着知石研磊示社神票秀种 \
    科秦积称稅程税種稱積究空立站竹笑第等签算管箱範籤米类精系紀約紅級組結絡給統經網線編縣總繫红约级纪线组经结给统编网罗羅 \
    美群義老考者而职联聯聲職聽股育胡能自至臺與舉色艳花芳苏英范莲華萧萬葉著董蒋蓮蔡蔣蕭薛蘇蘭處號行術街表袁被装裝裡西要見 \
    規親觀见观规解言訂計記設許註話該認語說調論謝證譚議變讓计订认让议记许论设证话该语说调谢谭豔象豪貨費賀資賈質賬賴货质费 \
    贺贾资赖走赵起超趙路身車軍較轉车转较辦農边达过运近还这进远连退选這通速造連進遊運過道達遠選還邊邓那邮邱邵邹郑郝部郭郵 \
    都鄉鄒鄧鄭里重量金銷錢鍾鎮鐵钟钱铁销镇長长門開間閻關门问间阎队阳际陆陈院陳陸陽隆隊随際隨难雄雅集難雲雷電需霞静靜非面 \
    革韓韩項領頭題額類顧项顾领题额風风餘首馬馮马體高魏魚鱼麗麼黃黄黎點黨龍龔龙龚";

static SET: LazyLock<FxHashSet<char>> = LazyLock::new(|| FREQUENT.chars().collect());

/// As many bytes beyond ASCII are looked at; more say nothing new.
const ENOUGH: usize = 20_000;

/// The mean over everything beyond ASCII: about 2 for real text, about 0 or less for the wrong encoding.
pub fn score(head: &[u8], encoding: Encoding) -> f64 {
    let (sum, count) = match encoding {
        Encoding::Windows1252 => western(head),
        _ => chinese(head, encoding),
    };
    if count == 0 { 0.0 } else { f64::from(sum) / f64::from(count) }
}

/// Points and number of characters in one of the Chinese encodings.
fn chinese(head: &[u8], encoding: Encoding) -> (i32, i32) {
    let (mut sum, mut count) = (0, 0);
    let mut decoder = encoding.table().new_decoder_without_bom_handling();
    let mut text = String::with_capacity(4096);
    let mut rest = &head[..end(head)];
    while !rest.is_empty() {
        text.clear();
        let (result, read) = decoder.decode_to_string_without_replacement(rest, &mut text, false);
        rest = &rest[read..];
        for c in text.chars().filter(|c| !c.is_ascii()) {
            count += 1;
            sum += points(c, encoding);
        }
        if let DecoderResult::Malformed(..) = result {
            count += 1;
            sum -= 6;
        }
    }
    (sum, count)
}

/// What one character says for the encoding that it was decoded from.
fn points(c: char, encoding: Encoding) -> i32 {
    if SET.contains(&c) {
        return 3;
    }
    if ('\u{E000}'..='\u{F8FF}').contains(&c) {
        return -4;
    }
    let mut buffer = [0; 4];
    let text: &str = c.encode_utf8(&mut buffer);
    let (bytes, _, _) = encoding.table().encode(text);
    match (encoding, bytes.as_ref()) {
        // GB 2312: symbols in rows 1 to 9, level 1 in rows 16 to 55, level 2 behind it.
        (Encoding::Gb18030, [0xA1..=0xA3 | 0xB0..=0xD7, 0xA1..=0xFE]) => 1,
        (Encoding::Gb18030, [0xD8..=0xF7, 0xA1..=0xFE]) => 0,
        // Big5: symbols from A140, level 1 from A440, level 2 from C940 on.
        (Encoding::Big5, [0xA1 | 0xA4..=0xC6, _]) => 1,
        (Encoding::Big5, [0xC9..=0xF9, _]) => 0,
        _ => -1,
    }
}

/// Points and number of characters in Windows-1252: its letters stand between letters of ASCII, alone or in twos.
fn western(head: &[u8]) -> (i32, i32) {
    let head = &head[..end(head)];
    let (mut sum, mut count) = (0, 0);
    for (at, &byte) in head.iter().enumerate().filter(|(_, byte)| **byte >= 0x80) {
        let before = at.checked_sub(1).map_or(b' ', |at| head[at]);
        let after = head.get(at + 1).copied().unwrap_or(b' ');
        let letter =
            matches!(byte, 0xC0..=0xD6 | 0xD8..=0xF6 | 0xF8.. | 0x8A | 0x8C | 0x8E | 0x9A | 0x9C | 0x9E | 0x9F);
        let beside = before.is_ascii_alphabetic() || after.is_ascii_alphabetic();
        count += 1;
        sum += match byte {
            0x81 | 0x8D | 0x8F | 0x90 | 0x9D => -6,
            _ if before >= 0x80 && after >= 0x80 => -3,
            _ if letter && beside => 2,
            _ if letter => -1,
            _ if before >= 0x80 || after >= 0x80 => -1,
            // € ‘ ’ “ ” – — no-break space £ © « ° » ª º and the like.
            0x80 | 0x85 | 0x91..=0x97 | 0xA0..=0xBF => 2,
            _ => 0,
        };
    }
    (sum, count)
}

/// Where to stop: after [`ENOUGH`] bytes beyond ASCII.
fn end(head: &[u8]) -> usize {
    head.iter().enumerate().filter(|(_, byte)| **byte >= 0x80).nth(ENOUGH).map_or(head.len(), |(at, _)| at)
}
