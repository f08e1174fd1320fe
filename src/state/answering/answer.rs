//! The answer as contents of a parcel.

use crate::analysis::{
    abc::{Abc, Group},
    basis::Basis,
    classification::Classification,
    rfm::{Rfm, Scale},
    rhythm::Rhythm,
    summary::Summary,
    values::Values,
};

use super::parcel::{Carried, Parcel, carried};

carried! {
    Summary {
        as_of, orders, free_orders, refunds, gross, refunded, net, last_order, events, first_event, last_event,
        repeat_amount, paid_repeats, cost, without_cost,
    }
    Group { customers, value, share }
    Abc { class, rank, share, before, running, order, total, groups, gini }
    Rfm { scale, ranked, r, f, m, segment, r_worse, f_worse, m_worse }
    Rhythm {
        state, gaps, silent, longest, usual, ratio, window_start, window_end, patience_end, expected,
    }
}

impl Carried for [Group; 3] {
    fn put(&self, parcel: &mut Parcel) {
        self.iter().for_each(|group| parcel.put(group));
    }

    fn take(parcel: &mut Parcel) -> Option<Self> {
        Some([parcel.take()?, parcel.take()?, parcel.take()?])
    }
}

impl Carried for Scale {
    fn put(&self, parcel: &mut Parcel) {
        parcel.put(&self.top());
    }

    fn take(parcel: &mut Parcel) -> Option<Self> {
        Self::new(parcel.take()?).ok()
    }
}

impl Carried for Values {
    fn put(&self, parcel: &mut Parcel) {
        parcel.put(&self.column().to_vec());
    }

    fn take(parcel: &mut Parcel) -> Option<Self> {
        parcel.take().map(Self::from_column)
    }
}

/// All but the basis, which is counted anew: it is a few sums.
impl Carried for Classification {
    fn put(&self, parcel: &mut Parcel) {
        let Self { summary, values, abc, rfm, rhythm, basis: _ } = self;
        parcel.put(summary);
        parcel.put(values);
        parcel.put(abc);
        parcel.put(rfm);
        parcel.put(rhythm);
    }

    fn take(parcel: &mut Parcel) -> Option<Self> {
        let summary = parcel.take()?;
        let (values, abc, rfm, rhythm) = (parcel.take()?, parcel.take()?, parcel.take()?, parcel.take()?);
        Some(Self { basis: Basis::new(&summary), summary, values, abc, rfm, rhythm })
    }
}
