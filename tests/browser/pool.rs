//! The browsers that are open: a bounded number at once, and Firefox lent to one journey after the
//! other, because it takes longer to start than most journeys.
//!
//! Whoever leaves last closes what is open, so that no browser outlives the tests. A journey that
//! failed does not give its browser back.

use crate::engine::{Browser, Engine, Screen};
use std::mem;
use std::ops::Deref;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

/// More would only wait for each other, and for memory.
const AT_ONCE: usize = 4;

static POOL: Mutex<Pool> = Mutex::new(Pool {
    idle: Vec::new(),
    busy: 0,
});
static LEFT: Condvar = Condvar::new();

struct Pool {
    /// Without a window for a journey.
    idle: Vec<Browser>,
    /// How many are lent.
    busy: usize,
}

/// A browser with a window of its own, for one journey.
pub(crate) struct Lent(Option<Browser>);

/// Lends a browser, or waits until one may be started.
pub(crate) fn lend(engine: Engine, screen: Screen) -> Lent {
    let mut pool = pool();
    while pool.busy >= AT_ONCE {
        pool = LEFT.wait(pool).unwrap_or_else(PoisonError::into_inner);
    }
    pool.busy += 1;
    let others = pool.idle.extract_if(.., |idle| idle.engine != engine);
    // Closed below, when nobody has to wait for it.
    let others: Vec<Browser> = others.collect();
    let place = pool.idle.iter().position(|idle| idle.screen == screen);
    let idle = place.map(|place| pool.idle.swap_remove(place));
    drop(pool);
    drop(others);
    // From here on there is something that leaves, also when the browser does not start.
    let mut lent = Lent(idle);
    let browser = lent
        .0
        .take()
        .unwrap_or_else(|| Browser::start(engine, screen));
    browser.open_window();
    lent.0 = Some(browser);
    lent
}

impl Drop for Lent {
    fn drop(&mut self) {
        let browser = self.0.take();
        let kept = browser.filter(|browser| {
            let lasts = browser.engine == Engine::Firefox && !thread::panicking();
            lasts && browser.close_window().is_ok()
        });
        let mut pool = pool();
        pool.idle.extend(kept);
        pool.busy -= 1;
        let last = if pool.busy == 0 {
            mem::take(&mut pool.idle)
        } else {
            Vec::new()
        };
        drop(pool);
        LEFT.notify_one();
        drop(last);
    }
}

impl Deref for Lent {
    type Target = Browser;

    fn deref(&self) -> &Browser {
        self.0.as_ref().expect("it is lent until it is dropped")
    }
}

fn pool() -> MutexGuard<'static, Pool> {
    POOL.lock().unwrap_or_else(PoisonError::into_inner)
}
