// Runs before the first paint, and watches over the start and the life of the app.
//
// It sets the theme, so that a dark page does not flash white, says what the shell in index.html is to
// show, and shows one of the sentences there when the app cannot be loaded or has stopped. Old syntax on
// purpose: it must run where the app cannot. It keeps nothing and writes nothing.

(function () {
  "use strict";

  var root = document.documentElement;
  var repairs = false;
  var isLeft = false;

  // The same values as in browser.rs.
  function showTheme(theme) {
    root.dataset.theme = theme;
    if (theme !== "system") {
      var media = theme === "dark" ? "screen" : "not all";
      document.getElementById("dark").media = media;
      document.getElementById("dark-bars").media = media;
    }
  }

  function saved() {
    try {
      return JSON.parse(localStorage.getItem("pydrill.settings")) || {};
    } catch (unreadable) {
      return {};
    }
  }

  // Home has a plan for whoever has answered or set a day, as home.rs decides it.
  function hasBegun(interview) {
    try {
      return interview || /(^|\n)pydrill\.(log\.|progress(\n|$))/.test(Object.keys(localStorage).join("\n"));
    } catch (blocked) {
      return false;
    }
  }

  function show(id) {
    var notice = document.getElementById(id);
    if (notice) notice.hidden = false;
  }

  function isLoading() {
    return document.getElementById("shell") !== null;
  }

  // Before the app is there, any error means that it will not come. Afterwards only an error of the
  // Wasm itself means that it has stopped.
  function watch(error) {
    var trap = window.WebAssembly && error instanceof WebAssembly.RuntimeError;
    if (trap) stop();
    else if (isLoading()) setTimeout(repair, isLeft ? 3000 : 0);
  }

  // Safari and Firefox break off what a page still loads when it is about to be left. Mostly it is gone
  // before it could be repaired.
  function leave() {
    isLeft = true;
  }

  // An old page from some cache asks for files that the host no longer has. Once, on a page that was not
  // loaded again already, it lets go of what is kept and takes the page that the host has now.
  function repair() {
    var entries = window.performance && performance.getEntriesByType && performance.getEntriesByType("navigation");
    if (repairs) return;
    if (!window.fetch || !entries || !entries[0] || entries[0].type === "reload") return fail();
    repairs = true;
    fetch("?" + Date.now(), { cache: "no-store" })
      .then(function (page) { return page.ok ? letGo() : Promise.reject(page); })
      .then(function () { location.reload(); }, fail);
  }

  function letGo() {
    var worker = navigator.serviceWorker;
    return worker && worker.getRegistration().then(function (mine) {
      // One of another site may reach to here.
      if (!mine || mine.scope !== new URL(".", location.href).href) return null;
      return caches.delete("pydrill-app " + new URL(mine.scope).pathname).then(function () { return mine.unregister(); });
    });
  }

  function fail() {
    root.dataset.app = "failed";
    show("failed");
  }

  function stop() {
    root.dataset.app = "stopped";
    show("stopped");
    var frame = document.querySelector(".frame");
    if (frame) frame.inert = true;
    document.getElementById("stopped").focus();
  }

  var settings = saved();
  showTheme(settings.theme === "dark" || settings.theme === "light" ? settings.theme : "system");
  if (/^#\/./.test(location.hash)) root.dataset.shell = "other";
  else if (hasBegun(settings.interview)) root.dataset.shell = "begun";

  // Captured, because errors of loading a script do not bubble.
  window.addEventListener("error", function (event) { watch(event.error); }, true);
  window.addEventListener("unhandledrejection", function (event) { watch(event.reason); });
  window.addEventListener("beforeunload", leave);

  document.addEventListener("DOMContentLoaded", function () {
    document.addEventListener("click", function (event) {
      if (event.target.closest("[data-reload]")) location.reload();
    });
    var able = typeof WebAssembly === "object" && "noModule" in HTMLScriptElement.prototype;
    if (!able) fail();
    setTimeout(function () {
      if (isLoading()) show("slow");
      // Firefox keeps no page for the way back that listens to this.
      else window.removeEventListener("beforeunload", leave);
    }, 6000);
  });
})();
