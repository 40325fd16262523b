// The editor: CodeMirror 6 in place of a plain field, with the looks and the keys of this app.
//
// esbuild makes one file of it, which src/editor.rs loads when an exercise opens. It knows no exercise,
// keeps nothing, and takes what it looks like from style/tokens.css alone, so that the theme needs no
// word here.

import { closeBrackets, closeBracketsKeymap, insertBracket } from "@codemirror/autocomplete";
import {
  defaultKeymap, history, historyKeymap, indentLess, indentMore, isolateHistory, redo, undo,
} from "@codemirror/commands";
import { pythonLanguage } from "@codemirror/lang-python";
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { Annotation, EditorState } from "@codemirror/state";
import { EditorView, keymap, lineNumbers } from "@codemirror/view";
import { tagHighlighter, tags } from "@lezer/highlight";
import { StyleModule } from "style-mod";
import looks from "./editor.css";

/**
 * Puts the editor in place of a `<textarea>`: with its text, its caret, its focus and its names. All of
 * it happens in one turn, so that no key is lost. The field stays in the page, hidden.
 *
 * `onChange` hears each text that the person makes; `onRun` that the key for running was pressed.
 */
export function mount(field, onChange, onRun) {
  const hadFocus = document.activeElement === field;
  const { value, selectionStart, selectionEnd, selectionDirection, offsetHeight } = field;
  const [anchor, head] = selectionDirection === "backward"
    ? [selectionEnd, selectionStart]
    : [selectionStart, selectionEnd];
  const heard = EditorView.updateListener.of(({ docChanged, transactions, state }) => {
    const told = transactions.some((transaction) => transaction.annotation(fromOutside));
    if (docChanged && !told) onChange(state.doc.toString());
  });
  const view = new EditorView({
    doc: value,
    selection: { anchor, head },
    extensions: [heard, running(onRun), named(field), ...EXTENSIONS],
  });
  // Nothing below it moves.
  view.dom.style.minBlockSize = `${offsetHeight}px`;
  field.after(view.dom);
  field.hidden = true;
  if (hadFocus) view.focus();
  return surface(view);
}

/** What the app can do with the editor. */
function surface(view) {
  return {
    value: () => view.state.doc.toString(),
    set(text) {
      const all = { from: 0, to: view.state.doc.length, insert: text };
      // Taken back by itself, and not together with the letters before it.
      const annotations = [fromOutside.of(true), isolateHistory.of("full")];
      view.dispatch({ changes: all, annotations, scrollIntoView: true });
    },
    focus: () => view.focus(),
    /** As if typed: a bracket brings its other half, a tab indents. */
    insert(text) {
      view.focus();
      if (text === "\t") indent(view);
      else write(view, text);
    },
    undo: () => undo(view),
    redo: () => redo(view),
    destroy: () => view.destroy(),
  };
}

/** Marks what the app itself put into the editor, and need not be told. */
const fromOutside = Annotation.define();

function write(view, text) {
  view.dispatch(insertBracket(view.state, text) ?? typed(view.state, text));
}

function typed(state, text) {
  return state.update(state.replaceSelection(text), { userEvent: "input.type", scrollIntoView: true });
}

/** To the next of the columns that Python code stands in; selected lines as a whole. */
function indent(view) {
  const { main } = view.state.selection;
  if (!main.empty) return indentMore(view);
  const column = main.head - view.state.doc.lineAt(main.head).from;
  view.dispatch(typed(view.state, " ".repeat(WIDTH - (column % WIDTH))));
  return true;
}

/**
 * A letter typed over a selection. By themselves, Chromium and WebKit give it a `<span style>` like what
 * it replaces, which the security policy forbids and reports.
 */
function overwrite(event, view) {
  const alone = event.inputType === "insertText" && event.cancelable && !event.isComposing;
  if (!alone || !event.data || view.state.selection.main.empty) return false;
  write(view, event.data);
  return true;
}

/** After Escape, the next Tab leaves the editor; there is no hurry, but another key calls it off. */
function letGo(view) {
  view.setTabFocusMode(AN_HOUR);
  return true;
}

function running(onRun) {
  const run = () => { onRun(); return true; };
  return keymap.of([{ key: "Ctrl-Enter", run }, { key: "Cmd-Enter", run }]);
}

/** What the field is called, and how tests find it. */
function named(field) {
  const names = ["aria-label", "aria-describedby", "data-testid"];
  const has = names.filter((name) => field.hasAttribute(name));
  const attributes = Object.fromEntries(has.map((name) => [name, field.getAttribute(name)]));
  // It takes the focus in any case; this tells those who ask whether what scrolls here does.
  return EditorView.contentAttributes.of({ ...attributes, tabindex: "0" });
}

const WIDTH = 4;
const AN_HOUR = 3_600_000;

/** The letters of bank/src/compile/highlight.rs, so that code looks the same wherever it stands. */
const letters = tagHighlighter([
  { tag: [tags.keyword, tags.bool, tags.null, tags.operatorKeyword, tags.controlKeyword], class: "k" },
  { tag: [tags.definitionKeyword, tags.moduleKeyword, tags.modifier, tags.self], class: "k" },
  { tag: [tags.string, tags.special(tags.string), tags.escape], class: "s" },
  { tag: tags.number, class: "n" },
  { tag: tags.comment, class: "c" },
  { tag: [tags.definition(tags.variableName), tags.function(tags.definition(tags.variableName))], class: "d" },
  { tag: [tags.definition(tags.className), tags.standard(tags.variableName)], class: "d" },
]);

const EXTENSIONS = [
  lineNumbers(),
  history(),
  // Not `python()`, which would bring completion along: an interview has none.
  pythonLanguage,
  indentUnit.of(" ".repeat(WIDTH)),
  EditorState.tabSize.of(WIDTH),
  indentOnInput(),
  closeBrackets(),
  bracketMatching(),
  syntaxHighlighting(letters),
  keymap.of([
    { key: "Escape", run: letGo },
    { key: "Tab", run: indent, shift: indentLess },
    ...closeBracketsKeymap,
    ...historyKeymap,
    ...defaultKeymap,
  ]),
  EditorView.domEventHandlers({
    beforeinput: overwrite,
    // Escape is of no use to someone who has come back in the meantime.
    focus: (_, view) => { view.setTabFocusMode(false); },
  }),
];

const sheet = new CSSStyleSheet();

// CodeMirror would put its rules into a <style>, which the security policy forbids. A style sheet made
// by a script is no inline style; a layer keeps it from overruling the app's own.
StyleModule.mount = (root, modules) => {
  if (root.adoptedStyleSheets.includes(sheet)) return;
  const rules = modules.map((module) => module.getRules()).join("\n");
  sheet.replaceSync(`@layer editor { @layer parts { ${rules} } ${looks} }`);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
};
