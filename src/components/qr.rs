//! A text as a picture that the camera of a phone reads.
//!
//! It is drawn dark on light whatever the theme is, because cameras look for that.

use leptos::prelude::*;
use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};

/// The largest that is drawn, as a version of the standard: with its border 125 dots in a row, each about 3
/// pixels wide on a phone; finer ones are hard to read from a screen.
const LARGEST: u8 = 25;
/// The border that cameras need, in dots.
const BORDER: usize = 4;

/// Whether a text is short enough for a picture.
pub fn fits(text: &str) -> bool {
    encoded(text).is_some()
}

/// The picture, unless the text is too long for one.
pub fn picture(text: &str, said: &'static str) -> Option<AnyView> {
    let (dots, size) = drawn(text)?;
    let size = (size + 2 * BORDER).to_string();
    let box_ = ["0 0 ", &size, " ", &size].concat();
    let view = view! {
        <svg class="qr" data-testid="qr" viewBox=box_ role="img" aria-label=said>
            <rect width="100%" height="100%"></rect>
            <path d=dots></path>
        </svg>
    };
    Some(view.into_any())
}

/// The dark dots as a path, and how many stand in a row.
fn drawn(text: &str) -> Option<(String, usize)> {
    let code = encoded(text)?;
    let mut path = String::new();
    for y in 0..code.size() {
        for x in 0..code.size() {
            if code.get_module(x, y) {
                let border = BORDER as i32;
                let (x, y) = ((x + border).to_string(), (y + border).to_string());
                for part in ["M", &x, " ", &y, "h1v1h-1z"] {
                    path.push_str(part);
                }
            }
        }
    }
    Some((path, usize::try_from(code.size()).ok()?))
}

fn encoded(text: &str) -> Option<QrCode> {
    let segments = [QrSegment::make_bytes(text.as_bytes())];
    let code = QrCode::encode_segments_advanced(
        &segments,
        QrCodeEcc::Low,
        Version::MIN,
        Version::new(LARGEST),
        None,
        true,
    );
    code.ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_drawn_as_long_as_a_phone_can_read_it() {
        let check = |length: usize, expected: Option<usize>| {
            let size = drawn(&"a".repeat(length)).map(|(_, size)| size);
            assert_eq!(size, expected, "{length}");
        };
        check(1, Some(21));
        check(100, Some(37));
        check(1_273, Some(117));
        check(1_274, None);
    }

    /// The corners by which cameras find it.
    #[test]
    fn dots_stand_where_they_belong() {
        let (path, _) = drawn("a").unwrap();
        let dot = |x: usize, y: usize| path.contains(&format!("M{x} {y}h1v1h-1z"));
        for (x, y) in [(4, 4), (24, 4), (4, 24)] {
            assert!(dot(x, y), "{x} {y}");
        }
        assert!(!dot(5, 5) && !dot(3, 3) && !dot(25, 4));
    }
}
