// Finds the page that an old or mistyped address meant. It stands in 404.html, which a host shows at any
// depth, so first it finds where the site begins. It writes nothing but text and addresses of the site.
(async () => {
  const known = JSON.parse(document.getElementById("known").textContent);
  const folders = ["q", "t", "k", "anki"];

  // "/pydrill/q/glli/" has the parts pydrill, q and glli.
  const parts = location.pathname.split("/").filter(Boolean);
  const names = parts.map((part) => {
    try { part = decodeURIComponent(part); } catch { /* It stays as it is. */ }
    return part.toLowerCase().replace(/\.(html?|md)$/, "").replace(/[\s_.]+/g, "-").replace(/[^a-z0-9-]/g, "");
  }).filter((name) => name && name !== "index");
  const wanted = names.at(-1) ?? "";

  // Where the site begins: told when it was built, or before the first folder of ours, or where our style is.
  const root = async () => {
    if (known.root) return known.root;
    const at = parts.findLastIndex((part) => folders.includes(part));
    const above = (count) => "/" + parts.slice(0, count).map((part) => part + "/").join("");
    if (at >= 0) return above(at);
    for (let count = parts.length - 1; count > 0; count--) {
      const found = await fetch(above(count) + known.style, { method: "HEAD" }).catch(() => null);
      if (found?.ok) return above(count);
    }
    return "/";
  };

  // How many letters have to be put in, left out, changed or swapped with their neighbour.
  const distance = (a, b) => {
    let [before, last] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)];
    for (let i = 1; i <= a.length; i++) {
      const row = [i];
      for (let j = 1; j <= b.length; j++) {
        const same = a[i - 1] === b[j - 1];
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
      [before, last] = [last, row];
    }
    return last[b.length];
  };

  // 0 for the same; a page of which every word is in the address, or the other way round, comes after
  // those with few slips.
  const strangeness = (name) => {
    const slips = distance(wanted, name);
    if (slips <= Math.max(1, Math.floor(Math.min(wanted.length, name.length) / 3))) return slips;
    const [some, all] = [wanted.split("-"), name.split("-")];
    const shared = some.filter((word) => word.length > 2 && all.includes(word)).length;
    return shared > 0 ? 100 - 10 * shared + Math.abs(some.length - all.length) : Infinity;
  };

  const base = await root();
  const link = (path, text) => {
    const made = document.createElement("a");
    made.href = base + path;
    made.textContent = text;
    return made;
  };

  const present = Object.hasOwn(known.renamed, wanted) ? known.renamed[wanted] : wanted;
  const exact = known.pages.find(([path]) => path === `q/${present}/`) ??
    known.pages.find(([path]) => path.split("/")[1] === wanted);
  // A file that is missing although it should be there would be asked for again and again.
  if (exact && base + exact[0] !== location.pathname) {
    location.replace(base + exact[0]);
    return;
  }

  if (!known.root) {
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = base + known.style;
    document.head.append(style);
    document.getElementById("ways").replaceChildren(link("q/", "All questions"), " · ", link("", "Pydrill"));
  }
  const near = known.pages.map(([path, title]) => ({ path, title, far: strangeness(path.split("/")[1]) }))
    .filter(({ far }) => wanted && far < Infinity)
    .sort((a, b) => a.far - b.far)
    .slice(0, 3);
  if (near.length > 0) {
    const meant = document.getElementById("meant");
    for (const { path, title } of near) {
      const row = document.createElement("li");
      row.className = "topic-row";
      row.append(link(path, title));
      meant.querySelector("ul").append(row);
    }
    meant.hidden = false;
  }
})();
