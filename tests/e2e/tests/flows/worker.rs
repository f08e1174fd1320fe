//! How the worker's module is loaded, shown with a module that stands for it.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use e2e::{Browser, Result, Role, Setup, Site};

/// A page and the loader, with a module that is ready only after a while, as a large one is.
fn page_with(module: &str) -> Result<(tempfile::TempDir, Site)> {
    let folder = tempfile::tempdir().unwrap();
    let loader = std::fs::read_to_string(xtask::root().join("start/worker_loader.js")).unwrap();
    let write = |name: &str, content: &str| std::fs::write(Path::new(folder.path()).join(name), content).unwrap();
    write("index.html", "<!doctype html><title>Worker</title><p>Worker");
    write("loader.js", &loader.replace("{{js}}", "module.js").replace("{{wasm}}", "module.wasm"));
    write("module.js", module);
    let site = Site::of(folder.path(), "/")?;
    Ok((folder, site))
}

#[tokio::test]
async fn messages_sent_before_the_worker_is_ready_arrive_in_order() -> Result<()> {
    let (_folder, site) = page_with(
        "export default async ({ module_or_path }) => {
           await new Promise((resolve) => setTimeout(resolve, 300));
           self.onmessage = ({ data, ports }) => { self.postMessage([data, ports.length, module_or_path.pathname]); };
         };",
    )?;
    let browser = Browser::open(&site, Setup::default()).await?;
    let answers: Vec<(u8, u8, String)> = browser
        .eval(
            "new Promise((resolve, reject) => {
               const worker = new Worker('loader.js', { type: 'module' });
               const answers = [];
               worker.onerror = reject;
               worker.onmessage = ({ data }) => {
                 if (answers.push(data) === 2) worker.postMessage(3);
                 if (answers.length === 3) resolve(answers);
               };
               worker.postMessage(1);
               worker.postMessage(2, [new MessageChannel().port1]);
             })",
        )
        .await?;
    let path = "/module.wasm".to_owned();
    assert_eq!(answers, [(1, 0, path.clone()), (2, 1, path.clone()), (3, 0, path)]);
    browser.close().await
}

#[tokio::test]
async fn a_worker_that_cannot_start_is_an_error_for_the_page() -> Result<()> {
    let (_folder, site) = page_with("export default async () => { throw new Error('no such module'); };")?;
    let browser = Browser::open(&site, Setup::default()).await?;
    let said: String = browser
        .eval("new Promise((resolve) => { new Worker('loader.js', { type: 'module' }).onerror = (event) => resolve(event.message); })")
        .await?;
    assert!(said.contains("no such module"), "{said}");
    browser.close().await
}

#[tokio::test]
async fn the_page_names_a_loader_whose_parts_are_there() -> Result<()> {
    let site = Site::below("/some/sub/path/")?;
    let browser = Browser::open(&site, Setup::default()).await?;
    browser.wait_for_app().await?;
    let kinds: Vec<String> = browser
        .eval(
            "(async () => {
               const loader = new URL(document.querySelector('meta[name=kith-worker]').content, document.baseURI);
               const text = await (await fetch(loader)).text();
               const parts = [...text.matchAll(/'\\.\\/(worker-[^']+)'/g)].map(([, name]) => new URL(name, loader));
               return Promise.all([loader, ...parts].map(async (part) => (await fetch(part)).headers.get('Content-Type')));
             })()",
        )
        .await?;
    assert_eq!(kinds, ["text/javascript; charset=utf-8", "text/javascript; charset=utf-8", "application/wasm"]);
    browser.assert_clean().await?;
    browser.close().await
}

/// 25 orders of each of 1,000 customers, 200 of whom bring exactly 80 % of the total.
fn many_orders(folder: &Path) -> PathBuf {
    let mut csv = "customer,date,amount\n".to_owned();
    for row in 0..25_000 {
        let (customer, order) = (row % 1_000, row / 1_000);
        let amount = if customer < 200 { 16 } else { 1 };
        writeln!(csv, "Customer {customer},2025-{:02}-{:02},{amount}.00", order % 12 + 1, order + 1).unwrap();
    }
    let path = folder.join("orders.csv");
    std::fs::write(&path, csv).unwrap();
    path
}

#[tokio::test]
async fn the_page_asks_the_worker_when_there_is_much_to_classify() -> Result<()> {
    let folder = tempfile::tempdir().unwrap();
    let site = Site::start()?;
    let browser = Browser::open(&site, Setup::default()).await?;
    browser.wait_for_app().await?;
    browser.goto("#/data/import").await?;
    browser.upload("input[type=file]", &many_orders(folder.path())).await?;
    browser.click(Role::Button, "Import").await?;
    browser.wait_for_text("The file was imported").await?;
    browser.goto("#/abc").await?;
    browser.wait_for_text("A: 200 customers").await?;
    browser.wait_for_text("B: 800 customers").await?;
    let asked = "performance.getEntriesByType('resource').some(({ name }) => name.includes('worker'))";
    assert!(browser.eval::<bool>(asked).await?, "the worker was started");
    browser.assert_clean().await?;
    browser.close().await
}
