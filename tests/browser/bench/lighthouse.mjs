// Runs Lighthouse so many times on each page, one run after the other in one browser, and prints what it
// measured as one line of JSON. As a phone, which is how Lighthouse measures unless it is told otherwise.
// usage: node lighthouse.mjs CHROMIUM TIMES URL...
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const [chromePath, times, ...pages] = process.argv.slice(2);
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const TIMINGS = ["first-contentful-paint", "largest-contentful-paint", "cumulative-layout-shift", "total-blocking-time"];
// On a busy machine a page now and then paints nothing while it is watched.
const TRIES = 3;

const browser = await launch({
  chromePath,
  // Chromium refuses its sandbox to root, which is who measures in a container.
  chromeFlags: ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage"],
  logLevel: "silent",
});
try {
  const measured = [];
  for (const page of pages) {
    const runs = [];
    for (let run = 0; run < Number(times); run += 1) runs.push(await measure(page));
    measured.push(runs);
  }
  console.log(JSON.stringify(measured));
} finally {
  browser.kill();
}

async function measure(page) {
  let why = "";
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const { lhr } = await lighthouse(page, {
      port: browser.port,
      logLevel: "silent",
      onlyCategories: CATEGORIES,
      disableFullPageScreenshot: true,
    });
    if (!lhr.runtimeError) return told(lhr);
    why = lhr.runtimeError.message;
  }
  throw new Error(`${page}: ${why}`);
}

// Scores of 0 to 100, milliseconds, and the rules that the page does not keep.
function told({ categories, audits }) {
  const scores = CATEGORIES.map((name) => Math.round(categories[name].score * 100));
  const judged = CATEGORIES.slice(1).flatMap((name) => categories[name].auditRefs);
  const broken = judged.filter(({ id, weight }) => {
    const { score } = audits[id];
    return weight > 0 && score !== null && score < 1;
  });
  return [[...scores, ...TIMINGS.map((id) => audits[id].numericValue)], broken.map(({ id }) => id)];
}
