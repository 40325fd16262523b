// A page with nothing but a place to write, for the journeys of the editor: what components/editor.rs
// puts around it, without the app. It is not part of the release.
const make = (tag, attributes, text = "") => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.textContent = text;
  return element;
};

const STARTER = "def is_palindrome(text: str) -> bool:\n    ...";
const field = make("textarea", { class: "typed", rows: 6, wrap: "off", "data-testid": "editor", "aria-label": "Your solution" });
field.value = STARTER;
const place = make("div", { class: "editor" });
place.append(field);
const runs = make("output", { "data-testid": "runs" });
document.querySelector("main").replaceChildren(make("h1", {}, "A desk"), place, runs);
document.getElementById("shell").removeAttribute("id");

// A journey that brings the editor itself says so before.
const address = new URL(document.querySelector("meta[name=app]").dataset.editor, document.baseURI);
const bring = () => import(address).then(({ mount }) => {
  const told = [];
  const onRun = () => { runs.textContent += "run "; };
  const surface = mount(field, (text) => told.push(text), onRun);
  const button = (name, act, testid) => {
    const key = make("button", { type: "button", class: "quiet", "data-testid": testid }, name);
    key.addEventListener("mousedown", (event) => event.preventDefault());
    key.addEventListener("click", act);
    place.append(key);
  };
  button("Begin again", () => surface.set(STARTER), "begin-again");
  button("Tab", () => surface.insert("\t"), "key");
  for (const key of ["[", "_", "]", ":", "\""]) button(key, () => surface.insert(key), "key");
  button("Undo", () => surface.undo(), "key");
  window.desk = { told };
});
if (window.waits) window.bring = bring;
else addEventListener("load", bring);
