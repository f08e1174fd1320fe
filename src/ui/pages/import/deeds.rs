//! What the user does with what lies on the desk.

use std::sync::Arc;

use leptos::{prelude::*, task::spawn_local};

use crate::{
    i18n::{Locale, td_string},
    interchange::{
        csv::Chosen,
        import::{CustomColumn, Options, Why},
    },
    platform::files::ReadError,
    state::{ImportFileError, ImportSession, Input, Watch},
};

use super::{
    desk::{Desk, Rehearsal},
    names, sentences,
};

impl Desk {
    /// Takes a file.
    pub fn open(self, input: Input) {
        self.open_as(input, Chosen::default());
    }

    /// Takes the file that was chosen last in another way.
    pub fn open_again(self, change: impl FnOnce(&mut Chosen)) {
        if let Some((input, mut chosen)) = self.opened.get_value() {
            change(&mut chosen);
            self.open_as(input, chosen);
        }
    }

    fn open_as(self, input: Input, chosen: Chosen) {
        self.opened.set_value(Some((input.clone(), chosen)));
        self.work(move |watch| async move { ImportSession::open(input, chosen, &watch).await });
    }

    /// Changes how the file is understood.
    pub fn change<F>(self, job: impl FnOnce(ImportSession, Watch) -> F)
    where
        F: Future<Output = Result<ImportSession, ImportFileError>> + 'static,
    {
        if let Some(session) = self.session.get_untracked() {
            self.work(|watch| job(session, watch));
        }
    }

    /// Changes what the user decides beyond the columns.
    pub fn decide(self, change: impl FnOnce(&mut Options)) {
        self.options.update(|options| {
            if let Some(options) = options {
                change(options);
            }
        });
        self.rehearsal.set(None);
    }

    /// Decides where the cells of a column of a custom field go.
    pub fn decide_custom(self, custom: CustomColumn) {
        self.decide(|options| {
            options.customs.retain(|other| other.column != custom.column);
            options.customs.push(custom);
            options.customs.sort_by_key(|custom| custom.column);
        });
    }

    /// Finds out what the import would do.
    pub fn rehearse(self) {
        let Some((session, options)) = self.ready() else { return };
        let Some(watch) = self.begin() else { return };
        let ImportSession { table, plan, checked, .. } = session;
        spawn_local(async move {
            let result = self.workspace.rehearse_import(table, plan, checked, options, &watch).await;
            if self.has_ended() {
                match result {
                    Ok((summary, issues)) => self.rehearsal.set(Some(Arc::new(Rehearsal { summary, issues }))),
                    Err(error) => self.import_failed(error),
                }
            }
        });
    }

    /// Imports.
    pub fn import(self) {
        let Some((session, options)) = self.ready() else { return };
        let Some(watch) = self.begin() else { return };
        let name = session.file_name();
        let ImportSession { table, plan, checked, .. } = session;
        spawn_local(async move {
            let result = self.workspace.import(&name, table, plan, checked, options, &watch).await;
            if self.has_ended() {
                match result {
                    Ok(imported) => self.imported.set(Some(Arc::new(imported))),
                    Err(error) => self.import_failed(error),
                }
            }
        });
    }

    /// Hands the rows that do not come in to the user, as a file to be corrected, in the words of a language.
    pub fn save_left_out(self, locale: Locale) {
        let Some(session) = self.session.get_untracked() else { return };
        let Some(watch) = self.begin() else { return };
        let issues = untrack(|| self.issues(<[_]>::to_vec));
        spawn_local(async move {
            let table = &session.table;
            let at = |column: Option<usize>, sentence: String| match column {
                Some(column) => {
                    td_string!(
                        locale,
                        import.in_column,
                        column = names::column(locale, table.names(), column),
                        what = sentence
                    )
                }
                None => sentence,
            };
            let say = |why: Why<'_>| match why {
                Why::Problem(column, problem) => at(column, sentences::problem(locale, problem)),
                Why::Trouble(column, trouble) => at(column, sentences::trouble(locale, trouble)),
                Why::SameOrder => td_string!(locale, import.same_order).to_owned(),
            };
            let heads = [td_string!(locale, import.line), td_string!(locale, import.what)];
            let result = session.write_left_out(&issues, heads, say, &watch).await;
            if self.has_ended() {
                let name = session.file_name();
                let stem = name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem);
                let name = format!("{stem}-{}.csv", td_string!(locale, import.left_out_file));
                match result {
                    Ok(blob) if blob.save(&name) => {}
                    Ok(blob) => self.file_failed(ReadError::TooLarge(blob.size()).into()),
                    Err(error) => self.file_failed(error),
                }
            }
        });
    }
}
