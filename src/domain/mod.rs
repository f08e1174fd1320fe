//! Nouns and their rules. Pure: nothing here knows of a browser, a clock or a file.
//!
//! A record is plain data with numbered fields ([`record`], [`fields`]); the [`book`] holds all of them; a [`change`] is the
//! only thing that alters it, and [`edit`] makes one out of an intention.

pub mod bill;
pub mod book;
pub mod bulk;
pub mod cadence;
pub mod cbor;
pub mod change;
pub mod class;
pub mod contact;
pub mod custom;
pub mod day;
pub mod deal;
pub mod decimal;
pub mod edit;
pub mod fields;
pub mod flaw;
pub mod goal;
pub mod history;
pub mod id;
pub mod interaction;
pub mod link;
pub mod loyalty;
pub mod money;
pub mod note;
pub mod order;
pub mod party;
pub mod pipeline;
pub mod product;
pub mod profile;
pub mod promise;
pub mod record;
pub mod revert;
pub mod setting;
pub mod settings;
pub mod survey;
pub mod table;
pub mod task;
pub mod view;
