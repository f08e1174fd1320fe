//! How soon a row stands alone when the rows are parted at random: an isolation forest.
//!
//! F. T. Liu, K. M. Ting, Z.-H. Zhou, "Isolation Forest" (ICDM 2008). The same seed gives the same forest.

/// The usual forest.
pub const USUAL: Settings = Settings { trees: 300, sample: 256, seed: 7 };

/// Euler's constant.
const EULER: f64 = 0.577_215_664_901_532_9;

/// How the forest is grown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// How many trees.
    pub trees: usize,
    /// Rows each is grown from.
    pub sample: usize,
    /// Where chance begins.
    pub seed: u64,
}

enum Node {
    /// Feature, border (strictly below goes left), places of both sides.
    Parted(usize, f64, usize, usize),
    /// So many rows were left together.
    Leaf(usize),
}

/// One score a row from 0 to 1: about a half is ordinary, near 1 alone. Features are columns of equal length (the shortest
/// decides). Fewer than two rows are all ordinary.
#[must_use]
pub fn forest(features: &[&[f64]], settings: Settings) -> Vec<f64> {
    let rows = features.iter().map(|feature| feature.len()).min().unwrap_or(0);
    let sample = settings.sample.min(rows);
    if sample < 2 || settings.trees == 0 {
        return vec![0.5; rows];
    }
    let deepest = sample.next_power_of_two().trailing_zeros();
    let mut random = Random(settings.seed);
    let mut depth = vec![0.0; rows];
    let mut all: Vec<usize> = (0..rows).collect();
    for _ in 0..settings.trees {
        // The first of a shuffle are a sample without repeats.
        for place in 0..sample {
            let other = place + random.below(rows - place);
            all.swap(place, other);
        }
        let mut tree = Vec::new();
        grow(features, &mut all[..sample].to_vec(), deepest, &mut random, &mut tree);
        depth.iter_mut().enumerate().for_each(|(row, depth)| *depth += path(features, &tree, row));
    }
    let usual = settings.trees as f64 * unsuccessful(sample);
    depth.into_iter().map(|depth| (-depth / usual).exp2()).collect()
}

/// Adds the subtree of some rows, and says where it begins.
fn grow(features: &[&[f64]], rows: &mut [usize], deepest: u32, random: &mut Random, tree: &mut Vec<Node>) -> usize {
    let place = tree.len();
    tree.push(Node::Leaf(rows.len()));
    if rows.len() < 2 || deepest == 0 {
        return place;
    }
    let ends = |feature: &[f64]| {
        rows.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), row| {
            (low.min(feature[*row]), high.max(feature[*row]))
        })
    };
    let varying: Vec<(usize, f64, f64)> = features
        .iter()
        .enumerate()
        .map(|(i, feature)| (i, ends(feature)))
        .filter(|(_, (low, high))| low < high)
        .map(|(i, (low, high))| (i, low, high))
        .collect();
    let Some((feature, low, high)) = (!varying.is_empty()).then(|| varying[random.below(varying.len())]) else {
        return place;
    };
    // Above the lowest, so that both sides have rows.
    let border = (low + (high - low) * random.part()).clamp(low.next_up(), high);
    let mut left = 0;
    for i in 0..rows.len() {
        if features[feature][rows[i]] < border {
            rows.swap(i, left);
            left += 1;
        }
    }
    let (below, above) = rows.split_at_mut(left);
    let below = grow(features, below, deepest - 1, random, tree);
    let above = grow(features, above, deepest - 1, random, tree);
    tree[place] = Node::Parted(feature, border, below, above);
    place
}

fn path(features: &[&[f64]], tree: &[Node], row: usize) -> f64 {
    let (mut place, mut depth) = (0, 0.0);
    loop {
        match &tree[place] {
            Node::Leaf(rows) => return depth + unsuccessful(*rows),
            Node::Parted(feature, border, below, above) => {
                place = if features[*feature][row] < *border { *below } else { *above };
                depth += 1.0;
            }
        }
    }
}

/// The mean depth of a search that fails among so many (equation 1 of the paper).
fn unsuccessful(rows: usize) -> f64 {
    let n = rows as f64;
    match rows {
        0 | 1 => 0.0,
        2 => 1.0,
        _ => 2.0 * ((n - 1.0).ln() + EULER) - 2.0 * (n - 1.0) / n,
    }
}

/// SplitMix64 (G. L. Steele, D. Lea, C. H. Flood, OOPSLA 2014): enough chance for parting rows.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// From 0 to below 1.
    fn part(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }

    fn below(&mut self, end: usize) -> usize {
        ((u128::from(self.next()) * end as u128) >> 64) as usize
    }
}
