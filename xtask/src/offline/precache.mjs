// Writes the list of the files of a release into the service worker, by Workbox: those that are kept all
// or none. What stays out is kept when it is asked for, see src/offline/sw.js.
//
// usage: node precache.mjs <the bundled worker> <folder of the release>

import { injectManifest } from "workbox-build";

const [, , worker, dist] = process.argv;
const { warnings } = await injectManifest({
  swSrc: worker,
  swDest: `${dist}/sw.js`,
  globDirectory: dist,
  globPatterns: [
    "index.html", "everything.json", "app.webmanifest", "icon.svg",
    "*.{css,js,wasm}", "editor/*.js", "offline/*.js", "pages/*.{css,js}", "parts/*.wasm",
  ],
  globIgnores: ["sw.js"],
  // A hash in the name stands for what is inside: such a file is not asked for twice.
  dontCacheBustURLsMatching: /-[0-9a-f]{13,16}[._]|^(editor|offline)\/[0-9A-Z]{8}\.js$/,
  maximumFileSizeToCacheInBytes: 16 * 1024 * 1024,
});
if (warnings.length > 0) throw new Error(warnings.join("\n"));
