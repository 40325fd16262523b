// Python in a worker: boots it, shuts the ways out, and then answers tasks until it is terminated.
//
// The page sends one message with a port, and everything else goes through that port. No program can
// reach it: it is held by the functions below and by nothing that Python sees. What is said is
// ["loaded", bytes], ["ready", snapshot or null], ["answer", text], ["lost"], ["failed", why].
// It keeps no time: the page ends a worker that says nothing for too long.

import lockFileContents from "./lock.mjs";
import createPyodideModule from "./pyodide.asm.mjs";
import { loadPyodide } from "./pyodide.mjs";

const FOLDER = new URL(".", import.meta.url);
const CACHES = "pydrill-python-";
const CACHE = CACHES + FOLDER.pathname.split("/").at(-2);

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

async function begin({ port, snapshot }) {
  const tell = port.postMessage.bind(port);
  try {
    limitMemory();
    const python = snapshot ? await restored(snapshot, tell) : await booted(tell);
    const answer = python.runPython("from shut import settled, shut; settled()");
    // Before anything has run, so that every start from it is a fresh one.
    const made = snapshot ? null : taken(python);
    python.runPython("shut()");
    port.onmessage = ({ data }) => {
      let text;
      try {
        text = answer(data);
      } catch {
        // Programs' own errors are in the text. This is the end of the interpreter.
        return tell(["lost"]);
      }
      tell(["answer", text]);
    };
    shutWorld();
    tell(["ready", made], made ? [made.buffer] : []);
  } catch (error) {
    // What was kept may be what is broken.
    await self.caches?.delete(CACHE).catch(() => false);
    tell(["failed", String(error?.message ?? error)]);
  }
}

async function booted(tell) {
  const python = await start(tell, { _makeSnapshot: true });
  python.runPython("import sys; sys.path.append('/lib/python314.zip/pydrill')");
  return python;
}

// A start from memory as it was after the first one. Pyodide does not document it, so that it may
// fail where the other does not.
async function restored(snapshot, tell) {
  try {
    return await start(tell, { _loadSnapshot: snapshot });
  } catch {
    return booted(tell);
  }
}

function taken(python) {
  try {
    return python.makeMemorySnapshot();
  } catch {
    return null;
  }
}

async function start(tell, options) {
  const files = await Promise.all(["pyodide.asm.wasm", "python_stdlib.zip"].map((name) => provided(name, tell)));
  const responses = new Map(files);
  const fetchAnything = self.fetch;
  self.fetch = (address, ...rest) => responses.get(String(address)) ?? fetchAnything(address, ...rest);
  try {
    return await loadPyodide({
      indexURL: FOLDER.href,
      lockFileContents,
      createPyodideModule,
      jsglobals: Object.create(null),
      env: { HOME: "/home/python" },
      stdin: () => null,
      stdout() {},
      stderr() {},
      ...options,
    });
  } finally {
    self.fetch = fetchAnything;
  }
}

// A file of the pack: the one that was kept, or else from the network, and then it is kept. Kept files
// outlive those in the browser's own cache, and are there without a network.
async function provided(name, tell) {
  const address = new URL(name, FOLDER).href;
  const cache = await opened();
  const kept = await cache?.match(address);
  if (kept) return [address, kept];
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
  return [address, whole];
}

// The files of this version, and no longer those of others. Some browsers deny it to private windows.
async function opened() {
  try {
    for (const name of await caches.keys()) {
      if (name.startsWith(CACHES) && name !== CACHE) await caches.delete(name);
    }
    return await caches.open(CACHE);
  } catch {
    return null;
  }
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
