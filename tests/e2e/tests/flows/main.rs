//! Whole flows through a browser, one file for each part of the app. One program, so that it is linked once.

#![allow(clippy::unwrap_used, reason = "a flow that cannot prepare itself has failed")]

mod bad_input;
mod care;
mod charts;
mod commands;
mod conversations;
mod deals;
mod extremes;
mod first_run;
mod forms;
mod history;
mod import_choices;
mod insights;
mod keyboard;
mod lists;
mod loyalty;
mod main_job;
mod offline;
mod orders_and_products;
mod payments;
mod screens;
mod search;
mod start;
mod table;
mod tabs;
mod what_if;
mod work;
mod worker;

use std::path::{Path, PathBuf};

use e2e::{Browser, Result, Role};

/// Adds a customer, and gives the address of the customer's page.
async fn add(browser: &Browser, name: &str) -> Result<String> {
    browser.goto("#/customers/new").await?;
    browser.fill("Name", name).await?;
    browser.click(Role::Button, "Save").await?;
    browser.wait_until("the customer's page", "/^#.customers.[0-9a-f-]{36}$/.test(location.hash)").await?;
    browser.eval("location.hash").await
}

/// A copy of the built page that a test may change.
fn copy_of_the_build() -> Result<tempfile::TempDir> {
    let copy = tempfile::tempdir().expect("a temporary folder can be made");
    copy_folder(&e2e::built()?, copy.path());
    Ok(copy)
}

fn copy_folder(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let (from, to) = (entry.as_ref().unwrap().path(), to.join(entry.as_ref().unwrap().file_name()));
        if from.is_dir() { copy_folder(&from, &to) } else { std::fs::copy(&from, &to).map(drop).unwrap() }
    }
}

/// The only file in a folder whose name begins and ends so.
fn file(folder: &Path, beginning: &str, ending: &str) -> PathBuf {
    let names = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let found: Vec<_> = names.filter(|name| name.starts_with(beginning) && name.ends_with(ending)).collect();
    assert_eq!(found.len(), 1, "{beginning}…{ending}: {found:?}");
    folder.join(&found[0])
}
