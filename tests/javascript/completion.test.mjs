import assert from "node:assert/strict";
import { test } from "node:test";
import { completions } from "../../explorer/editor/frontend/completion.mjs";

const VOCABULARY = {
  labels: ["Country"],
  types: ["ASSERTS"],
  properties: ["event_type"],
  values: ["lens"],
  words: ["MATCH"],
};

// What is offered at the end of this text, on its last line.
function offered(text) {
  const from = text.lastIndexOf("\n") + 1;
  const line = { from, text: text.slice(from) };
  const found = completions(() => VOCABULARY)({ pos: text.length, state: { doc: { lineAt: () => line } } });
  return found && [found.options.map(({ label }) => label).join(), text.slice(found.from)];
}

test("what is offered depends on what is before the cursor", () => {
  assert.deepEqual(offered("MATCH (a:Cou"), ["Country", "Cou"]);
  assert.deepEqual(offered("MATCH (:"), ["Country", ""]);
  assert.deepEqual(offered("MATCH (a)-[r:ASS"), ["ASSERTS", "ASS"]);
  assert.deepEqual(offered("MATCH (a)-[r:OF|ASS"), ["ASSERTS", "ASS"]);
  assert.deepEqual(offered("WHERE claim.ev"), ["event_type", "ev"]);
  assert.deepEqual(offered("WHERE $le"), ["lens", "le"]);
  assert.deepEqual(offered("RETURN 1\nMAT"), ["MATCH", "MAT"]);
});

test("nothing is offered where no name can stand", () => {
  assert.equal(offered(""), null);
  assert.equal(offered("MATCH (a) "), null);
});

test("a vocabulary without names of a kind offers none", () => {
  const source = completions(() => ({ ...VOCABULARY, values: [] }));
  assert.equal(source({ pos: 2, state: { doc: { lineAt: () => ({ from: 0, text: "$l" }) } } }), null);
});
