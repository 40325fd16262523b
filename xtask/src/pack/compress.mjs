// Puts a `.br` and a `.gz` beside each file, as hosts that serve compressed files want them.
//
// usage: node compress.mjs <folder of earlier packs> <file>...
// Brotli at its best takes a minute for the Wasm, so what an earlier pack has compressed is taken over.

import { copyFile, readFile, readdir, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const [, , before, ...files] = process.argv;
const earlier = await readdir(before).catch(() => []);

async function compress(path) {
  const bytes = await readFile(path);
  if (await takenOver(path, bytes)) return;
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(bytes, { params }),
    promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION }),
  ]);
  await Promise.all([writeFile(`${path}.br`, br), writeFile(`${path}.gz`, gz)]);
}

async function takenOver(path, bytes) {
  for (const pack of earlier) {
    const same = `${before}/${pack}/${basename(path)}`;
    try {
      if (!bytes.equals(await readFile(same))) continue;
      await copyFile(`${same}.br`, `${path}.br`);
      await copyFile(`${same}.gz`, `${path}.gz`);
      return true;
    } catch {
      // It was never finished.
    }
  }
  return false;
}

await Promise.all(files.map(compress));
