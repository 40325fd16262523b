// Ticks for deadline.py. Python asks every 50 steps whether a signal has come; here one has, every few
// milliseconds. Its own look at every step would make a program several times slower.

const BETWEEN = 10;
const SIGXCPU = 24;

export function tick(python) {
  const now = performance.now.bind(performance);
  let next = now();
  python.setInterruptBuffer({
    get 0() {
      if (now() < next) return 0;
      next = now() + BETWEEN;
      return SIGXCPU;
    },
    set 0(_taken) {},
  });
}
