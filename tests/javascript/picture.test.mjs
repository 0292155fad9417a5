import assert from "node:assert/strict";
import { test } from "node:test";
import { inRows } from "../../explorer/network/frontend/picture.mjs";
import { generator } from "./made_up.mjs";

const pen = { measureText: (text) => ({ width: 7 * text.length }) };

test("the legend of a saved picture keeps its order, and no entry leaves the picture or covers another", () => {
  const { whole, among } = generator(6);
  for (let round = 0; round < 100; round += 1) {
    const entries = Array.from({ length: whole(0, 14) }, () => ({
      label: "x".repeat(whole(1, 20)),
      count: whole(1, 999),
      dash: among([null, [9, 6]]),
    }));
    const rows = inRows(pen, entries, 300);
    assert.deepEqual(
      rows.flat().map(({ entry }) => entry),
      entries,
    );
    for (const row of rows) {
      assert.equal(row[0].x, 0);
      let end = 0;
      for (const { entry, x } of row) {
        assert.ok(x >= end);
        end = x + (entry.dash ? 28 : 16) + 5 + 7 * entry.label.length;
      }
      assert.ok(end <= 300 || row.length === 1);
    }
  }
});
