// Tells the test's server what the page complains about. It runs before anything else in the page and
// is not part of the release.
(() => {
  const tell = (text) => {
    // Not asynchronous: a page that is about to be left would not send it.
    const request = new XMLHttpRequest();
    request.open("POST", "__complaints", false);
    try {
      request.send(text);
    } catch {
      // The host is gone, and with it the one who would hear.
    }
  };
  addEventListener("error", ({ message, target }) => {
    tell(message ? `error: ${message}` : `cannot load ${target.src ?? target.href}`);
  }, true);
  // WebKit and Firefox break off what a page still loads when it is about to be left, and tell the page.
  let isLeft = false;
  addEventListener("beforeunload", () => (isLeft = true));
  addEventListener("unhandledrejection", ({ reason }) => {
    const isBrokenOff = /^(Load failed|NetworkError .*|The operation was aborted. ?)$/.test(reason?.message);
    if (!isLeft || !isBrokenOff) tell(`unhandled: ${reason}`);
  });
  addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile }) => {
    tell(`policy: ${violatedDirective} forbids ${blockedURI} in ${sourceFile}`);
  });
  for (const level of ["error", "warn"]) {
    const original = console[level];
    console[level] = (...said) => {
      tell(`console.${level}: ${said.join(" ")}`);
      original.apply(console, said);
    };
  }
})();
