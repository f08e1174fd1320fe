//! The form of a product, over the list.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    domain::{
        flaw::{FieldError, Flaw},
        id::Id,
        money::{Currency, Money},
        product::{Product, ProductKind},
        record::Kind,
    },
    i18n::{t_string, use_i18n},
    platform::{clock, format},
    state::{Workspace, commands::CommandError},
    ui::{
        components::{Button, ButtonKind, Choice, ConfirmDialog, Dialog, Field, Select, TextArea, TextInput, TextKind},
        notify::Notify,
        pages::customer::amounts::{minor, minor_text},
        route::Route,
        router::Router,
        words,
    },
};

/// A product while it is typed.
#[derive(Debug, Clone, PartialEq, Default)]
struct Draft {
    product: Product,
    price: String,
    cost: String,
    currency: String,
}

impl Draft {
    fn of(product: &Product, base: Currency) -> Self {
        let currency = product.price.or(product.cost).map_or(base, |money| money.currency);
        let text =
            |money: Option<Money>| money.map(|money| minor_text(money.minor, money.currency)).unwrap_or_default();
        Self {
            price: text(product.price),
            cost: text(product.cost),
            currency: currency.code().to_owned(),
            product: product.clone(),
        }
    }

    /// The product; both amounts are in one currency.
    fn parse(&self, read: &dyn Fn(&str) -> Option<String>) -> Result<Product, Vec<FieldError>> {
        let currency = Currency::parse(&self.currency).ok_or(Flaw::NotACurrency);
        let mut flaws = Vec::new();
        let mut amount = |text: &str, number: u32| {
            if text.trim().is_empty() {
                return None;
            }
            let money =
                currency.and_then(|currency| Ok(Money { minor: minor(text.trim(), currency, read)?, currency }));
            money.map_err(|flaw| flaws.push(FieldError { number, index: None, flaw })).ok()
        };
        let (price, cost) = (amount(&self.price, 3), amount(&self.cost, 4));
        let product = Product { price, cost, name: self.product.name.trim().to_owned(), ..self.product.clone() };
        flaws.extend(product.flaws());
        if flaws.is_empty() { Ok(product) } else { Err(flaws) }
    }
}

/// The form; open while the address names a product or a new one.
#[component]
pub fn ProductDialog() -> impl IntoView {
    let i18n = use_i18n();
    let (workspace, router, notify) = (Workspace::expect(), Router::expect(), Notify::here());
    let draft = RwSignal::new(Draft::default());
    let flaws = RwSignal::new(Vec::<FieldError>::new());
    let asks = RwSignal::new(false);
    // `None`: no form; `Some(None)`: a new product.
    let opened: Memo<Option<Option<Id<Product>>>> = Memo::new(move |_| match router.route() {
        Route::NewProduct => Some(None),
        Route::Product(id) => Some(Some(id)),
        _ => None,
    });
    let open = RwSignal::new(false);
    // The form is filled before it is shown, never after.
    Effect::new(move |_| {
        flaws.set(Vec::new());
        let is_there = opened.get().is_some_and(|id| {
            let base = workspace.peek(|book| book.settings().currency);
            let known = id.map(|id| workspace.peek(|book| book.get(id).map(|row| Draft::of(&row.data, base))));
            let filled = known.unwrap_or_else(|| Some(Draft::of(&Product::default(), base)));
            filled.map(|filled| draft.set(filled)).is_some()
        });
        open.set(is_there);
    });
    let close = move || router.go(&Route::Products(router.list_of(Kind::Product).get_untracked()));
    let save = move |()| {
        let Some(id) = opened.get_untracked() else { return };
        let tag = words::tag(i18n.get_locale_untracked());
        let parsed = draft.with_untracked(|draft| draft.parse(&|text| format::parse_number(tag, text)));
        match parsed {
            Err(wrong) => flaws.set(wrong),
            Ok(product) => spawn_local(async move {
                let id = id.unwrap_or_else(|| workspace.new_id(clock::now()));
                match workspace.save_product(id, product).await {
                    Err(CommandError::Flaws(wrong)) => flaws.set(wrong),
                    done => {
                        if notify.done(Kind::Product, &done) {
                            close();
                        }
                    }
                }
            }),
        }
    };
    let delete = move |()| {
        asks.set(false);
        let Some(Some(id)) = opened.get_untracked() else { return };
        spawn_local(async move {
            if notify.done(Kind::Product, &workspace.delete_product(id).await) {
                close();
            }
        });
    };
    let error = move |number: u32| {
        Signal::derive(move || {
            let flaw = flaws.with(|flaws| flaws.iter().find(|error| error.number == number).map(|error| error.flaw))?;
            Some(words::flaw(i18n.get_locale(), flaw))
        })
    };
    let label = move |number: u32| {
        Signal::derive(move || words::field_name(i18n.get_locale(), Kind::Product, number).to_owned())
    };
    let edit = move |change: fn(&mut Draft, String)| {
        Callback::new(move |text: String| draft.update(|draft| change(draft, text)))
    };
    let shown = move |text: fn(&Draft) -> String| Signal::derive(move || draft.with(text));
    let kinds = Signal::derive(move || {
        vec![
            Choice::new("goods", t_string!(i18n, listing.goods).to_owned()),
            Choice::new("service", t_string!(i18n, listing.service).to_owned()),
        ]
    });
    let is_service = |draft: &Draft| draft.product.kind == ProductKind::Service;
    let currencies = Signal::derive(move || {
        Currency::all()
            .map(|currency| Choice::new(currency.code().to_owned(), currency.code().to_owned()))
            .collect::<Vec<_>>()
    });
    view! {
        <Dialog
            open
            keep=true
            on_close=Callback::new(move |()| close())
            title=Signal::derive(move || match opened.get() {
                Some(None) => t_string!(i18n, listing.new_product).to_owned(),
                _ => t_string!(i18n, listing.edit_product).to_owned(),
            })
            close_label=Signal::derive(move || t_string!(i18n, common.close).to_owned())
            on_submit=Callback::new(save)
            footer=move || {
                view! {
                    <Show when=move || matches!(opened.get(), Some(Some(_)))>
                        <Button
                            kind=ButtonKind::Danger
                            label=Signal::derive(move || t_string!(i18n, common.delete).to_owned())
                            on_press=Callback::new(move |()| asks.set(true))
                        />
                    </Show>
                    <Button
                        submit=true
                        kind=ButtonKind::Primary
                        label=Signal::derive(move || t_string!(i18n, common.save).to_owned())
                    />
                }
            }
        >
            <div class="list-form">
                <Field label=label(1) error=error(1) required=true>
                    <TextInput value=shown(|draft| draft.product.name.clone()) on_input=edit(|draft, text| draft.product.name = text)/>
                </Field>
                <Field label=label(2) error=error(2)>
                    <TextInput value=shown(|draft| draft.product.code.clone()) on_input=edit(|draft, text| draft.product.code = text)/>
                </Field>
                <Field label=label(0)>
                    <Select
                        options=kinds
                        value=Signal::derive(move || if draft.with(is_service) { "service".to_owned() } else { "goods".to_owned() })
                        on_change=edit(|draft, text| {
                            draft.product.kind = if text == "service" { ProductKind::Service } else { ProductKind::Product };
                        })
                    />
                </Field>
                <Field label=Signal::derive(move || t_string!(i18n, fields.currency).to_owned())>
                    <Select
                        options=currencies
                        value=shown(|draft| draft.currency.clone())
                        on_change=edit(|draft, text| draft.currency = text)
                    />
                </Field>
                <Field label=Signal::derive(move || t_string!(i18n, listing.price_of_one).to_owned()) error=error(3)>
                    <TextInput value=shown(|draft| draft.price.clone()) kind=TextKind::Decimal on_input=edit(|draft, text| draft.price = text)/>
                </Field>
                <Field label=Signal::derive(move || t_string!(i18n, listing.cost_of_one).to_owned()) error=error(4)>
                    <TextInput value=shown(|draft| draft.cost.clone()) kind=TextKind::Decimal on_input=edit(|draft, text| draft.cost = text)/>
                </Field>
                <Field label=label(5) error=error(5)>
                    <TextArea value=shown(|draft| draft.product.about.clone()) on_input=edit(|draft, text| draft.product.about = text)/>
                </Field>
            </div>
        </Dialog>
        <ConfirmDialog
            open=asks
            title=Signal::derive(move || t_string!(i18n, listing.delete_product).to_owned())
            text=Signal::derive(move || t_string!(i18n, listing.delete_product_text).to_owned())
            confirm_label=Signal::derive(move || t_string!(i18n, common.delete).to_owned())
            cancel_label=Signal::derive(move || t_string!(i18n, common.cancel).to_owned())
            danger=true
            on_confirm=delete
            on_cancel=move |()| asks.set(false)
        />
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_product_comes_back_from_its_form_as_it_was() {
        let money = |minor| Some(Money { minor, currency: Currency::EUR });
        let product = Product { name: "Tea".into(), price: money(1999), cost: money(5), ..Product::default() };
        let draft = Draft::of(&product, Currency::EUR);
        assert_eq!(draft.parse(&|text| Some(text.to_owned())), Ok(product.clone()));
        let wrong = Draft { price: "x".into(), ..Draft::of(&Product::default(), Currency::EUR) };
        let numbers: Vec<u32> = wrong.parse(&|_| None).unwrap_err().iter().map(|flaw| flaw.number).collect();
        assert_eq!(numbers, [3, 1]);
    }
}
