//! Waiting for what a browser does in its own time. There are no fixed pauses, only questions asked
//! again until they are answered.

use std::fmt::Display;
use std::thread;
use std::time::{Duration, Instant};

/// Long enough for a busy machine: reached only by a test that fails.
const PATIENCE: Duration = Duration::from_secs(15);

const PAUSE: Duration = Duration::from_millis(20);

/// Asks until there is an answer, and tells the last refusal when there is none in time.
pub(crate) fn until<T, E: Display>(what: &str, ask: impl FnMut() -> Result<T, E>) -> T {
    until_within(PATIENCE, what, ask)
}

/// The same for what takes longer, such as the first start of Python.
#[expect(
    clippy::disallowed_methods,
    reason = "the ban guards the app; a test waits on a real clock"
)]
pub(crate) fn until_within<T, E: Display>(
    patience: Duration,
    what: &str,
    mut ask: impl FnMut() -> Result<T, E>,
) -> T {
    let start = Instant::now();
    loop {
        match ask() {
            Ok(answer) => return answer,
            Err(refusal) if start.elapsed() > patience => panic!("waited for {what}: {refusal}"),
            Err(_) => thread::sleep(PAUSE),
        }
    }
}
