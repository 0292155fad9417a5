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
const editors = new WeakMap(); // mount point -> Editor

class Editor {
  constructor(place, data) {
    this.data = data;
    this.told = new Set([data.text]);
    this.view = new EditorView({
      parent: place,
      root: place.getRootNode(),
      state: EditorState.create({ doc: data.text, extensions: this.extensions() }),
    });
  }

  extensions() {
    const run = {
      key: "Mod-Enter",
      run: () => {
        this.tell();
        this.send.trigger("run", { n: performance.now() });
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
      autocompletion({ override: [completions(() => this.data.vocabulary)], icons: false }),
      EditorView.contentAttributes.of({ "aria-label": this.data.label, spellcheck: "false" }),
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
    this.send.state("text", text);
  }

  update(data, send) {
    this.data = data;
    this.send = send;
    if (!this.told.has(data.text)) this.replace(data.text);
    this.mark(data.mistake);
  }

  replace(text) {
    this.told = new Set([text]);
    this.last = text;
    this.view.dispatch({ changes: { from: 0, to: this.view.state.doc.length, insert: text } });
  }

  mark(mistake) {
    const document = this.view.state.doc;
    const here = mistake && mistake.text === document.toString() && mistake.line <= document.lines;
    const found = [];
    if (here) {
      const line = document.line(mistake.line);
      const from = Math.min(line.from + mistake.column - 1, line.to);
      found.push({ from, to: Math.min(from + 1, line.to), severity: "error", message: mistake.said });
    }
    this.view.dispatch(setDiagnostics(this.view.state, found));
  }
}

export default function render({ data, parentElement, setStateValue, setTriggerValue }) {
  const place = parentElement.querySelector(".editor");
  if (!editors.has(place)) editors.set(place, new Editor(place, data));
  editors.get(place).update(data, { state: setStateValue, trigger: setTriggerValue });
}
