// The page's side of working without a network: registers the service worker, says when a newer build
// is ready, and keeps everything when the person asks for it. Also the card that tells how to put the app
// on the home screen of an iPhone.
//
// start.js loads it some seconds after the app has come, and src/offline.rs for Settings. It interrupts
// nothing: what it has to say stands on pages where nobody is in the middle of a question.

const worker = navigator.serviceWorker;
const HOME_SCREEN = "pydrill.home-screen";
const HOUR = 60 * 60 * 1000;

let registration = null;
// Whether a newer build is there that the person has not put off, and whether they have agreed to it.
let isNewer = false;
let isAgreed = false;
let isCardHidden = false;

const isQuiet = () => /^(#?|#\/(settings|result|topic\/.*)?)$/.test(location.hash);
const isHome = () => /^(#\/?)?$/.test(location.hash);

function address(path) {
  return new URL(path, document.baseURI).href;
}

async function register() {
  try {
    registration = await worker.register(address("sw.js"));
  } catch {
    // Private windows may deny it, and a host may not have it. The app works with a network as before.
    return;
  }
  let isControlled = worker.controller !== null;
  const offerOnce = (waiting) => {
    // The first one of all has nobody to wait for.
    if (waiting?.state === "installed" && registration.active) offer();
  };
  offerOnce(registration.waiting);
  // It may have been on its way before this script came.
  const follow = (coming) => coming?.addEventListener("statechange", () => offerOnce(coming));
  follow(registration.installing);
  registration.addEventListener("updatefound", () => follow(registration.installing));
  worker.addEventListener("controllerchange", () => {
    if (isAgreed) location.reload();
    // Another tab has agreed. This one goes on as it is, with the files of its own build.
    else if (isControlled) offer();
    isControlled = true;
  });
  let asked = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible" || Date.now() - asked < HOUR) return;
    asked = Date.now();
    registration.update().catch(() => {});
  });
  worker.addEventListener("message", ({ data }) => data === "newer" && offer());
  const { script, wasm, editor, offline } = document.querySelector("meta[name=app]").dataset;
  worker.controller?.postMessage([script, wasm, editor, offline].map(address));
}

function offer() {
  isNewer = true;
  look();
}

function putOff() {
  isNewer = false;
  look();
}

function renew() {
  isAgreed = true;
  const waiting = registration.waiting;
  if (waiting) waiting.postMessage("take over");
  else location.reload();
}

/** Shows what is to be said on this page, and nothing else. */
function look() {
  show("newer", isNewer && isQuiet(), NEWER, [["Use it now", renew], ["Later", putOff]]);
  show("home-screen", asksForHomeScreen(), ON_HOME_SCREEN, [["Hide this", hideCard]]);
}

// Only there a page knows whether it stands on the home screen.
function asksForHomeScreen() {
  if (isCardHidden || navigator.standalone !== false || !isHome()) return false;
  try {
    // Not to someone who has just come.
    const hasAnswered = Object.keys(localStorage).some((key) => key.startsWith("pydrill.log."));
    return hasAnswered && localStorage.getItem(HOME_SCREEN) === null;
  } catch {
    return false;
  }
}

function hideCard() {
  try {
    localStorage.setItem(HOME_SCREEN, "hidden");
  } catch {
    // It is shown again the next time.
  }
  isCardHidden = true;
  look();
}

function show(id, isWanted, lines, buttons) {
  const present = document.getElementById(id);
  if (!isWanted) {
    const hadFocus = present?.contains(document.activeElement);
    present?.remove();
    // The keyboard goes on with the page.
    if (hadFocus) document.querySelector("main h1")?.focus();
  }
  if (!isWanted || present) return;
  const card = element("section", { id, className: "banner", role: "status" });
  card.dataset.testid = id;
  card.append(...lines.map((line) => element("p", { textContent: line })));
  const actions = element("div", { className: "actions" });
  for (const [textContent, onclick] of buttons) {
    const button = element("button", { type: "button", className: "quiet", textContent });
    button.addEventListener("click", onclick);
    actions.append(button);
  }
  card.append(actions);
  document.querySelector(".notices")?.append(card);
}

function element(name, properties) {
  return Object.assign(document.createElement(name), properties);
}

const NEWER = ["A new version of Pydrill is ready. Your answers stay as they are."];
const ON_HOME_SCREEN = [
  "Pydrill can stand on your home screen and open without a network: tap the Share button, then “Add to Home Screen”.",
  "There it begins with a storage of its own, which is empty. Save a backup in Settings first, and add it there.",
];

/**
 * What is still missing to have everything without a network: `["none"]` where nothing can be kept,
 * `["app"]` while the app itself is on its way, `["keeping"]` while it is being kept, else
 * `["files", bytes as they are sent, bytes as they are kept, number of files]`.
 */
export async function missing() {
  if (!worker || !self.caches) return ["none"];
  await registered;
  if (!registration) return ["none"];
  if (!worker.controller) return ["app"];
  if (keeping) return ["keeping"];
  try {
    const files = await missingFiles();
    return ["files", sum(files, "sent"), sum(files, "bytes"), files.length];
  } catch {
    return ["none"];
  }
}

/**
 * Keeps everything that is missing, and tells each tenth of the way. How it ended: `all`, `full` when
 * there is no room, `lost` when a file did not come. What has come stays. Asked again on the way, it goes
 * on, and tells the one who asked last.
 */
export function keepAll(tell) {
  heard = tell;
  keeping ??= keepMissing().finally(() => (keeping = null));
  return keeping;
}

let keeping = null;
let heard = null;

async function keepMissing() {
  try {
    const files = await missingFiles();
    const total = sum(files, "bytes");
    if (await isTooMuch(total)) return "full";
    let come = 0;
    let told = 0;
    for (const { url, cacheName } of files) {
      const response = await fetch(url, { cache: "no-cache" });
      if (!response.ok) return "lost";
      const count = new TransformStream({
        transform(chunk, out) {
          come += chunk.length;
          const tenths = Math.floor((10 * come) / total);
          if (tenths > told && tenths < 10) heard((told = tenths));
          out.enqueue(chunk);
        },
      });
      // A worker has the policy of its own file.
      const headers = new Headers();
      for (const name of ["Content-Type", "Content-Security-Policy"]) {
        if (response.headers.has(name)) headers.set(name, response.headers.get(name));
      }
      const whole = new Response(response.body.pipeThrough(count), { headers });
      await (await caches.open(cacheName)).put(url, whole);
    }
    return "all";
  } catch (error) {
    return error.name === "QuotaExceededError" ? "full" : "lost";
  }
}

async function missingFiles() {
  const { python, pages, revision } = await (await fetch(address("everything.json"))).json();
  const path = new URL(registration?.scope ?? address("./")).pathname;
  const pagesIn = `pydrill-pages ${path} ${revision}`;
  const files = [...python, ...pages].map(([name, sent, bytes]) => {
    const url = address(name);
    const cacheName = name.startsWith("python/") ? `pydrill-python ${new URL(".", url).pathname}` : pagesIn;
    return { url, cacheName, sent, bytes };
  });
  const here = await Promise.all(files.map(({ url, cacheName }) => caches.match(url, { cacheName })));
  return files.filter((_, place) => !here[place]);
}

function sum(files, what) {
  return files.reduce((total, file) => total + file[what], 0);
}

// Where the browser does not say, one finds out by trying.
async function isTooMuch(bytes) {
  const { quota, usage } = (await navigator.storage?.estimate?.()) ?? {};
  return quota !== undefined && quota - usage < bytes;
}

window.addEventListener("hashchange", look);
look();
const registered = worker && register();
