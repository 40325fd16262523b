// Python in a worker: boots it, shuts the ways out, and then answers tasks until it is terminated.
//
// The page sends one message with a port, and everything else goes through that port. No program can
// reach it: it is held by the functions below and by nothing that Python sees. What is said is
// ["loaded", bytes], ["ready", what the next worker of this page is to be given], ["answer", text],
// ["lost"], ["failed", why].
// It keeps no time: the page ends a worker that says nothing for too long.
//
// Most of a start is spent on Python's own imports. So the first one on a device keeps the memory as it
// is then, before anything has run, and those that follow begin with it.

const FOLDER = new URL(".", import.meta.url);
// As sw.js names it: with the path, because other sites may share the origin.
const CACHES = `pydrill-python ${new URL("..", FOLDER).pathname}`;
const CACHE = `pydrill-python ${FOLDER.pathname}`;
const SNAPSHOT = new URL("snapshot", FOLDER).href;
// Another version of a browser makes one of its own.
const MAKER = { "X-Made-By": self.navigator.userAgent };

// What a program may take of the device. Beyond it Python has a MemoryError.
const MOST_MEMORY = 512 * 1024 * 1024;

// All that is left of the worker's own world: the language, and what Python needs for clock, chance
// and text.
const KEPT = new Set(
  `AggregateError Array ArrayBuffer AsyncDisposableStack Atomics BigInt BigInt64Array BigUint64Array
  Boolean DOMException DataView Date DisposableStack Error EvalError FinalizationRegistry Float16Array
  Float32Array Float64Array Infinity Int16Array Int32Array Int8Array Intl Iterator JSON Map Math NaN
  Number Object Promise Proxy RangeError ReferenceError Reflect RegExp Set String SuppressedError Symbol
  SyntaxError TextDecoder TextEncoder TypeError URIError Uint16Array Uint32Array Uint8Array
  Uint8ClampedArray WeakMap WeakRef WeakSet WebAssembly console crypto decodeURI decodeURIComponent
  encodeURI encodeURIComponent globalThis isFinite isNaN parseFloat parseInt performance undefined`
    .split(/\s+/),
);

self.addEventListener("message", ({ data }) => begin(data), { once: true });

async function begin({ port, given }) {
  const tell = port.postMessage.bind(port);
  try {
    const cache = await opened();
    // All at once: the browser compiles on other threads while scripts are read on this one.
    const [module, library, kept, scripts] = await Promise.all([
      given?.module ?? WebAssembly.compileStreaming(provided(cache, "pyodide.asm.wasm", tell).then(asWasm)),
      provided(cache, "python_stdlib.zip", tell).then((file) => file.arrayBuffer()),
      given?.snapshot ?? recalled(cache).catch(() => null),
      loaded(),
    ]);
    limitMemory();
    const start = (options) => started(module, library, scripts, options);
    const restored = kept && (await restore(start, kept));
    const python = restored ?? (await boot(start));
    const [reply, putBack] = python.runPython("from shut import settled, shut; settled()");
    const snapshot = restored ? kept : await taken(cache, python);
    python.runPython("shut()");
    port.onmessage = ({ data }) => {
      try {
        tell(["answer", reply(data)]);
        putBack();
      } catch {
        // Programs' own errors are in the text. This is the end of the interpreter.
        tell(["lost"]);
      }
    };
    scripts.tick(python);
    shutWorld();
    tell(["ready", { module, snapshot }]);
  } catch (error) {
    // What was kept may be what is broken.
    await self.caches?.delete(CACHE).catch(() => false);
    tell(["failed", String(error?.message ?? error)]);
  }
}

async function boot(start) {
  const python = await start({ _makeSnapshot: true });
  python.runPython("import sys; sys.path.append('/lib/python314.zip/pydrill')");
  return python;
}

// A start from memory as it was after the first one. Pyodide does not document it, so that it may
// fail where the other does not.
async function restore(start, snapshot) {
  try {
    return await start({ _loadSnapshot: unpacked(await snapshot.arrayBuffer()) });
  } catch {
    return null;
  }
}

async function loaded() {
  const names = ["lock", "pyodide.asm", "pyodide", "ticks"];
  const [lock, asm, pyodide, ticks] = await Promise.all(names.map((name) => import(`./${name}.mjs`)));
  const { tick } = ticks;
  return { lock: lock.default, asm: asm.default, loadPyodide: pyodide.loadPyodide, tick };
}

// Pyodide fetches two files, and is given what is here already.
async function started(module, library, { lock, asm, loadPyodide }, options) {
  const { fetch } = self;
  const { instantiateStreaming } = WebAssembly;
  self.fetch = async () => ({ ok: true, arrayBuffer: async () => library });
  WebAssembly.instantiateStreaming = async (_file, imports) => {
    return { module, instance: await WebAssembly.instantiate(module, imports) };
  };
  try {
    return await loadPyodide({
      indexURL: FOLDER.href,
      lockFileContents: lock,
      createPyodideModule: asm,
      jsglobals: Object.create(null),
      env: { HOME: "/home/python" },
      stdin: () => null,
      stdout() {},
      stderr() {},
      ...options,
    });
  } finally {
    self.fetch = fetch;
    WebAssembly.instantiateStreaming = instantiateStreaming;
  }
}

// A file of the pack: the one that was kept, or else from the network, and then it is kept. Kept files
// outlive those in the browser's own cache, and are there without a network.
async function provided(cache, name, tell) {
  const address = new URL(name, FOLDER).href;
  const kept = await cache?.match(address);
  if (kept) return kept;
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${name} was answered with ${response.status}`);
  const count = new TransformStream({
    transform(chunk, out) {
      tell(["loaded", chunk.length]);
      out.enqueue(chunk);
    },
  });
  const type = response.headers.get("Content-Type");
  const whole = new Response(response.body.pipeThrough(count), { headers: { "Content-Type": type } });
  // Keeping it may fail for want of room; Python starts all the same.
  cache?.put(address, whole.clone()).catch(() => {});
  return whole;
}

// Some hosts do not know what Wasm is, and then no browser compiles it.
function asWasm({ body }) {
  return new Response(body, { headers: { "Content-Type": "application/wasm" } });
}

// Some browsers deny it to private windows.
async function opened() {
  try {
    return await caches.open(CACHE);
  } catch {
    return null;
  }
}

// The snapshot that was kept on this device, if there is one.
async function recalled(cache) {
  const kept = await cache?.match(SNAPSHOT);
  const fits = Object.entries(MAKER).every(([name, value]) => kept?.headers.get(name) === value);
  return fits ? kept.blob() : null;
}

// A snapshot of a Python that has just started, which is kept on this device if there is room.
async function taken(cache, python) {
  try {
    const snapshot = packed(python.makeMemorySnapshot());
    await cache?.put(SNAPSHOT, new Response(snapshot, { headers: MAKER })).catch(() => {});
    await forgetOthers().catch(() => {});
    return snapshot;
  } catch {
    return null;
  }
}

// The files of other versions are no longer of use.
async function forgetOthers() {
  for (const name of await caches.keys()) {
    const isOlder = name.startsWith(CACHES) || name.startsWith("pydrill-python-");
    if (isOlder && name !== CACHE) await caches.delete(name);
  }
}

const PAGE = 4096;

// Two thirds of the memory are empty. What is not is kept: the size of all of it, the number of ranges,
// where each begins and ends, and what is in them.
function packed(memory) {
  const { buffer, length } = memory;
  const words = new Int32Array(buffer);
  const bounds = [];
  for (let from = 0; from < length; from += PAGE) {
    const to = Math.min(from + PAGE, length);
    let word = from / 4;
    while (word < to / 4 && words[word] === 0) word += 1;
    if (word === to / 4) continue;
    if (bounds.at(-1) === from) bounds.pop();
    else bounds.push(from);
    bounds.push(to);
  }
  const parts = [Uint32Array.of(length, bounds.length / 2, ...bounds)];
  for (let place = 0; place < bounds.length; place += 2) {
    parts.push(new Uint8Array(buffer, bounds[place], bounds[place + 1] - bounds[place]));
  }
  // A page holds it by name: it takes no memory of its own in one worker after the other.
  return new Blob(parts);
}

function unpacked(file) {
  const [length, count] = new Uint32Array(file, 0, 2);
  if (length > MOST_MEMORY) throw new RangeError("no snapshot");
  const bounds = new Uint32Array(file, 8, 2 * count);
  const memory = new Uint8Array(length);
  let place = 8 + bounds.byteLength;
  for (let range = 0; range < bounds.length; range += 2) {
    const size = bounds[range + 1] - bounds[range];
    memory.set(new Uint8Array(file, place, size), bounds[range]);
    place += size;
  }
  return memory;
}

function limitMemory() {
  const { grow } = WebAssembly.Memory.prototype;
  WebAssembly.Memory.prototype.grow = function (pages) {
    if (this.buffer.byteLength + pages * 65536 > MOST_MEMORY) throw new RangeError("too much memory");
    return grow.call(this, pages);
  };
}

// Takes away everything that leads out of this worker, and everything that makes code of text. Whoever
// finds a way from Python to JavaScript finds an empty world.
function shutWorld() {
  const made = [function () {}, async function () {}, function* () {}, async function* () {}];
  for (const one of made) {
    Object.defineProperty(Object.getPrototypeOf(one), "constructor", { value: undefined });
  }
  const end = EventTarget.prototype;
  // The port needs these as well, so they are only hidden.
  for (const name of Object.getOwnPropertyNames(end)) self[name] = undefined;
  for (let place = self; place !== end; place = Object.getPrototypeOf(place)) {
    for (const name of Object.getOwnPropertyNames(place)) {
      // What can be neither deleted nor set is a number like `TEMPORARY`.
      if (KEPT.has(name) || name in end) continue;
      Reflect.deleteProperty(place, name) || Reflect.set(place, name, undefined);
    }
  }
}
