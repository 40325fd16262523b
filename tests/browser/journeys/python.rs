//! Python in its worker: what it runs, how it is stopped, and that nothing leads out of it.

use super::{Journey, on_a_desktop};
use crate::person::Person;
use crate::site::Terms;
use crate::wait::until;
use crate::workshop::{self, PAGE};
use serde_json::{Value, json};
use std::time::Duration;

const FEATURES: &str = include_str!("../../python/features.toml");

pub(crate) fn the_pack_runs_what_interviews_ask_about() -> Journey {
    on_a_desktop(|person| {
        person.starts_python();
        let list: toml::Table = toml::from_str(FEATURES).unwrap();
        let features = list["feature"].as_array().unwrap();
        assert_eq!(features.len(), 38);
        for feature in features {
            let word = |name: &str| feature[name].as_str().unwrap();
            let ran = person.runs_python(word("program"));
            assert_eq!(ran["printed"], word("printed"), "{}: {ran}", word("name"));
            assert!(ran["error"].is_null(), "{}: {ran}", word("name"));
        }
    })
}

pub(crate) fn what_a_program_does_is_told_in_order_and_in_bounds() -> Journey {
    on_a_desktop(|person| {
        person.starts_python();
        let ran = person
            .runs_python("import sys\nprint('a')\nprint('b', file=sys.stderr)\nprint('c')\n6 * 7");
        let wanted = json!([["out", "a\n"], ["err", "b\n"], ["out", "c\n"]]);
        assert_eq!(ran["output"], wanted);
        assert_eq!((&ran["result"], &ran["cut"]), (&json!("42"), &json!(false)));
        let ran = person.asks_python(json!({
            "task": "run", "parts": ["print(input('? ') + input())"], "stdin": "one\ntwo\n", "seconds": 5,
        }));
        assert_eq!(ran["printed"], "? onetwo\n");

        let ran = person.runs_python("for i in range(3_000): print(i)");
        let printed = ran["printed"].as_str().unwrap();
        assert_eq!(
            (printed.lines().count(), &ran["cut"]),
            (2_000, &json!(true))
        );
        let ran = person.runs_python("print('é' * 100_000)");
        let printed = ran["printed"].as_str().unwrap();
        assert_eq!((printed.len(), &ran["cut"]), (64 * 1024, &json!(true)));

        let ran = person.runs_python("def half(n):\n    return n / 0\n\nhalf(3)");
        let trace = "Traceback (most recent call last):\n  File \"main.py\", line 4, in <module>\n    \
            half(3)\n    ~~~~^^^\n  File \"main.py\", line 2, in half\n    return n / 0\n           \
            ~~^~~\nZeroDivisionError: division by zero";
        assert_eq!(ran["error"]["trace"], trace);
        let ran = person.runs_python("def f(n): return f(n + 1)\nf(0)");
        let trace = ran["error"]["trace"].as_str().unwrap();
        assert!(trace.contains("[Previous line repeated"), "{trace}");
        assert!(trace.lines().count() < 30, "{trace}");

        // A page cannot show all of what an error may say.
        let ran = person.runs_python("raise ValueError('x' * 10_000_000)");
        let trace = ran["error"]["trace"].as_str().unwrap();
        assert!(
            trace.ends_with("xx...") && trace.len() < 3_000,
            "{}",
            trace.len()
        );
        assert_eq!(ran["error"]["message"].as_str().unwrap().len(), 2_000);
        let ran = person.runs_python("raise ValueError('x\\n' * 1_000_000 + 'the end')");
        let trace = ran["error"]["trace"].as_str().unwrap();
        assert!(
            trace.starts_with("Traceback") && trace.ends_with("the end"),
            "{trace}"
        );
        assert!(trace.len() < 21_000, "{}", trace.len());
    })
}

pub(crate) fn what_one_program_changes_the_next_does_not_see() -> Journey {
    on_a_desktop(|person| {
        person.starts_python();
        person.runs_python(
            "import builtins, os, random, sys\nx = 1\nbuiltins.len = None\nbuiltins.mine = 1\n\
             sys.argv.append('a')\nos.environ['MINE'] = '1'\nsys.setrecursionlimit(99)\n\
             random.seed(1)\nopen('left.py', 'w').write('y = 1')\nimport left",
        );
        let ran = person.runs_python(
            "import os, sys\nprint('x' in globals(), 'mine' in dir(__builtins__), len('abc'), sys.argv, \
             'MINE' in os.environ, sys.getrecursionlimit() > 99, 'left' in sys.modules, os.listdir())",
        );
        assert_eq!(
            ran["printed"],
            "False False 3 ['main.py'] False True False ['main.py']\n"
        );
        // The library too: what was loaded from the start, and what this program is the first to load.
        person.runs_python(
            "import collections, decimal, json, math, statistics, sys, time\n\
             math.sqrt = lambda x: 0\ndel statistics.mean\njson.mine = 1\ntime.monotonic = lambda: 0\n\
             collections.Counter.most_common = None\njson.JSONEncoder.default = None\n\
             decimal.getcontext().prec = 3\nsys.settrace(lambda *_: None)\nsys.set_int_max_str_digits(0)\n\
             open('queue.py', 'w').write('y = 1')\nimport queue\nsys.meta_path.clear()\n\
             math.sin, math.cos = math.cos, math.sin\n\
             class Same:\n    def __eq__(self, other): return True\nmath.pi = Same()",
        );
        let ran = person.runs_python(
            "import collections, decimal, json, math, queue, statistics, sys, tomllib\n\
             print(math.sqrt(4), statistics.mean([1, 3]), hasattr(json, 'mine'), collections.Counter('aab').\
             most_common(1), bool(json.JSONEncoder.default), decimal.Decimal(1) / 7, sys.gettrace(), \
             sys.get_int_max_str_digits(), hasattr(queue, 'Queue'), math.cos(0), round(math.pi))",
        );
        assert_eq!(
            ran["printed"],
            "2.0 2 False [('a', 2)] True 0.1428571428571428571428571429 None 4300 True 1.0 3\n"
        );
        // A package keeps the modules in it that were loaded later.
        for _ in 0..2 {
            let ran = person.runs_python("import http.client\nprint(http.client.OK)");
            assert_eq!(ran["printed"], "200\n", "{ran}");
        }
    })
}

pub(crate) fn a_case_is_judged_as_the_verifier_judges_it() -> Journey {
    on_a_desktop(|person| {
        person.starts_python();
        let check = |answer: &str, want: &str, passed: bool, got: Value| {
            let case = json!({ "call": "half(4)", "want": want, "seconds": 2 });
            let judged = person.asks_python(
                json!({ "task": "judge", "answer": answer, "setup": "half = half", "case": case }),
            );
            assert_eq!(judged["passed"], passed, "{judged}");
            assert_eq!(judged["got"], got, "{judged}");
        };
        check("def half(n): return n // 2", "2", true, json!("2"));
        check("def half(n): return n / 2", "2", false, json!("2.0"));
        check("def half(n): raise ValueError", "2", false, Value::Null);
        check(
            "def half(n):\n    while True: pass",
            "2",
            false,
            Value::Null,
        );
    })
}

pub(crate) fn what_takes_too_long_is_stopped_from_inside() -> Journey {
    on_a_desktop(|person| {
        person.starts_python();
        let endless = [
            "while True: pass",
            "while True: print(1)",
            "while True:\n    try:\n        while True: pass\n    except Exception: pass",
            "while True:\n    try:\n        while True: pass\n    except BaseException: pass",
            "def ones():\n    while True: yield 1\nfor one in ones(): pass",
            "[one for one in iter(int, 1)]",
            "import itertools\nfor n in itertools.count(): pass",
        ];
        for program in endless {
            let ran = person.runs_python_for_a_second(program);
            assert_eq!(ran["stopped"], true, "{program}: {ran}");
            person.runs_python_as_ever();
        }
        // What the library holds goes after the answer has come.
        person.runs_python(
            "import random\nclass Clings:\n    def __del__(self):\n        while True: pass\nrandom.it = Clings()",
        );
        person.runs_python_as_ever();
        let impossible = [
            (
                "def deeper(n): return deeper(n + 1)\ndeeper(0)",
                "RecursionError",
            ),
            ("bytearray(10**9)", "MemoryError"),
            ("[0] * 10**9", "MemoryError"),
        ];
        for (program, error) in impossible {
            let ran = person.runs_python(program);
            assert_eq!(ran["error"]["name"], error, "{program}: {ran}");
            person.runs_python_as_ever();
        }
    })
}

pub(crate) fn what_cannot_be_stopped_ends_with_its_python_and_another_starts() -> Journey {
    Journey {
        // Pyodide writes into the console how it was broken.
        forgives: &["fatal error", "Maximum call stack size exceeded"],
        ..on_a_desktop(|person| {
            person.starts_python();
            let programs = [
                "sum(range(10**10))",
                "import sys\nsys.setrecursionlimit(10**9)\ndef f(n): return f(n + 1)\nf(0)",
                "deep = []\nfor _ in range(100_000): deep = [deep]\nrepr(deep)",
            ];
            for program in programs {
                let task = json!({ "task": "run", "parts": [program], "seconds": 1 });
                let said = person.awaits("return python.tries(arguments[0], 3000)", vec![task]);
                let ended = said == "late" || said == "lost" || said["stopped"] == true;
                assert!(
                    ended || said["error"]["name"] == "RecursionError",
                    "{program}: {said}"
                );
                let again = "python.ends(); return Python.begin({ given: python.left })";
                assert_eq!(person.awaits(again, vec![]), "ready");
                person.runs_python_as_ever();
            }
        })
    }
}

pub(crate) fn a_start_that_is_not_the_first_one_is_as_fresh() -> Journey {
    on_a_desktop(|person| {
        person.starts_python();
        let chance = "import random, secrets, tempfile\nprint(random.random(), secrets.token_hex(), tempfile.mkdtemp())";
        let mut seen = vec![person.runs_python(chance)["printed"].clone()];
        // From what the one before has left, from what is kept on the device, and from nothing.
        let starts = [
            "return Python.begin({ given: python.left })",
            "return Python.begin({})",
            "const { module } = python.left;
             const garbage = new Blob(['no snapshot']);
             return Python.begin({ given: { module, snapshot: garbage } })",
            "for (const name of await caches.keys()) await caches.delete(name);
             return Python.begin({})",
        ];
        for start in starts {
            let script = format!("python.ends(); {start}");
            assert_eq!(person.awaits(&script, vec![]), "ready", "{start}");
            let drawn = person.runs_python(chance)["printed"].clone();
            assert!(!seen.contains(&drawn), "{start}: {drawn}");
            seen.push(drawn);
            person.runs_python_as_ever();
            let left = "return python.left.snapshot.size > 1_000_000";
            assert_eq!(person.awaits(left, vec![]), true, "{start}");
        }
    })
}

pub(crate) fn nothing_leads_from_a_program_to_the_page_or_the_network() -> Journey {
    Journey {
        // A program that calls what would run a script ends its own Python, which says so if it still can.
        forgives: &["fatal error", "eval is not defined"],
        ..on_a_desktop(|person| {
            person.starts_python_by("{ inside: '__inside.js' }");
            assert_eq!(person.awaits("return python.looks()", vec![]), json!([]));
            let refused = [
                ("import js", "ModuleNotFoundError"),
                ("import pyodide_js", "ModuleNotFoundError"),
                ("import micropip", "ModuleNotFoundError"),
                ("from pyodide.code import run_js", "ModuleNotFoundError"),
                ("from pyodide.http import pyfetch", "ModuleNotFoundError"),
                ("import _pyodide_core", "ModuleNotFoundError"),
                ("import judge", "ModuleNotFoundError"),
                ("open('/proc/self/environ')", "FileNotFoundError"),
                ("open('/proc/self/maps')", "FileNotFoundError"),
                ("import subprocess\nsubprocess.run(['ls'])", "OSError"),
            ];
            for (program, error) in refused {
                let ran = person.runs_python(program);
                assert_eq!(ran["error"]["name"], error, "{program}: {ran}");
            }
            // These go round the lower fence and try the higher one.
            let sly = [
                "import sys\nsys.meta_path.pop(0)\nfrom pyodide.ffi import to_js\n\
             print(to_js([1]).constructor.constructor('return this')())",
                "import sys\nsys.meta_path.pop(0)\nfrom pyodide.code import run_js\n\
             print(run_js('self.postMessage([\"answer\", 1])'))",
                "import sys\nsys.meta_path.pop(0)\nimport js\nprint(js.postMessage)",
                "import sys\nsys.meta_path.pop(0)\nimport pyodide_js\n\
             print(pyodide_js.constructor.constructor('return this')())",
                "import ctypes\nprint(ctypes.CDLL(None).emscripten_run_script(b'postMessage(1)'))",
                "import gc\nprint([it for it in gc.get_objects() if 'JsProxy' in str(type(it))][0].fetch)",
                "import urllib.request\nprint(urllib.request.urlopen('http://127.0.0.1:1/'))",
                "import socket\nit = socket.create_connection(('127.0.0.1', 1), 1)\nit.sendall(b'x')\n\
             print(it.recv(1))",
            ];
            for program in sly {
                let task = json!({ "task": "run", "parts": [program], "seconds": 5 });
                let said = person.awaits("return python.tries(arguments[0], 8000)", vec![task]);
                // It raised, or it broke no more than its own Python.
                let broken = said == "lost" || said == "late";
                assert!(broken || !said["error"].is_null(), "{program}: {said}");
                let strange = person.awaits("return python.strange", vec![]);
                assert_eq!(strange, json!([]), "{program}");
                if broken {
                    let anew = "python.ends(); return Python.begin({})";
                    assert_eq!(person.awaits(anew, vec![]), "ready");
                }
                person.runs_python_as_ever();
            }
        })
    }
}

pub(crate) fn python_starts_under_the_policy_of_the_headers() -> Journey {
    let terms = Terms {
        header: Box::leak(workshop::header().into_boxed_str()),
        ..Terms::default()
    };
    Journey {
        terms,
        ..on_a_desktop(|person| {
            person.starts_python();
            person.runs_python_as_ever();
        })
    }
}

impl Person {
    /// Opens the page of the tests' own and waits until Python is ready.
    fn starts_python(&self) {
        self.starts_python_by("{}");
    }

    /// The same with a Python that differs.
    fn starts_python_by(&self, options: &str) {
        // WebKit complains about what the app still loads when it is left.
        self.sees("[data-testid=home]");
        self.opens(PAGE);
        until("the page to have its script", || {
            match self.runs("return typeof Python", vec![]) {
                loaded if loaded == "function" => Ok(()),
                other => Err(other),
            }
        });
        let said = self.awaits(&format!("return Python.begin({options})"), vec![]);
        assert_eq!(said, "ready");
    }

    /// Runs a program that ends by itself, for as long as that takes on a busy machine.
    fn runs_python(&self, program: &str) -> Value {
        self.asks_python(json!({ "task": "run", "parts": [program], "seconds": 60 }))
    }

    /// Runs a program that does not, for at most a second.
    fn runs_python_for_a_second(&self, program: &str) -> Value {
        self.asks_python(json!({ "task": "run", "parts": [program], "seconds": 1 }))
    }

    fn runs_python_as_ever(&self) {
        assert_eq!(
            self.runs_python("print('still here')")["printed"],
            "still here\n"
        );
    }

    fn asks_python(&self, task: Value) -> Value {
        self.awaits("return python.does(arguments[0])", vec![task])
    }

    /// Runs the body of an asynchronous function, and waits for what it gives.
    fn awaits(&self, body: &str, arguments: Vec<Value>) -> Value {
        let script = format!(
            "const done = arguments[arguments.length - 1];
            (async function () {{ {body} }}).apply(null, arguments)
                .then(done, (error) => done(`thrown: ${{error}}`));"
        );
        let driver = self.browser.driver();
        self.does(driver.set_script_timeout(PATIENCE)).unwrap();
        let outcome = self.does(driver.execute_async(script, arguments));
        outcome.expect("the script ends").json().clone()
    }
}

/// For a busy machine: a start takes a second or two on an idle one.
const PATIENCE: Duration = Duration::from_secs(90);
