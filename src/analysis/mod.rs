//! Questions about data. Pure: columns and a day in, answers out.
