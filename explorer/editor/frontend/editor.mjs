// @ts-check
// A Cypher editor. It shows the text from Python, and replaces its content only when Python sends another text. The
// edited text is reported after a pause, when the editor loses the focus, and before it is run with Ctrl+Enter.

import { completions } from "./completion.mjs";
import {
  autocompletion,
  bracketMatching,
  classHighlighter,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
  cypher,
  defaultKeymap,
  drawSelection,
  EditorState,
  EditorView,
  history,
  historyKeymap,
  keymap,
  lineNumbers,
  StreamLanguage,
  setDiagnostics,
  syntaxHighlighting,
} from "./vendor/codemirror.min.mjs";

const PAUSE = 400; // milliseconds without typing before the text is reported
/** @type {WeakMap<Element, Editor>} */
const editors = new WeakMap();

/** @typedef {Component<Messages.EditorData, Messages.EditorTriggers, Messages.EditorStates>} Call */

class Editor {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  timer;
  /** @type {string | undefined} */
  last; // the text that was last reported

  /**
   * @param {Element} place
   * @param {Call} call
   */
  constructor(place, call) {
    const { data } = call;
    this.call = call;
    this.told = new Set([data.text]);
    this.inserted = data.insertion?.n; // an editor that is drawn anew inserts nothing
    this.view = new EditorView({
      parent: place,
      root: /** @type {Document | ShadowRoot} */ (place.getRootNode()),
      state: EditorState.create({ doc: data.text, extensions: this.extensions(data.label) }),
    });
  }

  /** @param {string} label */
  extensions(label) {
    const run = {
      key: "Mod-Enter",
      run: () => {
        this.tell();
        this.call.setTriggerValue("run", { n: performance.now() });
        return true;
      },
    };
    return [
      keymap.of([run, ...closeBracketsKeymap, ...completionKeymap, ...historyKeymap, ...defaultKeymap]),
      lineNumbers(),
      history(),
      drawSelection(),
      bracketMatching(),
      closeBrackets(),
      EditorView.lineWrapping,
      StreamLanguage.define(cypher),
      syntaxHighlighting(classHighlighter),
      autocompletion({ override: [completions(() => this.call.data.vocabulary)], icons: false }),
      EditorView.contentAttributes.of({ "aria-label": label, spellcheck: "false" }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) this.pause();
      }),
      EditorView.domEventHandlers({
        blur: () => {
          this.tell();
        },
      }),
    ];
  }

  pause() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.tell(), PAUSE);
  }

  tell() {
    clearTimeout(this.timer);
    const text = this.view.state.doc.toString();
    if (text === this.last) return;
    this.last = text;
    this.told.add(text);
    this.call.setStateValue("text", text);
  }

  /** @param {Call} call */
  update(call) {
    const { data } = call;
    this.call = call;
    if (!this.told.has(data.text)) this.replace(data.text);
    this.mark(data.mistake);
    if (data.insertion && data.insertion.n !== this.inserted) this.insert(data.insertion);
  }

  /** @param {Messages.Insertion} insertion */
  insert({ n, text }) {
    this.inserted = n;
    this.view.dispatch(this.view.state.replaceSelection(text));
    this.view.focus();
    this.tell();
  }

  /** @param {string} text */
  replace(text) {
    this.told = new Set([text]);
    this.last = text;
    this.view.dispatch({ changes: { from: 0, to: this.view.state.doc.length, insert: text } });
  }

  /** @param {Messages.SentMistake | null} mistake */
  mark(mistake) {
    const document = this.view.state.doc;
    /** @type {import("@codemirror/lint").Diagnostic[]} */
    const found = [];
    if (mistake && mistake.text === document.toString() && mistake.line <= document.lines) {
      const line = document.line(mistake.line);
      const from = Math.min(line.from + mistake.column - 1, line.to);
      found.push({ from, to: Math.min(from + 1, line.to), severity: "error", message: mistake.said });
    }
    this.view.dispatch(setDiagnostics(this.view.state, found));
  }
}

/** @param {Call} call */
export default function render(call) {
  const place = /** @type {HTMLElement} */ (call.parentElement.querySelector(".editor"));
  const editor = editors.get(place) ?? new Editor(place, call);
  editors.set(place, editor);
  editor.update(call);
}
