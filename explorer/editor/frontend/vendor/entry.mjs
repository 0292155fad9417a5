export { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
export { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
export { bracketMatching, StreamLanguage, syntaxHighlighting } from "@codemirror/language";
export { cypher } from "@codemirror/legacy-modes/mode/cypher";
export { setDiagnostics } from "@codemirror/lint";
export { EditorState } from "@codemirror/state";
export { drawSelection, EditorView, keymap, lineNumbers, placeholder } from "@codemirror/view";
export { classHighlighter } from "@lezer/highlight";
