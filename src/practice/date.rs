//! A day as people and date fields write it: year, month and day of the month.
//!
//! It has no weekday and no way to count in months, which nothing here needs.

use crate::practice::time::Day;

/// A day of the calendar that is in use today, also before it was.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Date {
    /// As counted; negative ones are long past.
    pub year: i64,
    /// From 1.
    pub month: u8,
    /// From 1.
    pub day: u8,
}

impl Date {
    /// The date of a day. By "civil_from_days" in Howard Hinnant's "chrono-Compatible Low-Level Date
    /// Algorithms", whose years begin in March.
    pub fn of(day: Day) -> Date {
        let days = i64::from(day.0) + 719_468;
        let era = days.div_euclid(146_097);
        let of_era = days.rem_euclid(146_097);
        let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let march = (5 * of_year + 2) / 153;
        let month = if march < 10 { march + 3 } else { march - 9 };
        Date {
            year: year + era * 400 + i64::from(month <= 2),
            month: month as u8,
            day: (of_year - (153 * march + 2) / 5 + 1) as u8,
        }
    }

    /// The day of what a date field gives, such as `2026-12-14`; none when there is no such day.
    pub fn read(text: &str) -> Option<Day> {
        let mut parts = text.split('-');
        let mut part = |digits: usize| {
            let part = parts.next().filter(|part| part.len() == digits)?;
            let is_number = part.bytes().all(|byte| byte.is_ascii_digit());
            is_number.then(|| part.parse::<i64>().ok())?
        };
        let (year, month, day) = (part(4)?, part(2)?, part(2)?);
        // By "days_from_civil" of the same.
        let year_of_march = year - i64::from(month <= 2);
        let era = year_of_march.div_euclid(400);
        let of_era = year_of_march.rem_euclid(400);
        let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        let days = era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468;
        let found = Day(i32::try_from(days).ok()?);
        // There is no 30 February: it would be read as a day of March.
        (parts.next().is_none() && Date::of(found).write() == text).then_some(found)
    }

    /// As a date field takes it. Its years have four digits.
    pub fn write(self) -> String {
        let digits = |number: i64, count: i64| {
            let mut text = number.to_string();
            while (text.len() as i64) < count {
                text.insert(0, '0');
            }
            text
        };
        let month = digits(self.month.into(), 2);
        let day = digits(self.day.into(), 2);
        [&*digits(self.year, 4), "-", &month, "-", &day].concat()
    }

    /// As it is said, such as `14 December`; with the year, when it is not this one.
    pub fn said(self, today: Date) -> String {
        let month = MONTHS.get(usize::from(self.month) - 1).copied();
        let day = [&*self.day.to_string(), " ", month.unwrap_or_default()].concat();
        match self.year == today.year {
            true => day,
            false => [&*day, " ", &self.year.to_string()].concat(),
        }
    }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_date_is_read_when_there_is_such_a_day() {
        let check = |text: &str, expected: Option<i32>| {
            assert_eq!(Date::read(text), expected.map(Day), "{text}");
        };
        check("1970-01-01", Some(0));
        check("1969-12-31", Some(-1));
        check("2000-02-29", Some(11_016));
        check("2026-12-14", Some(20_801));
        check("2026-02-29", None);
        check("2026-02-30", None);
        check("2026-13-01", None);
        check("2026-00-01", None);
        check("2026-04-31", None);
        check("2026-4-01", None);
        check("2026-04-+1", None);
        check("2026-04-01-", None);
        check("26-04-01", None);
        check("", None);
        check("0000-01-01", Some(-719_528));
    }

    #[test]
    fn a_date_is_said_with_the_year_when_it_is_another() {
        let said = |text: &str, today: &str| {
            Date::of(Date::read(text).unwrap()).said(Date::of(Date::read(today).unwrap()))
        };
        assert_eq!(said("2026-12-14", "2026-11-21"), "14 December");
        assert_eq!(said("2027-01-05", "2026-11-21"), "5 January 2027");
    }

    #[test]
    fn days_follow_each_other_as_the_calendar_has_them() {
        let mut expected = Date {
            year: 1895,
            month: 1,
            day: 1,
        };
        let first = Date::read("1895-01-01").unwrap();
        for day in first.0..first.0 + 366 * 220 {
            assert_eq!(Date::of(Day(day)), expected);
            let Date { year, month, .. } = expected;
            let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
            let length = match month {
                2 => 28 + u8::from(is_leap),
                4 | 6 | 9 | 11 => 30,
                _ => 31,
            };
            expected.day += 1;
            if expected.day > length {
                expected = Date {
                    day: 1,
                    month: month + 1,
                    ..expected
                };
            }
            if expected.month > 12 {
                expected = Date {
                    month: 1,
                    year: year + 1,
                    ..expected
                };
            }
        }
    }

    proptest! {
        #[test]
        fn every_day_has_a_date(day in any::<i32>()) {
            let date = Date::of(Day(day));
            prop_assert!((1..=12).contains(&date.month) && (1..=31).contains(&date.day));
            if (0..=9999).contains(&date.year) {
                prop_assert_eq!(Date::read(&date.write()), Some(Day(day)));
            }
        }

        #[test]
        fn any_text_is_read_or_not(text in "[0-9-]{0,12}|.{0,12}") {
            if let Some(day) = Date::read(&text) {
                prop_assert_eq!(Date::of(day).write(), text);
            }
        }
    }
}
