//! The twelve charts as one table: what each is called, what it reads, and what its limits can be.

/// A kind of chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ChartKind {
    /// Values around their median, without limits.
    #[default]
    Run,
    /// Single values, limits from the ranges between neighbours; also called I or X chart.
    Xmr,
    /// The ranges between neighbours themselves.
    MovingRange,
    /// A proportion: how many of how many.
    P,
    /// A proportion whose limits allow for more variation than the binomial has (Laney).
    PPrime,
    /// A rate: how often in how much exposure.
    U,
    /// A rate whose limits allow for more variation than the Poisson has (Laney).
    UPrime,
    /// Counts in equal areas of opportunity.
    C,
    /// The means of subgroups.
    Xbar,
    /// The standard deviations of subgroups.
    S,
    /// How many opportunities lie between rare events.
    G,
    /// How much time lies between rare events.
    T,
}

/// What kind of observation a chart is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reads {
    /// One number; a ratio is divided, a subgroup is averaged.
    Number,
    /// A count that is not negative; of a ratio, its numerator.
    Count,
    /// A number that is not negative.
    Gap,
    /// A number above 0.
    Time,
    /// A numerator that is at most its denominator.
    Proportion,
    /// A numerator over a denominator.
    Rate,
    /// A subgroup.
    Subgroup,
}

struct Traits {
    kind: ChartKind,
    name: &'static str,
    reads: Reads,
    /// What its limits are cut to.
    bounds: (f64, f64),
    has_limits: bool,
}

const NOWHERE: (f64, f64) = (f64::NEG_INFINITY, f64::INFINITY);
const NOT_NEGATIVE: (f64, f64) = (0.0, f64::INFINITY);
const SHARE: (f64, f64) = (0.0, 1.0);

const fn row(kind: ChartKind, name: &'static str, reads: Reads, bounds: (f64, f64)) -> Traits {
    Traits { kind, name, reads, bounds, has_limits: !matches!(kind, ChartKind::Run) }
}

/// In the order of the enum.
const TABLE: [Traits; 12] = [
    row(ChartKind::Run, "run", Reads::Number, NOWHERE),
    row(ChartKind::Xmr, "xmr", Reads::Number, NOWHERE),
    row(ChartKind::MovingRange, "mr", Reads::Number, NOT_NEGATIVE),
    row(ChartKind::P, "p", Reads::Proportion, SHARE),
    row(ChartKind::PPrime, "p_prime", Reads::Proportion, SHARE),
    row(ChartKind::U, "u", Reads::Rate, NOT_NEGATIVE),
    row(ChartKind::UPrime, "u_prime", Reads::Rate, NOT_NEGATIVE),
    row(ChartKind::C, "c", Reads::Count, NOT_NEGATIVE),
    row(ChartKind::Xbar, "xbar", Reads::Subgroup, NOWHERE),
    row(ChartKind::S, "s", Reads::Subgroup, NOT_NEGATIVE),
    row(ChartKind::G, "g", Reads::Gap, NOT_NEGATIVE),
    row(ChartKind::T, "t", Reads::Time, NOT_NEGATIVE),
];

impl ChartKind {
    /// Whether its limits come from moving ranges, of which large ones can be screened out.
    pub fn screens(self) -> bool {
        matches!(self, ChartKind::Xmr | ChartKind::T | ChartKind::PPrime | ChartKind::UPrime)
    }

    /// All of them.
    pub fn all() -> impl Iterator<Item = ChartKind> {
        TABLE.iter().map(|row| row.kind)
    }

    /// The kind of that name; `i` is read as `xmr`.
    pub fn named(name: &str) -> Option<ChartKind> {
        let name = if name == "i" { "xmr" } else { name };
        TABLE.iter().find(|row| row.name == name).map(|row| row.kind)
    }

    /// Its name in files and on the command line.
    pub fn name(self) -> &'static str {
        self.traits().name
    }

    /// What it is made of.
    pub fn reads(self) -> Reads {
        self.traits().reads
    }

    /// Whether it has limits.
    pub fn has_limits(self) -> bool {
        self.traits().has_limits
    }

    /// Whether its centre is the median, and not a mean.
    pub fn is_around_median(self) -> bool {
        matches!(self, ChartKind::Run | ChartKind::G)
    }

    /// The lowest and the highest that its limits can be, before any multiplier.
    pub(crate) fn bounds(self) -> (f64, f64) {
        self.traits().bounds
    }

    fn traits(self) -> &'static Traits {
        &TABLE[self as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s1_every_chart_has_its_row_and_its_name() {
        for (place, kind) in ChartKind::all().enumerate() {
            assert_eq!(kind as usize, place);
            assert_eq!(ChartKind::named(kind.name()), Some(kind));
        }
        assert_eq!(ChartKind::named("i"), Some(ChartKind::Xmr));
        assert_eq!(ChartKind::named("pie"), None);
    }
}
