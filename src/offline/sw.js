// The service worker: keeps one whole build of the app, so that it opens without a network.
//
// Workbox puts all files of a build into the cache or none of them; xtask/src/offline.rs writes the list
// of them, and the name of the build, into this file. A newer build waits beside the present one until the
// page says that the person agrees. What stays out of that list is kept when it is first asked for: the
// static pages, and Python. Requests that are not for files of this app are left alone: other sites may
// share the origin, and the caches bear the path of this one in their names.

import { PrecacheController } from "workbox-precaching/PrecacheController.js";

const HERE = new URL(self.registration.scope).pathname;
const FILES = self.__WB_MANIFEST;

// Files of older builds stay in there as long as a page may ask for them.
const APP = `pydrill-app ${HERE}`;
// Static pages have no hash in their names: each build has its own.
const PAGES = `pydrill-pages ${HERE} `;
const OWN_PAGES = PAGES + BUILD;

// The page names all that it loads at once, with hashes. Where a host has the new worker already and
// still the old page, nothing is kept, and the next visit tries again.
const whole = {
  async cacheWillUpdate({ request, response }) {
    if (!response.ok) return null;
    if (!new URL(request.url).pathname.endsWith("/index.html")) return response;
    const page = await response.clone().text();
    const named = FILES.filter(({ url }) => /^[^/]+\.(css|js|wasm)$/.test(url));
    return named.every(({ url }) => page.includes(url)) ? response : null;
  },
};

const app = new PrecacheController({ cacheName: APP, plugins: [whole] });
app.addToCacheList(FILES);

self.addEventListener("install", (event) => app.install(event));

self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("message", (event) => {
  if (event.data === "take over") self.skipWaiting();
  else if (Array.isArray(event.data)) event.waitUntil(greet(event.source, event.data));
});

// The page that speaks is of this build when all that it may still load is. It may be older: Safari lets a
// new worker take over when the only page is loaded again, while the old one still answers for it.
function greet(page, mayLoad) {
  if (mayLoad.every((url) => app.getCacheKeyForURL(url))) return tidy(page);
  page.postMessage("newer");
}

// When no other page is open, nobody needs the files of older builds any more. Those of a newer one, which
// waits, are in the same cache.
async function tidy(asking) {
  if (self.registration.installing || self.registration.waiting) return;
  const open = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const others = open.filter(({ id, url }) => id !== asking.id && new URL(url).pathname.startsWith(HERE));
  if (others.length > 0) return;
  const own = new Set(app.getURLsToCacheKeys().values());
  const cache = await caches.open(APP);
  for (const request of await cache.keys()) {
    if (!own.has(request.url)) await cache.delete(request);
  }
  for (const name of await caches.keys()) {
    if (name.startsWith(PAGES) && name !== OWN_PAGES) await caches.delete(name);
  }
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin || !url.pathname.startsWith(HERE)) return;
  const path = url.pathname.slice(HERE.length);
  if (request.mode === "navigate") {
    if (path === "" || path === "index.html") event.respondWith(kept("index.html", request));
    else if (/^[qtk]\//.test(path)) event.respondWith(page(event, path));
  } else if (path.startsWith("python/")) {
    event.respondWith(python(event));
  } else if (/^((editor|offline|pages|parts)\/)?[^/]+\.[a-z]+$/.test(path)) {
    event.respondWith(kept(request.url, request));
  }
});

// A file of this build, or of an older one of which a page is open; any other comes from the host.
async function kept(url, request) {
  const cache = await caches.open(APP);
  return (await cache.match(app.getCacheKeyForURL(url) ?? url)) ?? fetch(request);
}

// What the app calls that which the folder of a page is about.
const SCREENS = { q: "question", t: "topic", k: "track" };

// The page of a question, a topic or a track, kept when it was opened once. Without a network the app shows
// the same in its own way.
async function page(event, path) {
  const cache = await caches.open(OWN_PAGES);
  const here = await cache.match(event.request.url, { ignoreSearch: true });
  if (here) return here;
  try {
    // Not from the browser's own cache, where it may be that of an older build.
    const fresh = { cache: "no-cache", redirect: "manual" };
    return keep(event, cache, await fetch(event.request.url, fresh));
  } catch {
    const [folder, name] = path.split("/");
    return Response.redirect(`${HERE}#/${name ? `${SCREENS[folder]}/${name}` : "questions"}`);
  }
}

// A file of the Python pack. Its worker keeps the large ones itself, in the same cache.
async function python(event) {
  const { url } = event.request;
  const cache = await caches.open(`pydrill-python ${new URL(".", url).pathname}`);
  const file = await cache.match(url);
  if (file) return file;
  const response = await fetch(event.request);
  return /js$/.test(url) ? keep(event, cache, response) : response;
}

// There may be no room. Then it comes from the host the next time.
function keep(event, cache, response) {
  if (response.ok) event.waitUntil(cache.put(event.request.url, response.clone()).catch(() => {}));
  return response;
}
