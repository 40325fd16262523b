// Puts the theme that was chosen in the app on a page that is read without it, before it is painted: a script
// waits for the style sheet before it. Without it the system decides. It stands in each page, and writes nothing.

(function () {
  "use strict";

  var theme;
  try {
    theme = JSON.parse(localStorage.getItem("pydrill.settings")).theme;
  } catch (unreadable) {
    return;
  }
  if (theme !== "dark" && theme !== "light") return;

  // The same values as in boot.js.
  var media = theme === "dark" ? "screen" : "not all";
  var isOfSystem = function (text) { return text.indexOf("prefers-color-scheme") >= 0; };
  document.documentElement.dataset.theme = theme;
  document.querySelectorAll("meta[media]").forEach(function (bars) {
    if (isOfSystem(bars.getAttribute("media"))) bars.setAttribute("media", media);
  });
  function put() {
    for (var sheet of document.styleSheets) {
      for (var rule of sheet.cssRules) {
        if (rule.media && isOfSystem(rule.media.mediaText)) rule.media.mediaText = media;
      }
    }
  }
  put();
  // The page for lost addresses has its style sheet later.
  document.addEventListener("load", put, true);
})();
