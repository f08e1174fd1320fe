//! Sorting customers by a number, fast and always the same way.
//!
//! Where the numbers span less than 2³² (money of a usual size, days, counts), number and customer are packed into one
//! word and sorted least significant digit first, 11 bits a digit, as many digits as the span has: two or three passes over
//! the rows where a comparison sort takes seventeen. Wider spans are left to the standard library.

/// A number to sort by and the customer it belongs to. Customers come in ascending sequence.
pub type Keyed = (i64, u32);

const DIGIT: u32 = 11;
const BUCKETS: usize = 1 << DIGIT;

/// The rows sorted by number, lowest first, equal ones by customer.
pub fn ascending(mut rows: Vec<Keyed>) -> Vec<Keyed> {
    let (low, high) = rows.iter().fold((i64::MAX, i64::MIN), |(low, high), row| (low.min(row.0), high.max(row.0)));
    let span = high.abs_diff(low);
    if rows.len() < 512 || span > u64::from(u32::MAX) {
        rows.sort_unstable();
        return rows;
    }
    let packed = rows.iter().map(|(number, customer)| number.abs_diff(low) << 32 | u64::from(*customer)).collect();
    let sorted = by_digits(packed, span);
    // The upper half is below 2^32 and `low` plus it is at most `high`.
    rows.iter_mut().zip(sorted).for_each(|(row, word)| *row = (low + (word >> 32) as i64, word as u32));
    rows
}

/// The rows sorted by number, highest first, equal ones by customer.
pub fn descending(mut rows: Vec<Keyed>) -> Vec<Keyed> {
    rows.iter_mut().for_each(|row| row.0 = !row.0);
    let mut rows = ascending(rows);
    rows.iter_mut().for_each(|row| row.0 = !row.0);
    rows
}

/// Sorts words by their upper half, which is at most `span`; words come sorted by the lower half and stay so among equals.
fn by_digits(mut words: Vec<u64>, span: u64) -> Vec<u64> {
    let mut other = vec![0; words.len()];
    for shift in (32..64 - span.leading_zeros() + 32).step_by(DIGIT as usize) {
        let digit = |word: u64| (word >> shift) as usize & (BUCKETS - 1);
        let mut next = [0u32; BUCKETS];
        words.iter().for_each(|word| next[digit(*word)] += 1);
        let mut start = 0;
        for slot in &mut next {
            start += std::mem::replace(slot, start);
        }
        for &word in &words {
            let slot = &mut next[digit(word)];
            other[*slot as usize] = word;
            *slot += 1;
        }
        std::mem::swap(&mut words, &mut other);
    }
    words
}

/// For each of the sorted rows the place of the first row with the same number: how many stand strictly before it.
pub fn before(sorted: &[Keyed]) -> impl Iterator<Item = (u32, u32)> + '_ {
    let mut first = 0;
    (0u32..).zip(sorted).map(move |(place, &(number, customer))| {
        if place == 0 || sorted[place as usize - 1].0 != number {
            first = place;
        }
        (customer, first)
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop, proptest};

    use super::{ascending, before, descending};

    proptest! {
        #[test]
        fn many_rows_sort_as_few_do(wide in prop::collection::vec(any::<i64>(), 500..1500), narrow in 0u32..64) {
            let rows: Vec<_> = wide.iter().map(|number| number >> narrow).zip(0..).collect();
            let mut expected = rows.clone();
            expected.sort_by_key(|row| row.0);
            assert_eq!(ascending(rows.clone()), expected);
            expected.sort_by_key(|row| std::cmp::Reverse(row.0));
            assert_eq!(descending(rows), expected);
        }
    }

    #[test]
    fn equal_numbers_share_the_number_of_those_before() {
        let places: Vec<_> = before(&[(1, 9), (4, 2), (4, 3), (7, 0)]).collect();
        assert_eq!(places, [(9, 0), (2, 1), (3, 1), (0, 3)]);
    }
}
