//! The compiler of the bank: Markdown files in, the embedded bytes or a list of problems out.
