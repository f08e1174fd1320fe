//! Which fields undo and redo would change back: the head of a change does not tell, so the change is looked into.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    domain::{
        change::{Head, Stamp, What},
        fields::Key,
        history::Step,
        record::Kind,
    },
    i18n::{Locale, td_string},
    platform::format,
    state::{About, RecordChange, Touched, Workspace},
    ui::words,
};

/// More fields than this are not named.
const NAMED: usize = 3;

/// The fields of the latest edit of one record.
#[derive(Clone, Copy)]
pub(super) struct Told {
    fields: RwSignal<Option<(Stamp, Kind, Vec<Key>)>>,
    workspace: Workspace,
}

impl Told {
    /// Looks into whatever `step` gives, whenever it gives another one.
    pub(super) fn follow(workspace: Workspace, step: impl Fn() -> Option<Step> + Send + Sync + 'static) -> Self {
        let told = Self { fields: RwSignal::new(None), workspace };
        Effect::new(move |_| {
            let Some(Step { seq, origin, .. }) = step().filter(|step| is_one_edit(&step.origin)) else { return };
            spawn_local(async move {
                let Ok(mut inside) = workspace.look_into(seq, About::Everything) else { return };
                // What cannot be read here is told where it is asked for; undo has a name without it.
                let Ok((records, _)) = inside.next(1).await else { return };
                if let Some(RecordChange { kind, touched: Touched::Changed(fields), .. }) = records.first() {
                    let keys = fields.iter().map(|field| field.key).collect();
                    told.fields.try_set(Some((origin.stamp, *kind, keys)));
                }
            });
        });
        told
    }

    /// What was done, with the fields if they are known and few.
    pub(super) fn what(self, locale: Locale, head: &Head) -> String {
        let what = words::what_of(locale, head);
        let names = self.fields.with(|fields| {
            let (_, kind, keys) =
                fields.as_ref().filter(|(stamp, _, keys)| *stamp == head.stamp && keys.len() <= NAMED)?;
            let names = keys.iter().map(|key| self.workspace.peek(|book| words::field_of(locale, book, *kind, *key)));
            Some(names.collect::<Vec<_>>())
        });
        match names.filter(|names| !names.is_empty()) {
            Some(names) => {
                let fields = format::list(words::tag(locale), &names);
                td_string!(locale, common.with_fields, what = what, fields = fields)
            }
            None => what,
        }
    }
}

fn is_one_edit(head: &Head) -> bool {
    head.what == What::Edit && head.counts.updated == 1 && head.counts.created + head.counts.deleted == 0
}
