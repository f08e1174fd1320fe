//! Small symmetric systems, solved by Cholesky's method.

/// A lower triangle row by row, from a positive definite matrix. Rows that depend on earlier ones are told.
pub struct Cholesky {
    n: usize,
    lower: Vec<f64>,
    /// Rows whose pivot was nothing next to their diagonal; they are solved as zero.
    pub dependent: Vec<usize>,
}

/// A pivot below this part of its diagonal is rounding.
const NOTHING: f64 = 1e-11;

impl Cholesky {
    /// Of an n × n matrix by rows; only its lower triangle is read.
    pub fn of(matrix: &[f64], n: usize) -> Self {
        let mut lower = matrix.to_vec();
        let mut dependent = Vec::new();
        for i in 0..n {
            for j in 0..=i {
                let sum: f64 = (0..j).map(|k| lower[i * n + k] * lower[j * n + k]).sum();
                let rest = matrix[i * n + j] - sum;
                lower[i * n + j] = if i == j {
                    let fits = rest > NOTHING * matrix[i * n + i] && rest.is_finite();
                    if !fits {
                        dependent.push(i);
                    }
                    if fits { rest.sqrt() } else { 0.0 }
                } else if lower[j * n + j] > 0.0 {
                    rest / lower[j * n + j]
                } else {
                    0.0
                };
            }
        }
        Self { n, lower, dependent }
    }

    /// The x with matrix · x = `right`.
    pub fn solve(&self, right: &[f64]) -> Vec<f64> {
        let n = self.n;
        let mut x = self.forward(right);
        for i in (0..n).rev() {
            let sum: f64 = (i + 1..n).map(|k| self.lower[k * n + i] * x[k]).sum();
            x[i] = self.divided(x[i] - sum, i);
        }
        x
    }

    /// The y with lower · y = `right`; its squares add up to right' · inverse · right.
    pub fn forward(&self, right: &[f64]) -> Vec<f64> {
        let n = self.n;
        let mut y = right.to_vec();
        for i in 0..n {
            let sum: f64 = (0..i).map(|k| self.lower[i * n + k] * y[k]).sum();
            y[i] = self.divided(y[i] - sum, i);
        }
        y
    }

    fn divided(&self, value: f64, i: usize) -> f64 {
        let pivot = self.lower[i * self.n + i];
        if pivot > 0.0 { value / pivot } else { 0.0 }
    }

    /// The diagonal of the inverse.
    pub fn inverse_diagonal(&self) -> Vec<f64> {
        let unit = |i| (0..self.n).map(|k| f64::from(u8::from(k == i))).collect::<Vec<_>>();
        (0..self.n).map(|i| self.solve(&unit(i))[i]).collect()
    }

    /// The logarithm of the determinant.
    pub fn ln_determinant(&self) -> f64 {
        (0..self.n).map(|i| 2.0 * self.lower[i * self.n + i].ln()).sum()
    }
}
