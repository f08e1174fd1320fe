//! One edit: a customer's name, from pressing Enter to the form gone and everything saved. Not from a click on "Save": the message about
//! the edit before may lie over it.

use thirtyfour::Key;

use super::Bench;
use crate::bench::figure::Figure::{Acknowledged, AcknowledgedSlow, Edit, EditLongest, EditSlow, RawPut, Written};
use crate::bench::results::Readings;
use crate::{Profile, Result};

const EDITS: usize = 20;
const NAME: &str = "//form[contains(@class, 'customer-form')]//label[normalize-space(.) = 'Name']/following::input[1]";
const SAVED: &str = "!document.querySelector('.customer-form') && kithProbe.text('.saving') === 'Saved'";

/// Puts as many bytes as an order has into a database of its own, and asks for the same durability: what the browser and the disk take
/// whatever the app does.
const RAW: &str = "(async () => {
  const asked = (request) => new Promise((done, failed) => { request.onsuccess = () => done(request.result); request.onerror = failed; });
  const opening = indexedDB.open('bench-raw', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('raw');
  const database = await asked(opening);
  const times = [];
  for (let key = 0; key < 20; key += 1) {
    const began = performance.now();
    const transaction = database.transaction('raw', 'readwrite', { durability: 'strict' });
    transaction.objectStore('raw').put(new Uint8Array(400), key);
    await new Promise((done, failed) => { transaction.oncomplete = done; transaction.onabort = failed; });
    times.push(performance.now() - began);
    await new Promise((done) => setTimeout(done, 50));
  }
  database.close();
  await asked(indexedDB.deleteDatabase('bench-raw'));
  return times;
})()";

/// Renames the first customer of the list again and again.
///
/// # Errors
/// If it is not saved.
pub async fn measure(bench: &Bench<'_>, profile: &Profile, readings: &mut Readings) -> Result<()> {
    let browser = bench.list(profile).await?;
    let page = bench.page(&browser);
    let link: String = browser.eval("kithProbe.rows()[0].querySelector('a').getAttribute('href')").await?;
    let mut rounds = bench.up_to(EDITS);
    let mut round = 0;
    loop {
        round += 1;
        browser.goto(&format!("{link}/edit")).await?;
        let name = page.find(NAME).await?;
        name.clear().await?;
        name.send_keys(format!("Ada Bench {round}")).await?;
        let enter = async { Ok(name.send_keys(Key::Enter).await?) };
        let saved = page.after(enter, "the edit to be saved", SAVED).await?;
        let pressed = page.acted("keydown").await?;
        readings.add(Edit, saved - pressed);
        readings.add(EditSlow, saved - pressed);
        let (opened, acknowledged): (f64, f64) = browser.eval(format!("kithProbe.committed({pressed})")).await?;
        readings.add(Acknowledged, acknowledged - pressed);
        readings.add(AcknowledgedSlow, acknowledged - pressed);
        readings.add(Written, acknowledged - opened);
        readings.add(EditLongest, page.longest(pressed, page.now().await?).await?);
        if !rounds.again() {
            break;
        }
    }
    page.quiet().await?;
    for time in browser.eval::<Vec<f64>>(RAW).await? {
        readings.add(RawPut, time);
    }
    browser.close().await
}
