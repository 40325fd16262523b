//! Instants and local days, which are different types because they answer different questions.
//!
//! It deliberately has no "now": the moment is an argument wherever one is needed.

/// An instant: milliseconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Moment(pub i64);

/// A local calendar day, counted from 1970-01-01. It turns at 04:00, so that a late evening belongs
/// to the day on which it began.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Day(pub i32);

/// How far local time is ahead of UTC, in minutes. East is positive.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct UtcOffset(pub i32);

const MS_PER_MINUTE: i64 = 60_000;
const MS_PER_DAY: i64 = 24 * 60 * MS_PER_MINUTE;
const DAY_TURNS_AT: i64 = 4 * 60 * MS_PER_MINUTE;

impl Moment {
    /// The local day of this instant.
    pub fn day(self, offset: UtcOffset) -> Day {
        let local = self.0.saturating_add(i64::from(offset.0) * MS_PER_MINUTE);
        let days = local.saturating_sub(DAY_TURNS_AT).div_euclid(MS_PER_DAY);
        Day(i32::try_from(days).unwrap_or(if days < 0 { i32::MIN } else { i32::MAX }))
    }

    /// Whole seconds from `earlier` to this instant; 0 when the clock was set back.
    pub fn seconds_since(self, earlier: Moment) -> u32 {
        u32::try_from(self.0.saturating_sub(earlier.0).max(0) / 1000).unwrap_or(u32::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(days: i64, hours: i64, minutes: i64) -> Moment {
        Moment(days * MS_PER_DAY + (hours * 60 + minutes) * MS_PER_MINUTE)
    }

    #[test]
    fn a_day_turns_at_four_local_time() {
        let check = |moment: Moment, offset: i32, expected: i32| {
            assert_eq!(
                moment.day(UtcOffset(offset)),
                Day(expected),
                "{moment:?} {offset}"
            );
        };
        check(at(10, 4, 0), 0, 10);
        check(at(10, 3, 59), 0, 9);
        check(at(10, 23, 59), 0, 10);
        check(at(10, 2, 0), 120, 10);
        check(at(10, 1, 59), 120, 9);
        check(at(10, 8, 59), -300, 9);
        check(at(10, 9, 0), -300, 10);
        check(at(0, 0, 0), 0, -1);
        check(Moment(i64::MIN), -720, i32::MIN);
        check(Moment(i64::MAX), 720, i32::MAX);
    }

    #[test]
    fn a_clock_set_back_gives_no_negative_time() {
        assert_eq!(at(0, 0, 2).seconds_since(at(0, 0, 1)), 60);
        assert_eq!(at(0, 0, 1).seconds_since(at(0, 0, 2)), 0);
        assert_eq!(Moment(i64::MAX).seconds_since(Moment(i64::MIN)), u32::MAX);
    }
}
