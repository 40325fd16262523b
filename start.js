// Starts the app. Trunk names the two files to load in <meta name="app">, because their names hold
// hashes; an inline script, which is what Trunk would write, needs a hole in the security policy.

const { script, wasm } = document.querySelector('meta[name="app"]').dataset;
const { default: init } = await import(new URL(script, document.baseURI));
await init({ module_or_path: new URL(wasm, document.baseURI) });
