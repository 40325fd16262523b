//! Python literals compared by value: `{1:'a'}` is `{1: 'a'}`, `1.0` is not `1`.
