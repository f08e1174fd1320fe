//! The rows of a file that do not come in, as a file to be corrected.

use crate::{
    interchange::import::{Issue, LeftOut, Why},
    platform::{
        files::{Blob, Builder, ReadError},
        pause::Slice,
    },
    state::watch::{Step, Watch},
};

use super::{ImportFileError, ImportSession, stages};

impl ImportSession {
    /// Writes them as CSV, with what is wrong in the words of `say` and under the two heads: of the line, and of what is wrong.
    ///
    /// # Errors
    /// [`ImportFileError`]
    pub async fn write_left_out(
        &self,
        issues: &[Issue],
        heads: [&str; 2],
        say: impl Fn(Why<'_>) -> String,
        watch: &Watch,
    ) -> Result<Blob, ImportFileError> {
        let mut left = LeftOut::new(&self.table, &self.plan, &self.checked, issues);
        let mut file = Builder::new("text/csv");
        file.push(&left.head(heads[0], heads[1]));
        let rows = stages::rows(&self.table);
        let mut slice = Slice::new();
        while let Some(bytes) = left.step(rows, &say) {
            file.push(&bytes);
            watch.pause(&mut slice, Step::Writing, left.done(), self.table.len()).await?;
        }
        let size = file.size();
        file.finish().ok_or(ImportFileError::Read(ReadError::TooLarge(size)))
    }
}
