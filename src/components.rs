//! Views of values. They take values and callbacks, and know nothing of the app's state.
//!
//! What a component keeps for itself (a draft, an open list) ends with it.

pub mod banner;
pub mod blank;
pub mod bug;
pub mod button;
pub mod chart;
pub mod check;
pub mod choice;
pub mod console;
pub mod editor;
pub mod exercise;
pub mod explained;
pub mod html;
pub mod icon;
pub mod key_points;
pub mod later;
pub mod live;
pub mod marked;
pub mod order;
pub mod order_explained;
pub mod output;
pub mod page;
pub mod pick;
pub mod piece;
pub mod qr;
pub mod question_list;
pub mod recorded;
pub mod scratch;
pub mod steps;
pub mod tally;
pub mod tested;
pub mod verdict;
