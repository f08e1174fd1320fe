//! How sure a fit is: standard errors from how sharply the likelihood bends.
//!
//! The inverse of the observed information (Efron and Hinkley, "Assessing the accuracy of the maximum likelihood estimator"
//! (1978)); in logarithms of the parameters, and back by the delta method.

/// The inverse of the matrix of second derivatives of `f` at `at`, from differences of its gradient. `None` where `f` does not bend upwards in every
/// direction: there is no minimum to be sure of.
pub fn covariance<const N: usize>(
    at: &[f64; N],
    gradient: &mut dyn FnMut(&[f64; N]) -> [f64; N],
) -> Option<[[f64; N]; N]> {
    const STEP: f64 = 1e-4;
    let rows: [[f64; N]; N] = std::array::from_fn(|i| {
        let (mut up, mut down) = (*at, *at);
        up[i] += STEP;
        down[i] -= STEP;
        let (above, below) = (gradient(&up), gradient(&down));
        std::array::from_fn(|j| (above[j] - below[j]) / (2.0 * STEP))
    });
    let bends: [[f64; N]; N] = std::array::from_fn(|i| std::array::from_fn(|j| 0.5 * (rows[i][j] + rows[j][i])));
    inverse(&bends)
}

/// Standard errors of parameters whose logarithms were fitted.
#[must_use]
pub fn standard_errors<const N: usize>(parameters: &[f64; N], covariance: &[[f64; N]; N]) -> [f64; N] {
    std::array::from_fn(|i| parameters[i] * covariance[i][i].max(0.0).sqrt())
}

/// The inverse of a symmetric matrix by Cholesky's decomposition; `None` if it is not positive definite.
fn inverse<const N: usize>(matrix: &[[f64; N]; N]) -> Option<[[f64; N]; N]> {
    let mut lower = [[0.0; N]; N];
    for i in 0..N {
        for j in 0..=i {
            let rest = matrix[i][j] - (0..j).map(|k| lower[i][k] * lower[j][k]).sum::<f64>();
            if i == j {
                if rest.is_nan() || rest <= 1e-14 * matrix[i][i].abs() {
                    return None;
                }
                lower[i][i] = rest.sqrt();
            } else {
                lower[i][j] = rest / lower[j][j];
            }
        }
    }
    let mut inverse = [[0.0; N]; N];
    for column in 0..N {
        let mut x = [0.0; N];
        for i in 0..N {
            let unit = if i == column { 1.0 } else { 0.0 };
            x[i] = (unit - (0..i).map(|k| lower[i][k] * x[k]).sum::<f64>()) / lower[i][i];
        }
        for i in (0..N).rev() {
            x[i] = (x[i] - (i + 1..N).map(|k| lower[k][i] * x[k]).sum::<f64>()) / lower[i][i];
        }
        for (row, value) in inverse.iter_mut().zip(x) {
            row[column] = value;
        }
    }
    Some(inverse)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_matrix_times_its_inverse_is_one() {
        let matrix = [[4.0, 1.0, 0.5], [1.0, 3.0, -0.2], [0.5, -0.2, 2.0]];
        let found = inverse(&matrix).unwrap();
        for (i, row) in matrix.iter().enumerate() {
            let products: [f64; 3] = std::array::from_fn(|j| (0..3).map(|k| row[k] * found[k][j]).sum());
            assert!((0..3).all(|j| (products[j] - f64::from(u8::from(i == j))).abs() < 1e-14), "{products:?}");
        }
        assert!(inverse(&[[1.0, 2.0], [2.0, 1.0]]).is_none());
    }
}
