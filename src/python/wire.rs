//! The words between the page and the worker: tasks as JSON, and answers as JSON, which are read as if
//! a stranger had written them.

use crate::python::outcome::{Judged, Piece, Raised, Ran, Stream};
use bank::exercise::Case;
use js_sys::{Array, JSON, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// A task that runs a program, and then calls if there are any.
pub(crate) fn run(program: &str, calls: &str, stdin: &str, seconds: u32) -> String {
    let parts = Array::of1(&program.into());
    if !calls.is_empty() {
        parts.push(&calls.into());
    }
    written(&[
        ("task", "run".into()),
        ("parts", parts.into()),
        ("stdin", stdin.into()),
        ("seconds", seconds.into()),
    ])
}

/// A task that judges an answer by a case.
pub(crate) fn judge(answer: &str, setup: &str, case: &Case, seconds: u32) -> String {
    let case = object(&[
        ("call", case.call.as_str().into()),
        ("want", case.want.as_str().into()),
        ("seconds", seconds.into()),
    ]);
    written(&[
        ("task", "judge".into()),
        ("answer", answer.into()),
        ("setup", setup.into()),
        ("case", case),
    ])
}

/// What became of a program; `None` when this is no such answer.
pub(crate) fn ran(text: &str) -> Option<Ran> {
    let words = Words::read(text)?;
    let pairs: Array = words.value("output")?.dyn_into().ok()?;
    let mut output = Vec::new();
    for place in 0..pairs.length() {
        output.push(piece(pairs.get(place))?);
    }
    Some(Ran {
        output,
        cut: words.flag("cut")?,
        result: words.text("result"),
        error: words.raised(),
        stopped: words.flag("stopped")?,
        seconds: words.number("seconds")?,
    })
}

/// What became of a case; `None` when this is no such answer.
pub(crate) fn judged(text: &str) -> Option<Judged> {
    let words = Words::read(text)?;
    Some(Judged {
        passed: words.flag("passed")?,
        got: words.text("got"),
        want: words.text("want"),
        error: words.raised(),
        stopped: words.flag("stopped")?,
        seconds: words.number("seconds")?,
        printed: words.text("printed")?,
    })
}

fn piece(value: JsValue) -> Option<Piece> {
    let pair: Array = value.dyn_into().ok()?;
    let stream = match pair.get(0).as_string()?.as_str() {
        "out" => Stream::Out,
        "err" => Stream::Err,
        _ => return None,
    };
    let text = pair.get(1).as_string()?;
    Some(Piece { stream, text })
}

/// An object of an answer.
struct Words(JsValue);

impl Words {
    fn read(text: &str) -> Option<Words> {
        JSON::parse(text).ok().map(Words)
    }

    fn value(&self, name: &str) -> Option<JsValue> {
        let value = Reflect::get(&self.0, &name.into()).ok()?;
        (!value.is_null() && !value.is_undefined()).then_some(value)
    }

    fn text(&self, name: &str) -> Option<String> {
        self.value(name)?.as_string()
    }

    fn flag(&self, name: &str) -> Option<bool> {
        self.value(name)?.as_bool()
    }

    fn number(&self, name: &str) -> Option<f64> {
        self.value(name)?.as_f64()
    }

    fn raised(&self) -> Option<Raised> {
        let error = Words(self.value("error")?);
        Some(Raised {
            name: error.text("name")?,
            message: error.text("message")?,
            line: error.number("line").map(|line| line as u32),
            in_calls: error.number("part") == Some(1.0),
            trace: error.text("trace"),
        })
    }
}

fn written(words: &[(&str, JsValue)]) -> String {
    // Strings, numbers and lists of them can always be written.
    let text = JSON::stringify(&object(words));
    text.map(String::from).unwrap_or_default()
}

fn object(words: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in words {
        // A new object takes every property.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}
