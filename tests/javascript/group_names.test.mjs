import assert from "node:assert/strict";
import { test } from "node:test";
import { drawGroupNames } from "../../explorer/network/frontend/group_names.mjs";

const groups = [
  { label: "ASEAN", x: 10, y: -20 },
  { label: "Person", x: -30, y: 40 },
];

function host(zoom) {
  return {
    network: { getScale: () => zoom, canvasToDOM: ({ x, y }) => ({ x: x * zoom, y: y * zoom }) },
    theme: { background: "#fff", text: "#000", font: "serif" },
    data: { groups },
  };
}

function pen() {
  const texts = [];
  const write = (text, x, y) => texts.push([text, x, y]);
  const measureText = (text) => ({ width: 10 * text.length });
  return { texts, save() {}, restore() {}, strokeText() {}, fillText: write, measureText };
}

test("names of groups are written where they stand, and their boxes hold them", () => {
  const context = pen();
  const boxes = drawGroupNames(context, host(2));
  assert.deepEqual(context.texts, [
    ["ASEAN", 20, -40],
    ["Person", -60, 80],
  ]);
  for (const [at, { left, right, top, bottom }] of boxes.entries()) {
    const [text, x, y] = context.texts[at];
    assert.ok(left < x - 5 * text.length && right > x + 5 * text.length && top < y && bottom > y);
  }
});

test("in the far distance no names of groups are written", () => {
  const context = pen();
  assert.deepEqual(drawGroupNames(context, host(0.05)), []);
  assert.deepEqual(context.texts, []);
});
