// @ts-check
// Completions by the text before the cursor: labels, relationship types, properties, names of values, or words.

/** @type {[RegExp, RegExp, keyof Messages.Vocabulary, string][]} */
const PLACES = [
  [/\(\s*\w*:\w*$/, /\w*$/, "labels", "class"],
  [/\[\s*\w*:[\w|]*$/, /\w*$/, "types", "type"],
  [/\w\.\w*$/, /\w*$/, "properties", "property"],
  [/\$\w*$/, /\w*$/, "values", "variable"],
  [/\b\w+$/, /\w+$/, "words", "keyword"],
];

/**
 * A source of completions for CodeMirror.
 * @param {() => Messages.Vocabulary} read
 */
export function completions(read) {
  /** @param {Pick<import("@codemirror/autocomplete").CompletionContext, "pos" | "state">} context */
  return (context) => {
    const line = context.state.doc.lineAt(context.pos);
    const before = line.text.slice(0, context.pos - line.from);
    const place = PLACES.find(([pattern]) => pattern.test(before));
    if (!place) return null;
    const [, word, kind, type] = place;
    const typed = before.match(word)?.[0] ?? "";
    const options = read()[kind].map((label) => ({ label, type }));
    return options.length ? { from: context.pos - typed.length, options, validFor: /^\w*$/ } : null;
  };
}
