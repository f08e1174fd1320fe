//! The database in a real browser: the laws, and what only a browser can do to it.

#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod storage_laws;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use kith::storage::{Appended, ClosedBy, Db, Fault, Loaded, PageKey, Place, StorageError, schema};
use rexie::{ObjectStore, Rexie, Store, TransactionMode};
use storage_laws::{entry, meta};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{DomException, IdbDatabase};

wasm_bindgen_test_configure!(run_in_browser);

async fn open(name: &str) -> Db {
    Db::open(name, |by| panic!("closed by {by:?}")).await.unwrap()
}

/// A database of this name that nobody has used before.
async fn fresh(name: &str) -> Db {
    Rexie::delete(name).await.unwrap();
    open(name).await
}

macro_rules! law {
    ($name:ident) => {
        #[wasm_bindgen_test]
        async fn $name() {
            let name = concat!("law ", stringify!($name));
            storage_laws::$name([fresh(name).await, open(name).await]).await;
        }
    };
}

for_each_law!(law);

/// Runs plain JavaScript; only tests may.
fn js(code: &str) -> JsValue {
    Function::new_no_args(code).call0(&JsValue::UNDEFINED).unwrap()
}

/// Changes a row behind the database's back.
async fn meddle(name: &str, store: &str, work: impl AsyncFnOnce(Store)) {
    let raw = Rexie::builder(name);
    let raw = schema::STORES
        .iter()
        .fold(raw.version(schema::VERSION), |raw, name| raw.add_object_store(ObjectStore::new(name)));
    let raw = raw.build().await.unwrap();
    let tx = raw.transaction(&[store], TransactionMode::ReadWrite).unwrap();
    work(tx.store(store).unwrap()).await;
    tx.commit().await.unwrap();
    raw.close();
}

#[wasm_bindgen_test]
async fn readwrite_transactions_are_strict_and_readonly_ones_are_left_alone() {
    let db = fresh("strict").await;
    js("self.seen = []; self.untapped = IDBTransaction.prototype.objectStore;
        IDBTransaction.prototype.objectStore = function (name) {
            self.seen.push(this.mode + ' ' + this.durability);
            return self.untapped.call(this, name);
        };");
    db.load().await.unwrap();
    let read = js("return self.seen.splice(0);");
    db.append(0, &entry(1, 1)).await.unwrap();
    db.checkpoint([(PageKey { kind: 1, number: 1 }, Some(vec![1]))], &meta(1)).await.unwrap();
    db.erase().await.unwrap();
    db.adopt([], [], &meta(0)).await.unwrap();
    let written = js("IDBTransaction.prototype.objectStore = self.untapped; return self.seen.splice(0);");
    let modes = |list: JsValue| {
        let mut modes: Vec<String> = Array::from(&list).iter().map(|mode| mode.as_string().unwrap()).collect();
        modes.dedup();
        modes
    };
    assert_eq!(modes(read), ["readonly default"]);
    assert_eq!(modes(written), ["readwrite strict"]);
}

#[wasm_bindgen_test]
async fn an_aborted_transaction_is_an_error_and_writes_nothing() {
    let db = fresh("aborted").await;
    db.load().await.unwrap();
    js("self.commits = IDBTransaction.prototype.commit;
        IDBTransaction.prototype.commit = function () { this.abort(); };");
    let outcome = db.append(0, &entry(1, 1)).await;
    js("IDBTransaction.prototype.commit = self.commits;");
    assert!(matches!(outcome, Err(StorageError::Aborted(_))), "{outcome:?}");
    assert_eq!(open("aborted").await.load().await.unwrap(), Loaded::default());
    assert_eq!(db.append(0, &entry(1, 1)).await, Ok(Appended::Written(1)));
}

#[wasm_bindgen_test]
async fn a_key_clash_is_an_error_with_its_name_and_writes_nothing() {
    let db = fresh("clash").await;
    db.load().await.unwrap();
    db.append(0, &entry(1, 1)).await.unwrap();
    // Where the last part of entry 2 would go.
    meddle("clash", "journal", async |journal| {
        journal.put(&"junk".into(), Some(&Array::of2(&2.into(), &1.into()))).await.unwrap();
    })
    .await;
    let outcome = db.append(1, &entry(2, 5 * 1024 * 1024)).await;
    assert!(matches!(&outcome, Err(StorageError::Other { name, .. }) if name == "ConstraintError"), "{outcome:?}");
    let found = open("clash").await.load().await.unwrap();
    assert_eq!(found.tail, [(1, entry(1, 1))]);
}

#[wasm_bindgen_test]
async fn a_full_disk_is_told_as_such_wherever_it_shows() {
    let db = fresh("quota").await;
    db.load().await.unwrap();
    js("self.adds = IDBObjectStore.prototype.add;
        IDBObjectStore.prototype.add = function () { throw new DOMException('full', 'QuotaExceededError'); };");
    let outcome = db.append(0, &entry(1, 1)).await;
    js("IDBObjectStore.prototype.add = self.adds;");
    assert_eq!(outcome, Err(StorageError::Quota));
    // The way in which Chromium says it: the requests succeed, the transaction ends with an error.
    js("self.commits = IDBTransaction.prototype.commit;
        IDBTransaction.prototype.commit = function () {
            Object.defineProperty(this, 'error', { value: new DOMException('full', 'QuotaExceededError') });
            this.abort();
        };");
    let outcome = db.append(0, &entry(1, 1)).await;
    js("IDBTransaction.prototype.commit = self.commits;");
    assert_eq!(outcome, Err(StorageError::Quota));
    assert_eq!(db.load().await.unwrap(), Loaded::default());

    let named = DomException::new_with_message_and_name("full", "QuotaExceededError").unwrap();
    assert_eq!(StorageError::from_js(&named), StorageError::Quota);
}

#[wasm_bindgen_test]
async fn a_write_whose_future_is_dropped_leaves_nothing_behind() {
    let db = fresh("dropped").await;
    db.load().await.unwrap();
    let long = entry(1, 9 * 1024 * 1024);
    let mut writing = Box::pin(db.append(0, &long));
    let polls = Cell::new(0);
    // Far enough for some parts to be written.
    std::future::poll_fn(|cx| {
        polls.set(polls.get() + 1);
        let _ = writing.as_mut().poll(cx).map(|_| panic!("it cannot be done yet"));
        if polls.get() < 4 { std::task::Poll::Pending } else { std::task::Poll::Ready(()) }
    })
    .await;
    drop(writing);
    assert_eq!(db.load().await.unwrap(), Loaded::default());
    assert_eq!(db.append(0, &long).await, Ok(Appended::Written(1)));
}

#[wasm_bindgen_test]
async fn a_newer_version_is_refused_with_both_numbers() {
    Rexie::delete("newer").await.unwrap();
    let newer = Rexie::builder("newer").version(99).add_object_store(ObjectStore::new("else")).build().await.unwrap();
    newer.close();
    let outcome = Db::open("newer", |_| {}).await.err();
    assert_eq!(outcome, Some(StorageError::Version { found: 99, known: schema::VERSION }));
    // Nothing was touched.
    let newer = Rexie::builder("newer").version(99).add_object_store(ObjectStore::new("else")).build().await.unwrap();
    assert_eq!(newer.store_names(), ["else"]);
    newer.close();
}

#[wasm_bindgen_test]
async fn a_newer_app_closes_the_older_ones_connection_and_says_so() {
    let told = Rc::new(RefCell::new(Vec::new()));
    let hear = Rc::clone(&told);
    Rexie::delete("old and new").await.unwrap();
    let old = Db::open("old and new", move |by| hear.borrow_mut().push(by)).await.unwrap();
    old.load().await.unwrap();
    let newer = schema::STORES
        .iter()
        .fold(Rexie::builder("old and new").version(schema::VERSION + 1), |new, name| {
            new.add_object_store(ObjectStore::new(name))
        })
        .build()
        .await
        .unwrap();
    assert_eq!(*told.borrow(), [ClosedBy::NewerVersion]);
    assert_eq!(old.append(0, &entry(1, 1)).await, Err(StorageError::Closed));
    assert_eq!(old.load().await, Err(StorageError::Closed));
    newer.close();
}

#[wasm_bindgen_test]
async fn deletion_closes_the_connection_and_says_so() {
    let told = Rc::new(RefCell::new(Vec::new()));
    let hear = Rc::clone(&told);
    Rexie::delete("deleted").await.unwrap();
    let db = Db::open("deleted", move |by| hear.borrow_mut().push(by)).await.unwrap();
    Rexie::delete("deleted").await.unwrap();
    assert_eq!(*told.borrow(), [ClosedBy::Deletion]);
    assert_eq!(db.load().await, Err(StorageError::Closed));
}

#[wasm_bindgen_test]
async fn an_old_tab_that_does_not_let_go_is_reported_and_not_waited_for() {
    drop(fresh("blocked").await);
    // A connection that does not close when it is asked to, and an app whose version is one higher.
    let opened = js("return new Promise((done) => {
        indexedDB.open('blocked').onsuccess = (event) => done(event.target.result);
    });");
    let stubborn: IdbDatabase = JsFuture::from(Promise::from(opened)).await.unwrap().unchecked_into();
    js("self.opens = IDBFactory.prototype.open;
        IDBFactory.prototype.open = function (name, version) { return self.opens.call(this, name, version + 1); };");
    let outcome = Db::open("blocked", |_| {}).await.err();
    js("IDBFactory.prototype.open = self.opens;");
    assert_eq!(outcome, Some(StorageError::Blocked));
    // The request that nobody waits for any more does not hold the database.
    stubborn.close();
    Rexie::delete("blocked").await.unwrap();
}

#[wasm_bindgen_test]
async fn a_database_without_our_stores_is_corrupt() {
    Rexie::delete("strange").await.unwrap();
    let other = Rexie::builder("strange").version(schema::VERSION).add_object_store(ObjectStore::new("journal"));
    other.build().await.unwrap().close();
    let outcome = Db::open("strange", |_| {}).await.err();
    assert_eq!(outcome, Some(StorageError::Corrupt { place: Place::Store("pages"), fault: Fault::Missing }));
}

#[wasm_bindgen_test]
async fn every_kind_of_damage_is_named_with_its_place() {
    let name = "damaged";
    let db = fresh(name).await;
    db.load().await.unwrap();
    db.append(0, &entry(1, 10)).await.unwrap();
    db.append(1, &entry(2, 10)).await.unwrap();
    db.append(2, &entry(3, 5 * 1024 * 1024)).await.unwrap();
    let page = PageKey { kind: 1, number: 7 };
    db.checkpoint([(page, Some(vec![1, 2, 3]))], &meta(1)).await.unwrap();

    let flip = |value: &JsValue, at: i32| {
        let copy = Uint8Array::new(value);
        let at = copy
            .at(at)
            .map(|_| if at < 0 { copy.length().wrapping_add_signed(at) } else { at.unsigned_abs() })
            .unwrap();
        copy.set_index(at, copy.get_index(at) ^ 16);
        JsValue::from(copy)
    };
    let key2 = |a: u32, b: u32| -> JsValue { Array::of2(&a.into(), &b.into()).into() };
    let cut = |value: &JsValue| -> JsValue { Uint8Array::new(value).slice(0, 5).into() };
    type Damage<'a> = &'a dyn Fn(&JsValue) -> JsValue;
    let text: Damage = &|_| "text".into();
    let gone: Damage = &|_| JsValue::UNDEFINED;
    let first: Damage = &|value| flip(value, 0);
    let last: Damage = &|value| flip(value, -1);
    let cut: Damage = &cut;
    let cases: [(&str, JsValue, Damage, Place, Fault); 17] = [
        ("pages", key2(1, 7), text, Place::Page(page), Fault::NotBytes),
        ("pages", key2(1, 7), first, Place::Page(page), Fault::Checksum),
        ("pages", key2(1, 7), last, Place::Page(page), Fault::Checksum),
        ("pages", key2(1, 7), cut, Place::Page(page), Fault::Length),
        ("journal", 2.into(), text, Place::Head(2), Fault::NotBytes),
        ("journal", 2.into(), first, Place::Head(2), Fault::Checksum),
        ("journal", 2.into(), last, Place::Body(2), Fault::Checksum),
        ("journal", 2.into(), cut, Place::Head(2), Fault::Length),
        ("journal", 2.into(), gone, Place::Head(2), Fault::Missing),
        ("journal", 1.into(), gone, Place::Head(1), Fault::Missing),
        ("journal", key2(3, 1), last, Place::Part(3, 1), Fault::Checksum),
        ("journal", key2(3, 1), gone, Place::Part(3, 1), Fault::Missing),
        ("journal", key2(3, 0), text, Place::Part(3, 0), Fault::NotBytes),
        ("meta", "meta".into(), text, Place::Meta, Fault::NotBytes),
        ("meta", "meta".into(), last, Place::Meta, Fault::Checksum),
        ("meta", "meta".into(), cut, Place::Meta, Fault::Length),
        ("meta", "generation".into(), text, Place::Generation, Fault::NotBytes),
    ];
    for (store, key, damage, place, fault) in cases {
        let whole = Rc::new(RefCell::new(JsValue::UNDEFINED));
        meddle(name, store, async |rows| {
            let value = rows.get(key.clone()).await.unwrap().unwrap_or(JsValue::UNDEFINED);
            let damaged = damage(&value);
            if damaged.is_undefined() {
                rows.delete(key.clone()).await.unwrap();
            } else {
                rows.put(&damaged, Some(&key)).await.unwrap();
            }
            whole.replace(value);
        })
        .await;
        assert_eq!(db.load().await, Err(StorageError::Corrupt { place, fault }), "{place} {fault}");
        meddle(name, store, async |rows| {
            let whole = whole.take();
            if whole.is_undefined() {
                rows.delete(key.clone()).await.unwrap();
            } else {
                rows.put(&whole, Some(&key)).await.unwrap();
            }
        })
        .await;
        assert!(db.load().await.is_ok());
    }

    meddle(name, "pages", async |rows| {
        rows.put(&"x".into(), Some(&"no page".into())).await.unwrap();
    })
    .await;
    let strange = StorageError::Corrupt { place: Place::Store("pages"), fault: Fault::Key };
    assert_eq!(db.load().await, Err(strange));
    db.erase().await.unwrap();
    assert_eq!(db.load().await, Ok(Loaded::default()));
}

#[wasm_bindgen_test]
async fn a_list_of_heads_does_not_read_the_bodies() {
    let db = fresh("heads").await;
    db.load().await.unwrap();
    db.append(0, &entry(1, 10)).await.unwrap();
    // The body is broken, the head is not: only who reads the body notices.
    meddle("heads", "journal", async |rows| {
        let row: Uint8Array = rows.get(1.into()).await.unwrap().unwrap().unchecked_into();
        row.set_index(row.length() - 1, row.get_index(row.length() - 1) ^ 1);
        rows.put(&row, Some(&1.into())).await.unwrap();
    })
    .await;
    assert_eq!(db.heads(None, 10).await.unwrap().len(), 1);
    assert_eq!(db.body(1).await, Err(StorageError::Corrupt { place: Place::Body(1), fault: Fault::Checksum }));
}

#[wasm_bindgen_test]
fn without_indexeddb_it_says_so() {
    let none = JsValue::from(js_sys::Error::new("no IndexedDB"));
    assert!(matches!(StorageError::from_js(&none), StorageError::Other { .. }));
    let denied = DomException::new_with_message_and_name("denied", "SecurityError").unwrap();
    assert_eq!(StorageError::from_js(&denied), StorageError::Unavailable("denied".to_owned()));
    assert!(Reflect::has(&js_sys::global(), &"indexedDB".into()).unwrap());
}
