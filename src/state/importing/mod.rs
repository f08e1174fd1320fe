//! A file on its way to being imported: read, looked at, checked. Each step takes the file as it is and gives it back one step
//! further; only what a change asks for is done again. Nothing here changes a record.

mod input;
mod left_out;
mod stages;

use std::rc::Rc;

use crate::{
    interchange::csv::{
        Checked, Chosen, Dialect, Encoding, FileKind, FileProblem, Limits, Plan, Reader, Recognised, Table, Target,
        columns, columns::Suggested, date::Form, number::Mark, profile::Column, recognise, recognise::HEAD, suggest,
        target::Reading,
    },
    platform::files::ReadError,
};

use super::watch::{Cancelled, Watch};
use stages::{check, profile, read};

pub use input::Input;

/// Why a file was not opened, or not opened anew.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ImportFileError {
    /// The browser could not read it.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// It makes no table.
    #[error(transparent)]
    File(#[from] FileProblem),
    /// It was told to stop.
    #[error("cancelled")]
    Cancelled,
}

impl From<Cancelled> for ImportFileError {
    fn from(Cancelled: Cancelled) -> Self {
        Self::Cancelled
    }
}

/// A file that was read, looked at and checked. Cheap to clone.
#[derive(Debug, Clone)]
pub struct ImportSession {
    input: Input,
    chosen: Chosen,
    /// How the file was recognised.
    pub recognised: Rc<Recognised>,
    /// The encoding that it was read in.
    pub encoding: Encoding,
    /// The dialect that it was read in.
    pub dialect: Dialect,
    /// Its rows.
    pub table: Rc<Table>,
    profile: Rc<Vec<Column>>,
    /// What was suggested for its columns, and how sure that is.
    pub suggested: Rc<Suggested>,
    /// What its columns are taken for.
    pub plan: Plan,
    /// What checking it by the plan found.
    pub checked: Rc<Checked>,
}

impl ImportSession {
    /// Reads a file as it is recognised, but for what the user chose.
    ///
    /// # Errors
    /// [`ImportFileError`]
    pub async fn open(input: Input, chosen: Chosen, watch: &Watch) -> Result<Self, ImportFileError> {
        Self::begin(input, chosen, None, watch).await
    }

    /// Reads the file anew in another encoding; the dialect is recognised anew.
    ///
    /// # Errors
    /// [`ImportFileError`]; the session stays as it is.
    pub async fn change_encoding(&self, encoding: Encoding, watch: &Watch) -> Result<Self, ImportFileError> {
        let chosen = Chosen { encoding: Some(encoding), ..self.chosen };
        Self::begin(self.input.clone(), chosen, None, watch).await
    }

    /// Reads the file anew in another dialect.
    ///
    /// # Errors
    /// [`ImportFileError`]; the session stays as it is.
    pub async fn change_dialect(&self, dialect: Dialect, watch: &Watch) -> Result<Self, ImportFileError> {
        let chosen = Chosen { encoding: Some(self.encoding), quote: Some(dialect.quote) };
        Self::begin(self.input.clone(), chosen, Some(dialect), watch).await
    }

    async fn begin(
        input: Input,
        chosen: Chosen,
        dialect: Option<Dialect>,
        watch: &Watch,
    ) -> Result<Self, ImportFileError> {
        let limits = Limits::default();
        let size = input.size();
        let head = if size > limits.bytes { Vec::new() } else { input.read(0, size.min(HEAD as u64)).await? };
        let recognised = recognise(&head, size, chosen, &limits)?;
        drop(head);
        let encoding = recognised.encoding.encoding;
        let dialect = dialect.unwrap_or_else(|| recognised.dialect.clone());
        let table = read(&input, Reader::new(encoding, dialect.clone(), limits), watch).await?;
        let profile = profile(&table, watch).await?;
        let suggested = suggest(&table, &profile, dialect.delimiter);
        let plan = suggested.plan.clone();
        let checked = check(&table, &plan, watch).await?;
        Ok(Self {
            input,
            chosen,
            recognised: Rc::new(recognised),
            encoding,
            dialect,
            table: Rc::new(table),
            profile: Rc::new(profile),
            suggested: Rc::new(suggested),
            plan,
            checked: Rc::new(checked),
        })
    }

    /// Takes a column for something else. What the rows are follows from the columns; a date gets the form that suits its cells.
    ///
    /// # Errors
    /// [`ImportFileError::Cancelled`]; the session stays as it is.
    pub async fn change_target(&self, column: usize, target: Target, watch: &Watch) -> Result<Self, ImportFileError> {
        let mut plan = self.plan.clone();
        if let Some(place) = plan.targets.get_mut(column) {
            *place = target;
        }
        plan.kind = columns::kind(&plan.targets);
        if target.reading() == Reading::Date {
            self.take_for_dates(&mut plan, column);
        }
        self.change_plan(plan, watch).await
    }

    /// Takes the cells of a custom field for dates, in the form that suits them.
    ///
    /// # Errors
    /// [`ImportFileError::Cancelled`]; the session stays as it is.
    pub async fn change_to_dates(&self, column: usize, watch: &Watch) -> Result<Self, ImportFileError> {
        let mut plan = self.plan.clone();
        self.take_for_dates(&mut plan, column);
        self.change_plan(plan, watch).await
    }

    fn take_for_dates(&self, plan: &mut Plan, column: usize) {
        let decided = self.profile.get(column).and_then(|column| column.dates.decide(true));
        if let Some(((form, _), place)) = decided.zip(plan.forms.get_mut(column)) {
            *place = form;
        }
    }

    /// Reads the numbers of a column with another decimal mark.
    ///
    /// # Errors
    /// [`ImportFileError::Cancelled`]; the session stays as it is.
    pub async fn change_mark(&self, column: usize, mark: Mark, watch: &Watch) -> Result<Self, ImportFileError> {
        let mut plan = self.plan.clone();
        if let Some(place) = plan.marks.get_mut(column) {
            *place = mark;
        }
        self.change_plan(plan, watch).await
    }

    /// Reads the dates of a column in another order.
    ///
    /// # Errors
    /// [`ImportFileError::Cancelled`]; the session stays as it is.
    pub async fn change_form(&self, column: usize, form: Form, watch: &Watch) -> Result<Self, ImportFileError> {
        let mut plan = self.plan.clone();
        if let Some(place) = plan.forms.get_mut(column) {
            *place = form;
        }
        self.change_plan(plan, watch).await
    }

    /// Takes the rows for something else, whatever the columns say.
    ///
    /// # Errors
    /// [`ImportFileError::Cancelled`]; the session stays as it is.
    pub async fn change_kind(&self, kind: FileKind, watch: &Watch) -> Result<Self, ImportFileError> {
        self.change_plan(Plan { kind, ..self.plan.clone() }, watch).await
    }

    /// Checks the rows by another plan.
    ///
    /// # Errors
    /// [`ImportFileError::Cancelled`]; the session stays as it is.
    pub async fn change_plan(&self, plan: Plan, watch: &Watch) -> Result<Self, ImportFileError> {
        let checked = check(&self.table, &plan, watch).await?;
        Ok(Self { plan, checked: Rc::new(checked), ..self.clone() })
    }

    /// What the file is called.
    pub fn file_name(&self) -> String {
        self.input.name()
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use futures_util::FutureExt;

    use super::*;

    fn input(text: &str) -> Input {
        Input::Bytes { name: "orders.csv".into(), bytes: text.as_bytes().into() }
    }

    fn open(text: &str, watch: &Watch) -> Result<ImportSession, ImportFileError> {
        ImportSession::open(input(text), Chosen::default(), watch)
            .now_or_never()
            .expect("natively a pause is over at once")
    }

    #[test]
    fn a_file_is_read_and_checked_and_read_anew_when_the_user_knows_better() {
        let watch = Watch::nobody();
        let session =
            open("customer,date,amount\nAnn,01/02/2024,\"1.234,50\"\nBob,13/02/2024,\"2,00\"\n", &watch).unwrap();
        assert_eq!((session.plan.kind, session.checked.rows, session.checked.left_out), (FileKind::Orders, 2, 0));
        let wrong = session.change_form(1, Form::Mdy, &watch).now_or_never().unwrap().unwrap();
        assert_eq!(wrong.checked.left_out, 1);
        let right = wrong.change_target(1, Target::OrderDate, &watch).now_or_never().unwrap().unwrap();
        assert_eq!(right.checked.left_out, 0);
        let customers = right.change_target(2, Target::Ignore, &watch).now_or_never().unwrap().unwrap();
        assert_eq!(customers.plan.kind, FileKind::Customers);
        let dialect = Dialect { has_header: false, ..session.dialect.clone() };
        let bare = session.change_dialect(dialect, &watch).now_or_never().unwrap().unwrap();
        assert_eq!(bare.table.len(), 3);
    }

    #[test]
    fn whoever_cancels_gets_nothing() {
        let cancelled = Rc::new(Cell::new(true));
        let watch = Watch::new(|_| (), cancelled);
        assert!(matches!(open("a,b\n1,2\n", &watch), Err(ImportFileError::Cancelled)));
    }
}
