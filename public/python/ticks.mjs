// Ticks for deadline.py. Python asks every 50 steps whether a signal has come; here one has, every few
// milliseconds. Its own look at every step would make a program several times slower.

const BETWEEN = 10;
const SIGXCPU = 24;

export function tick(python) {
  const now = performance.now.bind(performance);
  let next = now();
  const due = {
    get 0() {
      return SIGXCPU;
    },
    // Pyodide does so once it has read it.
    set 0(_taken) {
      next = now() + BETWEEN;
    },
  };
  python.setInterruptBuffer(due);
  // Most questions are answered by its absence: to ask an accessor of an element takes a microsecond.
  const get = () => (now() < next ? null : due);
  Object.defineProperty(python._module, "Py_EmscriptenSignalBuffer", { get });
}
