//! What practising means: attempts, what follows from them, what to ask next, one sitting.
//!
//! Pure: no clock, no chance, no browser. Moments and seeds are arguments.

pub mod aloud;
pub mod arrangement;
pub mod attempt;
pub mod date;
pub mod difference;
pub mod draft;
pub mod exercise;
pub mod figures;
pub mod given;
pub mod history;
pub mod memory;
pub mod mix;
pub mod plan;
pub mod progress;
pub mod queue;
pub mod remark;
pub mod search;
pub mod session;
pub mod set;
pub mod shuffle;
pub mod slip;
pub mod summary;
pub mod time;
