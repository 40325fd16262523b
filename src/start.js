// Starts the app. Trunk names the files to load in <meta name="app">, because their names hold hashes. The
// release has this script in its page, see xtask/src/slim.rs.
//
// What fails here is left to boot.js, which hears of it. That is why nothing is awaited at the top of
// the module: WebKit tells nobody when that fails.

const app = document.querySelector('meta[name="app"]').dataset;
// The shell is painted first, because starting the app keeps the page busy. What nobody sees is not painted.
if (document.hidden) start();
else requestAnimationFrame(() => setTimeout(start));

function start() {
  // Asked for now, so that it comes together with the script.
  const wasm = fetch(new URL(app.wasm, document.baseURI));
  import(new URL(app.script, document.baseURI))
    .then(({ default: init }) => init({ module_or_path: wasm }))
    .then(() => setTimeout(keep, 2000));
}

// The first seconds belong to the person. Without it the app works as before, but not without a network.
function keep() {
  import(new URL(app.offline, document.baseURI)).catch(() => {});
}
