//! A bank of any size, to measure with: the questions of this one over and over, each under a name of its
//! own. Nobody learns from it.

use super::source::Source;
use crate::name::QuestionId;

/// What made-up words are made of.
const SYLLABLES: [&str; 10] = [
    "ba", "cho", "di", "fru", "ga", "ku", "lo", "me", "pi", "zor",
];

/// A bank of so many questions. Fewer than there are leave the rest away.
pub fn grown(mut source: Source, questions: usize) -> Source {
    let all = std::mem::take(&mut source.questions);
    for (question, number) in all.iter().cycle().zip(0..).take(questions) {
        let mut copy = question.clone();
        if number >= all.len()
            && let Ok(id) = QuestionId::parse(&format!("copy-{number}"))
        {
            copy.id = id;
            copy.title = format!("{} {}", copy.title, word(number));
        }
        source.questions.push(copy);
    }
    source.sort();
    source
}

/// A word for a number, so that titles hold as many different words as those of a real bank.
fn word(number: usize) -> String {
    let digits = number.to_string();
    let digits = digits.bytes().map(|digit| usize::from(digit - b'0'));
    digits
        .filter_map(|digit| SYLLABLES.get(digit))
        .copied()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compile;
    use crate::embedded::Bank;
    use std::path::Path;

    #[test]
    fn a_grown_bank_opens_with_as_many_questions() {
        let source = compile::read(Path::new(env!("CARGO_MANIFEST_DIR")));
        let written = source.questions.len();
        for questions in [3, written + 40] {
            let source = grown(source.clone(), questions);
            let bytes = compile::embed(&source);
            let bank = Bank::open(&bytes.index, bytes.bodies.leak()).unwrap();
            assert_eq!(bank.questions().len(), questions);
            assert_eq!(bank.bodies().filter(Result::is_ok).count(), questions);
            for entry in bank.questions() {
                assert_eq!(bank.question(&entry.id), Some(entry));
            }
        }
    }
}
