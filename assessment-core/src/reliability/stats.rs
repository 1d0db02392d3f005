//! Cronbach's alpha and its interval (Feldt 1965): the only place with fractions of machine precision. What
//! leaves is rounded to four decimals; no verdict is ever made from a number in here.

/// What a table of item scores, one row a person, comes to.
pub(super) struct Consistency {
    /// Cronbach's alpha.
    pub alpha: f64,
    /// Low end of its 95 % interval.
    pub low: f64,
    /// High end.
    pub high: f64,
}

/// Variance with n - 1 below.
pub(super) fn variance(values: &[f64]) -> f64 {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / (n - 1.0)
}

/// `None` with fewer than two items or two people, or when everybody has the same sum.
pub(super) fn consistency(people: &[Vec<f64>]) -> Option<Consistency> {
    let k = people.first()?.len();
    let sums: Vec<f64> = people.iter().map(|scores| scores.iter().sum()).collect();
    let total = variance(&sums);
    if k < 2 || people.len() < 2 || total <= 0.0 {
        return None;
    }
    let of_item = |item: usize| variance(&people.iter().map(|scores| scores[item]).collect::<Vec<_>>());
    let items: f64 = (0..k).map(of_item).sum();
    let (n, k) = (people.len() as f64, k as f64);
    let alpha = k / (k - 1.0) * (1.0 - items / total);
    // (1 - true alpha) / (1 - alpha found) follows F with n - 1 and (n - 1)(k - 1) degrees of freedom, upside down.
    let (d1, d2) = (n - 1.0, (n - 1.0) * (k - 1.0));
    Some(Consistency {
        alpha,
        low: 1.0 - (1.0 - alpha) * f_quantile(0.975, d1, d2),
        high: 1.0 - (1.0 - alpha) * f_quantile(0.025, d1, d2),
    })
}

/// How far two times of the same people agree.
pub(super) struct Agreement {
    /// The intraclass correlation of one time (one-way layout).
    pub share: f64,
    /// Low end of its 95 % interval.
    pub low: f64,
    /// High end.
    pub high: f64,
}

/// `None` with fewer than two people, or when everybody came to the same number twice.
pub(super) fn agreement(people: &[(f64, f64)]) -> Option<Agreement> {
    let n = people.len() as f64;
    let middles: Vec<f64> = people.iter().map(|(first, second)| f64::midpoint(*first, *second)).collect();
    let between = 2.0 * variance(&middles);
    let within = people.iter().map(|(first, second)| (first - second).powi(2) / 2.0).sum::<f64>() / n;
    if people.len() < 2 || between + within <= 0.0 {
        return None;
    }
    // The ratio of the two mean squares follows F with n - 1 and n degrees of freedom.
    let ratio = between / within;
    let share = |ratio: f64| if ratio.is_finite() { (ratio - 1.0) / (ratio + 1.0) } else { 1.0 };
    Some(Agreement {
        share: share(ratio),
        low: share(ratio / f_quantile(0.975, n - 1.0, n)),
        high: share(ratio * f_quantile(0.975, n, n - 1.0)),
    })
}

/// The value under which an F-distributed number falls with probability `p`.
pub(super) fn f_quantile(p: f64, d1: f64, d2: f64) -> f64 {
    // In x = d1 f / (d1 f + d2) the distribution is a beta; halving the unit interval sixty times is enough.
    let (mut low, mut high) = (0.0_f64, 1.0_f64);
    for _ in 0..60 {
        let middle = f64::midpoint(low, high);
        if beta(middle, d1 / 2.0, d2 / 2.0) < p { low = middle } else { high = middle }
    }
    d2 * low / (d1 * (1.0 - low))
}

/// The regularised incomplete beta function, by its continued fraction on the side where that settles fast.
fn beta(x: f64, a: f64, b: f64) -> f64 {
    if x <= 0.0 || x >= 1.0 {
        return x.clamp(0.0, 1.0);
    }
    if x > (a + 1.0) / (a + b + 2.0) {
        return 1.0 - beta(1.0 - x, b, a);
    }
    let front = (a * x.ln() + b * (1.0 - x).ln() + ln_gamma(a + b) - ln_gamma(a) - ln_gamma(b)).exp() / a;
    front * fraction(x, a, b)
}

/// The continued fraction, from the front by the ratio of neighbouring convergents (Lentz).
fn fraction(x: f64, a: f64, b: f64) -> f64 {
    const TINY: f64 = 1e-300;
    let away = |value: f64| if value.abs() < TINY { TINY } else { value };
    let mut c = 1.0;
    let mut d = 1.0 / away(1.0 - (a + b) * x / (a + 1.0));
    let mut product = d;
    for step in 1..100_000 {
        let m = f64::from(step);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        let mut change = 1.0;
        for part in [even, odd] {
            d = 1.0 / away(1.0 + part * d);
            c = away(1.0 + part / c);
            change *= c * d;
        }
        product *= change;
        if (change - 1.0).abs() < 1e-15 {
            break;
        }
    }
    product
}

/// The logarithm of the gamma function: Stirling's series, after stepping up to where it is exact enough.
fn ln_gamma(mut x: f64) -> f64 {
    let mut below = 0.0;
    while x < 12.0 {
        below += x.ln();
        x += 1.0;
    }
    let square = 1.0 / (x * x);
    let series = (1.0 / 12.0 - square * (1.0 / 360.0 - square * (1.0 / 1260.0 - square / 1680.0))) / x;
    (x - 0.5) * x.ln() - x + (2.0 * std::f64::consts::PI).ln() / 2.0 + series - below
}
