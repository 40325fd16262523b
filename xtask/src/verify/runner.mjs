// Runs tasks in the Python that the app ships, one interpreter for each hash seed, and answers them.
//
// usage: node runner.mjs <folder of the pack> <file.py>...
// A line of standard input is `<seed> <task as JSON>`, a line of standard output its answer. It judges
// nothing and knows no time limits: whoever started it ends it when it does not answer.

import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const [, , folder, ...files] = process.argv;
const { loadPyodide } = await import(pathToFileURL(`${folder}/pyodide.mjs`));
const { default: lockFileContents } = await import(pathToFileURL(`${folder}/lock.mjs`));
const interpreters = new Map();

async function interpreter(seed) {
  if (!interpreters.has(seed)) {
    const env = { PYTHONHASHSEED: seed, HOME: "/home/pyodide" };
    // What a program writes past `sys.stdout` must not look like an answer.
    const nowhere = () => {};
    const python = await loadPyodide({
      indexURL: folder,
      // As in worker.js: no packages, and nothing of this process.
      lockFileContents,
      jsglobals: Object.create(null),
      env,
      stdout: nowhere,
      stderr: nowhere,
    });
    for (const file of files) {
      python.FS.writeFile(basename(file), await readFile(file));
    }
    interpreters.set(seed, python.runPython("from runner import answer; answer"));
  }
  return interpreters.get(seed);
}

for await (const line of createInterface({ input: process.stdin })) {
  const gap = line.indexOf(" ");
  try {
    const answer = await interpreter(line.slice(0, gap));
    process.stdout.write(`${answer(line.slice(gap + 1))}\n`);
  } catch (error) {
    // Only a broken interpreter comes here, and its stack is a megabyte of minified code.
    console.error(error.message);
    process.exit(1);
  }
}
