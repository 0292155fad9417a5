import assert from "node:assert/strict";
import { test } from "node:test";
import { grouped } from "../../explorer/network/frontend/numbers.mjs";

test("a count has the separators of the reader's language, whatever that of the browser is", () => {
  const english = { say: (text) => text };
  const indonesian = { say: (text) => (text === "en" ? "id" : text) };
  assert.equal(grouped(1234567, english), "1,234,567");
  assert.equal(grouped(1234567, indonesian), "1.234.567");
  assert.equal(grouped(999, indonesian), "999");
});
