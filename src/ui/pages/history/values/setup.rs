//! The fields of what the user sets up: products, fields of their own, the settings.

use crate::{
    domain::{
        cadence::Cadence,
        class::Class,
        custom::CustomKind,
        decimal::Decimal,
        goal::Goal,
        loyalty::LoyaltyCuts,
        money::{Currency, Money},
        party::Role,
        product::ProductKind,
        profile::{Profile, Scoring},
        record::Kind,
        settings::{Measure, Rate},
        view::ViewColumn,
    },
    i18n::{Locale, td_string},
    platform::format,
    ui::words,
};

use super::{Told, later, others::yes_no, read};

/// A field of a product.
pub fn product(locale: Locale, number: u32, bytes: &[u8]) -> Told {
    let money =
        |money: Money| format::money(words::tag(locale), money.minor, money.currency.code(), money.currency.exponent());
    Ok(match number {
        0 => Some(
            match read::<ProductKind>(bytes)? {
                ProductKind::Product => td_string!(locale, fields.kind_product),
                ProductKind::Service => td_string!(locale, fields.kind_service),
            }
            .to_owned(),
        ),
        1 | 2 | 5 => Some(read::<String>(bytes)?),
        3 | 4 => read::<Option<Money>>(bytes)?.map(money),
        _ => return later(),
    })
}

/// A field of the definition of a custom field.
pub fn custom_field(locale: Locale, number: u32, bytes: &[u8]) -> Told {
    let list = |items: Vec<String>| Some(format::list(words::tag(locale), &items));
    Ok(match number {
        0 => Some(read::<String>(bytes)?),
        1 => Some(words::custom_kind(locale, read::<CustomKind>(bytes)?).to_owned()),
        2 => list(read::<Vec<String>>(bytes)?),
        3 => list(read::<Vec<Role>>(bytes)?.into_iter().map(|role| words::role(locale, role).to_owned()).collect()),
        // People count from one.
        4 => Some(format::integer(words::tag(locale), i64::from(read::<u32>(bytes)?) + 1)),
        5 => Some(yes_no(locale, read(bytes)?)),
        6 | 7 => Some(read::<String>(bytes)?),
        _ => return later(),
    })
}

/// A field of a view. Filters and orders stand as they are typed.
pub fn view(locale: Locale, number: u32, bytes: &[u8]) -> Told {
    let list = |items: Vec<String>| Some(format::list(words::tag(locale), &items));
    Ok(match number {
        0 | 2 | 5 => Some(read::<String>(bytes)?),
        1 => Some(words::kind_name(locale, read::<Kind>(bytes)?).to_owned()),
        3 | 4 => list(read::<Vec<String>>(bytes)?),
        6 => list(read::<Vec<ViewColumn>>(bytes)?.into_iter().map(|column| column.key).collect()),
        7 | 8 => Some(yes_no(locale, read(bytes)?)),
        // People count from one.
        9 => Some(format::integer(words::tag(locale), i64::from(read::<u32>(bytes)?) + 1)),
        _ => return later(),
    })
}

/// A field of the settings.
pub fn settings(locale: Locale, number: u32, bytes: &[u8]) -> Told {
    let tag = words::tag(locale);
    Ok(match number {
        0 | 2 => Some(read::<String>(bytes)?),
        1 => Some(read::<Currency>(bytes)?.to_string()),
        3 => Some(words::measure(locale, read::<Measure>(bytes)?).to_owned()),
        // Shares are kept in hundredths of a percent.
        4 | 5 => Some(format::percent(tag, f64::from(read::<u32>(bytes)?) / 10_000.0, 2)),
        6 => {
            let rates = read::<Vec<Rate>>(bytes)?;
            let rates = rates.iter().map(|rate| {
                let (day, rate_text) = (format::day(tag, rate.from), format::decimal_text(tag, &rate.rate.to_string()));
                format!("{} {rate_text} ({day})", rate.currency)
            });
            Some(format::list(tag, &rates.collect::<Vec<_>>()))
        }
        20 => {
            let LoyaltyCuts { satisfied, loyal, apostle_satisfied, apostle_loyal } = read(bytes)?;
            Some(format!("{satisfied}/5, {loyal}/100; {apostle_satisfied}/5, {apostle_loyal}/100"))
        }
        21 => {
            let goals = read::<Vec<Goal>>(bytes)?;
            let number = |decimal: Decimal| format::decimal_text(tag, &decimal.to_string());
            let goals = goals.iter().map(|goal| {
                let name = words::yardstick(locale, goal.of);
                format!("{name}: {} → {} (×{})", number(goal.baseline), number(goal.target), goal.weight)
            });
            Some(format::list(tag, &goals.collect::<Vec<_>>()))
        }
        10 => {
            let scoring = read::<Scoring>(bytes)?;
            let [r, f, m] = scoring.weights();
            Some(td_string!(locale, profiles.weights, r = r, f = f, m = m, k = scoring.scores))
        }
        11 => {
            let names = read::<Vec<Profile>>(bytes)?.into_iter().map(|profile| profile.name);
            Some(format::list(tag, &names.collect::<Vec<_>>()))
        }
        12 => Some(read::<String>(bytes)?),
        30 => return super::deals::pipelines(locale, bytes),
        31 => {
            let Cadence { a, b, c, tags } = read(bytes)?;
            let classes = Class::ALL.into_iter().zip([a, b, c]);
            let classes = classes.filter_map(|(class, days)| Some((class.letter().to_owned(), days?)));
            let all = classes.chain(tags.into_iter().map(|rule| (rule.tag, rule.days)));
            let all: Vec<_> = all.map(|(name, days)| format!("{name}: {}", words::cadence(locale, days))).collect();
            Some(format::list(tag, &all))
        }
        _ => return later(),
    })
}
