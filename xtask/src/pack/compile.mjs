// Makes the standard library of the pack inside the Python that will run it, see compile.py, and a
// lock file that knows no packages besides.
//
// usage: node compile.mjs <folder of the npm package pyodide> <list of what to drop> <folder of the pack> <own file>...

import { readFile, writeFile } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const [, , folder, list, target, ...own] = process.argv;
const here = dirname(fileURLToPath(import.meta.url));
const text = (path) => readFile(path, "utf8");

const lines = (await text(list)).split("\n");
const dropped = lines.filter((line) => line !== "" && !line.startsWith("#"));
const files = {};
for (const path of own) files[basename(path)] = await text(path);

const { loadPyodide } = await import(pathToFileURL(`${folder}/pyodide.mjs`));
// What is compiled then knows lines and no columns: nobody sees the text that they would point into.
const env = { PYTHONNODEBUGRANGES: "1" };
const python = await loadPyodide({ indexURL: folder, env });
python.FS.writeFile("compile.py", await text(`${here}/compile.py`));
const pack = python.runPython("from compile import pack; pack");
const [droppedList, ownFiles] = [python.toPy(dropped), python.toPy(files)];
await writeFile(`${target}/python_stdlib.zip`, pack(droppedList, ownFiles).toJs());

const { info } = JSON.parse(await text(`${folder}/pyodide-lock.json`));
await writeFile(`${target}/lock.mjs`, `export default ${JSON.stringify({ info, packages: {} })};\n`);
