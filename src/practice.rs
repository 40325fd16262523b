//! What practising means: attempts, what follows from them, what to ask next, one sitting.
//!
//! Pure: no clock, no chance, no browser. Moments and seeds are arguments.

pub mod aloud;
pub mod arrangement;
pub mod attempt;
pub mod difference;
pub mod draft;
pub mod exercise;
pub mod given;
pub mod history;
pub mod progress;
pub mod queue;
pub mod session;
pub mod shuffle;
pub mod summary;
pub mod time;
