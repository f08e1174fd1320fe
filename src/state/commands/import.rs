//! Bringing a file in, as one change.

use std::rc::Rc;

use crate::{
    domain::{
        change::{Head, What},
        id::Mint,
        record::Kind,
    },
    interchange::{
        csv::{Checked, FileKind, Plan, Table},
        import::{Issue, Options, Planned, Planner, Summary},
    },
    platform::{clock, pause::Slice, random},
};

use crate::state::{
    commit::{CommitError, Draft, Intent},
    watch::{Cancelled, Step, Watch},
    workspace::Workspace,
};

/// Rows that are worked off between two looks at the clock, at the most.
const ROWS: usize = 50;
/// Cells that are worked off between two looks at the clock: a table may have a thousand columns.
const CELLS: usize = 2_000;

/// What an import came to.
#[derive(Debug, Clone, PartialEq)]
pub struct Imported {
    /// The head of the change; `None` when there was nothing to do.
    pub head: Option<Head>,
    /// What it did.
    pub summary: Summary,
    /// What was wrong with rows in view of the book.
    pub issues: Vec<Issue>,
}

/// Why an import did nothing.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum ImportError {
    /// It was told to stop.
    #[error("cancelled")]
    Cancelled,
    /// It could not be written.
    #[error(transparent)]
    Commit(#[from] CommitError),
}

impl From<Cancelled> for ImportError {
    fn from(Cancelled: Cancelled) -> Self {
        Self::Cancelled
    }
}

impl Workspace {
    /// Brings the rows of a table in, as one change under the name of the file. `checked` is what checking the table by the plan found.
    ///
    /// # Errors
    /// [`ImportError`]; nothing of the file was kept.
    pub async fn import(
        self,
        file: &str,
        table: Rc<Table>,
        plan: Plan,
        checked: Rc<Checked>,
        options: Options,
        watch: &Watch,
    ) -> Result<Imported, ImportError> {
        let kind = match plan.kind {
            FileKind::Orders => Kind::Order,
            FileKind::Customers => Kind::Party,
            FileKind::Answers => Kind::Survey,
        };
        let (base, planned) = self.plan_import(&table, plan, &checked, options, watch).await?;
        let Planned { ops, summary, issues } = planned;
        watch.tell(Step::Saving, 0, 1);
        let head = self.commit(Intent::new(What::Import, kind, None, file), Draft { base, ops }).await?;
        watch.tell(Step::Saving, 1, 1);
        Ok(Imported { head, summary, issues })
    }

    /// What [`Self::import`] would do now. Nothing is changed.
    ///
    /// # Errors
    /// [`ImportError::Cancelled`]
    pub async fn rehearse_import(
        self,
        table: Rc<Table>,
        plan: Plan,
        checked: Rc<Checked>,
        options: Options,
        watch: &Watch,
    ) -> Result<(Summary, Vec<Issue>), ImportError> {
        let (_, planned) = self.plan_import(&table, plan, &checked, options, watch).await?;
        Ok((planned.summary, planned.issues))
    }

    /// Works an import out against the book, and anew when the book changes meanwhile. With it the number of the change up to
    /// which the book was known.
    async fn plan_import(
        self,
        table: &Table,
        plan: Plan,
        checked: &Checked,
        options: Options,
        watch: &Watch,
    ) -> Result<(u64, Planned), ImportError> {
        let mut slice = Slice::new();
        let rows = (CELLS / table.width().max(1)).clamp(1, ROWS);
        'anew: loop {
            let base = self.seq();
            let now = clock::now();
            let mut planner = Planner::new(plan.clone(), options.clone(), checked, Mint::new(random::bytes()), now);
            while self.peek(|book| planner.step(book, table, rows)) {
                watch.pause(&mut slice, Step::Planning, planner.done(), planner.total()).await?;
                if self.seq() != base {
                    continue 'anew;
                }
            }
            return Ok((base, planner.finish()));
        }
    }
}
