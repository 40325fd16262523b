//! How much of the room is used that a browser gives to an address, of which nobody tells.
//!
//! Browsers agree on about 5 MiB for an origin and disagree on what a character takes; the dearest takes
//! two bytes. It counts what others at the same origin keep as well, and changes nothing.

use crate::storage::{Refused, Store};

/// What the stingiest browser gives, in bytes.
const ROOM: usize = 5 * 1024 * 1024;

/// How much is used, in hundredths.
pub fn used(store: &dyn Store) -> Result<usize, Refused> {
    let mut bytes = 0;
    for key in store.keys()? {
        let text = store.read(&key)?.unwrap_or_default();
        bytes += 2 * (units(&key) + units(&text));
    }
    Ok(bytes * 100 / ROOM)
}

/// So much that it is time to say so, while 10,000 answers more have room.
pub fn is_tight(store: &dyn Store) -> bool {
    used(store).is_ok_and(|used| used >= 75)
}

/// As browsers count them.
fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::memory::MemoryStore;

    #[test]
    fn three_quarters_of_the_room_are_tight_whoever_uses_them() {
        let check = |letter: &str, count: usize, expected: usize, tight: bool| {
            let store = MemoryStore::with("another.site", &letter.repeat(count));
            assert_eq!(used(&store), Ok(expected), "{letter} {count}");
            assert_eq!(is_tight(&store), tight, "{letter} {count}");
        };
        check("x", 0, 0, false);
        check("x", ROOM / 4, 50, false);
        check("x", ROOM / 8 * 3 - 100, 74, false);
        check("x", ROOM / 8 * 3, 75, true);
        check("ä", ROOM / 8 * 3, 75, true);
        check("x", ROOM, 200, true);
        assert!(!is_tight(&MemoryStore::default().refuse_everything()));
    }
}
