//! Programs run as `python main.py` would run them, in the app's Python and in the system's, and leave
//! nothing behind.

use super::pythons::{Pythons, SEEDS};
use super::task::{Judge, JudgedCase, Ran, Run};
use super::wrong_claims::PYTHONS;
use ::bank::compile::source::program::Need;

fn run(needs: &[Need], code: &str) -> Ran {
    let mut pythons = PYTHONS
        .lock()
        .unwrap_or_else(|poisoned| poisoned.into_inner());
    run_on(&mut pythons, needs, code)
}

fn run_on(pythons: &mut Pythons, needs: &[Need], code: &str) -> Ran {
    let run = Run {
        parts: &[code],
        seconds: 5,
    };
    pythons.ask(needs, SEEDS[1], &run).unwrap().unwrap()
}

fn check(code: &str, printed: &str) {
    for needs in [&[][..], &[Need::Threads]] {
        let ran = run(needs, code);
        assert_eq!(
            (ran.printed.as_str(), ran.error, ran.stopped),
            (printed, None, false),
            "{code}"
        );
    }
}

#[test]
fn the_module_is_main_with_a_file_of_its_own() {
    check(
        "import sys\nprint(__name__, sys.argv, sys.modules['__main__'].__name__)",
        "__main__ ['main.py'] __main__\n",
    );
    check(
        "import pickle\nclass A: pass\nprint(type(pickle.loads(pickle.dumps(A()))) is A)",
        "True\n",
    );
    check(
        "import inspect\ndef f(): return 1\nprint(inspect.getsource(f))",
        "def f(): return 1\n\n",
    );
    check(
        "open('note.txt', 'w').write('x')\nprint(open('note.txt').read())",
        "x\n",
    );
    check(
        "try:\n    input()\nexcept EOFError:\n    print('no input')",
        "no input\n",
    );
}

#[test]
fn what_is_left_at_the_end_is_finalised_and_may_print() {
    check(
        "class A:\n    def __del__(self): print('gone')\na = A()\nprint('end')",
        "end\ngone\n",
    );
    check(
        "def g():\n    try: yield\n    finally: print('closed')\nit = g()\nnext(it)",
        "closed\n",
    );
}

#[test]
fn a_program_leaves_nothing_behind() {
    for before in [
        "import builtins\nbuiltins.len = None\ndel builtins.max\nbuiltins.extra = 1",
        "import sys\nsys.setrecursionlimit(50)\nsys.path.clear()\nsys.stdout = None",
        "import os\nos.environ['EXTRA'] = '1'\nos.chdir('/')",
        "import logging\nlogging.basicConfig(level=logging.DEBUG)",
        "open('helper.py', 'w').write('x = 1')\nimport helper",
        "import asyncio\nasyncio.run = None",
        "import gc\ngc.disable()",
        // It is answered by what the program has changed.
        "import json\njson.dumps = json.encoder.c_make_encoder = json.JSONEncoder.encode = None",
        "import builtins\nbuiltins.isinstance = builtins.zip = None",
    ] {
        assert_eq!(run(&[], before).error, None, "{before}");
    }
    check(
        "import asyncio, gc, json, logging, os, sys\n\
         print(len('ab'), max(1, 2), hasattr(__builtins__, 'extra'), sys.getrecursionlimit(), bool(sys.path))\n\
         print(os.environ.get('EXTRA'), os.path.exists('helper.py'), 'helper' in sys.modules, gc.isenabled())\n\
         print(logging.root.handlers, logging.root.level, asyncio.run is not None, json.dumps([vars, 1][1:]))",
        "2 2 False 1000 True\nNone False False True\n[] 30 True [1]\n",
    );
}

#[test]
fn an_endless_program_is_stopped_however_it_clings() {
    for code in [
        "while True: pass",
        "while True:\n    try:\n        while True: pass\n    except BaseException: pass",
        "def g():\n    while True: yield\nfor _ in g(): pass",
        "import itertools\nfor _ in itertools.count(): pass",
        "import asyncio\nasync def f():\n    while True: await asyncio.sleep(1)\nasyncio.run(f())",
    ] {
        let run = Run {
            parts: &[code],
            seconds: 1,
        };
        let mut pythons = PYTHONS
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner());
        let ran = pythons.ask(&[], SEEDS[0], &run).unwrap().unwrap();
        assert!(ran.stopped, "{code}");
    }
}

#[test]
fn the_clock_of_asyncio_costs_no_time_and_keeps_the_order() {
    let code = "import asyncio\nasync def say(n):\n    await asyncio.sleep(n)\n    print(n)\n    return n\n\
        async def main():\n    async with asyncio.TaskGroup() as group:\n\
        \x20       for n in (0.03, 0.01, 0.02): group.create_task(say(n))\n\
        \x20   try:\n        async with asyncio.timeout(0.01): await asyncio.sleep(1)\n\
        \x20   except TimeoutError: print('late')\nasyncio.run(main())";
    check(code, "0.01\n0.02\n0.03\nlate\n");
    let waiting = run(
        &[],
        "import asyncio\nasync def f(): await asyncio.Event().wait()\nasyncio.run(f())",
    );
    assert_eq!(
        waiting.error.unwrap().message,
        "every task is waiting, and nothing can wake one"
    );
}

#[test]
fn threads_child_processes_and_packages_are_there_for_those_who_need_them() {
    for (needs, code, printed) in [
        (
            Need::Threads,
            "import threading\nt = threading.Thread(target=print, args=[1])\nt.start()\nt.join()",
            "1\n",
        ),
        (
            Need::Subprocess,
            "import subprocess, sys\nprint(1)\nsubprocess.run([sys.executable, '-c', 'print(2)'])\nprint(3)",
            "1\n2\n3\n",
        ),
        (
            Need::Pytest,
            "import pytest\nwith pytest.raises(KeyError): {}[1]\nprint(pytest.__version__)",
            "9.2.0\n",
        ),
    ] {
        let ran = run(&[needs], code);
        assert_eq!((ran.printed.as_str(), ran.error), (printed, None), "{code}");
    }
}

#[test]
fn a_broken_interpreter_is_told_and_replaced() {
    let deep = "import sys\nsys.setrecursionlimit(10**6)\ndef f(): f()\nf()";
    let run = Run {
        parts: &[deep],
        seconds: 5,
    };
    let mut pythons = PYTHONS
        .lock()
        .unwrap_or_else(|poisoned| poisoned.into_inner());
    assert!(pythons.ask(&[], SEEDS[0], &run).unwrap().is_err());
    assert_eq!(run_on(&mut pythons, &[], "print(1)").printed, "1\n");
}

#[test]
fn a_case_passes_by_value_and_type() {
    for (answer, call, want, passed) in [
        (
            "def f(): return [1, (2,), {'a': {3}}]",
            "f()",
            "[1, (2,), {'a': {3}}]",
            true,
        ),
        ("def f(): return 1", "f()", "True", false),
        ("def f(): return [1]", "f()", "[1.0]", false),
        ("def f(): return {1: 2}", "f()", "{True: 2}", false),
        ("def f(): return {1}", "f()", "{1.0}", false),
        ("def f(): return (1,)", "f()", "[1]", false),
        ("def f(): return float('nan')", "f()", "float('nan')", true),
        (
            "class A:\n    def __eq__(self, other): return True",
            "A()",
            "A()",
            true,
        ),
        (
            "class A:\n    def __eq__(self, other): return True",
            "A()",
            "1",
            false,
        ),
    ] {
        let case = JudgedCase {
            call,
            want,
            seconds: None,
        };
        let judge = Judge {
            answer,
            setup: "",
            case,
            steps: None,
        };
        let mut pythons = PYTHONS
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner());
        let judged = pythons.ask(&[], SEEDS[0], &judge).unwrap().unwrap();
        assert_eq!(judged.passed, passed, "{answer} {want}");
    }
}
