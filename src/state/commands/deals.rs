//! What is done with deals, and with the pipelines that they go through.

use chrono::NaiveDate;
use uuid::Uuid;

use crate::domain::{
    change::What,
    deal::{Deal, Standing},
    id::Id,
    order::Order,
    pipeline::Pipeline,
    record::Kind,
    settings::Settings,
};

use super::{Done, sound};
use crate::state::{commit::Intent, workspace::Workspace};

/// How a deal ends.
#[derive(Debug, Clone, PartialEq)]
pub struct End {
    /// Won or lost.
    pub standing: Standing,
    /// The day of it.
    pub day: NaiveDate,
    /// Why; may be empty.
    pub reason: String,
    /// The id of the order that a won one becomes; none for no order.
    pub order: Option<Id<Order>>,
}

impl Workspace {
    /// Saves a deal, a new one under a new id.
    ///
    /// # Errors
    /// [`super::CommandError::Flaws`] with every field that is wrong.
    pub async fn save_deal(self, id: Id<Deal>, deal: Deal) -> Done {
        let misplaced = self.peek(|book| deal.misplaced(&book.settings().pipelines()));
        sound(deal.flaws().into_iter().chain(misplaced).collect())?;
        let title = deal.title.clone();
        self.save(id, deal, title).await
    }

    /// Deletes a deal. The order that it became stays.
    ///
    /// # Errors
    /// [`super::CommandError::Commit`]
    pub async fn delete_deal(self, id: Id<Deal>) -> Done {
        self.remove(id, |_, deal: &Deal| deal.title.clone()).await
    }

    /// Brings a deal into another step on that day; one that had ended goes on. The order that it became stays.
    ///
    /// # Errors
    /// [`super::CommandError::Flaws`] when there is no such step.
    pub async fn move_deal(self, id: Id<Deal>, pipeline: Uuid, stage: Uuid, today: NaiveDate) -> Done {
        let Some(deal) = self.peek(|book| book.get(id).map(|row| row.data.clone())) else { return Ok(None) };
        self.save_deal(id, deal.moved_to(pipeline, stage, today)).await
    }

    /// Ends a deal. A won one becomes an order in the same change, so that both are undone together.
    ///
    /// # Errors
    /// [`super::CommandError::Flaws`] with what is wrong of the deal, or with the order that it would become.
    pub async fn end_deal(self, id: Id<Deal>, end: End) -> Done {
        let Some(deal) = self.peek(|book| book.get(id).map(|row| row.data.clone())) else { return Ok(None) };
        let End { standing, day, reason, order } = end;
        // An order that it became before is not made twice.
        let order = order.filter(|_| standing == Standing::Won && self.peek(|book| !deal.has_order(book)));
        let becomes = order.map(|order| (order, deal.into_order(day)));
        let title = deal.title.clone();
        let kept = becomes.as_ref().map(|(order, _)| *order).or(deal.order);
        let deal = Deal { order: kept, ..deal.ended(standing, day, reason) };
        sound(deal.flaws())?;
        if let Some((_, order)) = &becomes {
            sound(order.flaws())?;
        }
        self.make(Intent::new(What::Edit, Kind::Deal, Some(id.uuid()), title), |edit| {
            edit.set(id, deal);
            if let Some((id, order)) = becomes {
                edit.create(id, order);
            }
        })
        .await
    }

    /// Saves the pipelines. Deals of a step that is no more go where `heirs` says, as the same change; each entry names a step that goes,
    /// then the pipeline and the step that take its deals.
    ///
    /// # Errors
    /// [`super::CommandError::Flaws`] with what is wrong of the settings.
    pub async fn save_pipelines(
        self,
        pipelines: Vec<Pipeline>,
        heirs: Vec<(Uuid, (Uuid, Uuid))>,
        today: NaiveDate,
    ) -> Done {
        let settings = Settings { pipelines, ..self.peek(|book| book.settings()) };
        sound(settings.flaws())?;
        let next = settings.pipelines();
        let stays = |deal: &Deal| next.iter().any(|pipeline| pipeline.stage(deal.stage).is_some());
        let moved: Vec<(Id<Deal>, Deal)> = self.peek(|book| {
            let rows = book.deals.iter().map(|(_, row)| row).filter(|row| !stays(&row.data));
            rows.filter_map(|row| {
                let (_, (pipeline, stage)) = heirs.iter().find(|(gone, _)| *gone == row.data.stage)?;
                Some((row.id, row.data.clone().put_into(*pipeline, *stage, today)))
            })
            .collect()
        });
        let intent = Intent::new(What::Settings, Kind::Settings, Some(Settings::ID.uuid()), "");
        self.make(intent, |edit| {
            moved.into_iter().for_each(|(id, deal)| edit.set(id, deal));
            edit.set(Settings::ID, settings);
        })
        .await
    }
}
