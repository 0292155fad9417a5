// The marks in the middle of ties.
import assert from "node:assert/strict";
import { test } from "node:test";

globalThis.Path2D = class {};
const { drawMarks, sideBySide } = await import("../../explorer/network/frontend/marks.mjs");

test("one mark stands in the middle, two stand beside each other and do not touch", () => {
  assert.deepEqual(sideBySide(["", ""]), []);
  assert.deepEqual(sideBySide(["tick", ""]), [{ mark: "tick", x: 0 }]);
  assert.deepEqual(sideBySide(["", "denied"]), [{ mark: "denied", x: 0 }]);
  const [first, second] = sideBySide(["tick", "denied"]);
  assert.equal(first.x, -second.x);
  assert.ok(second.x - first.x >= 14);
});

function pen() {
  const drawn = [];
  let place;
  return {
    drawn,
    save() {},
    restore() {},
    setLineDash() {},
    beginPath() {},
    arc() {},
    fill() {},
    setTransform(...matrix) {
      place = matrix.slice(4);
    },
    stroke({ d }) {
      drawn.push({ d, place });
    },
  };
}

test("each tie that is shown gets its own marks, and a plain one none", () => {
  const edges = [
    { id: "plain", mark: "", denial: "" },
    { id: "verified", mark: "tick", denial: "" },
    { id: "hidden", mark: "tick", denial: "denied" },
    { id: "both", mark: "tick", denial: "denied" },
  ].map((edge) => ({ ...edge, color: { color: "#000000" } }));
  const middles = { verified: { x: 10, y: 20 }, both: { x: 30, y: 40 }, hidden: { x: 1, y: 1 } };
  const context = pen();
  drawMarks(context, {
    network: { pixelRatio: 2, pointsOf: (id) => [middles[id]] },
    theme: { background: "#ffffff" },
    emphasis: { isLitEdge: () => true },
    snapshot: { edges: { values: () => edges } },
    showsEdge: (id) => id !== "hidden",
  });
  assert.equal(context.drawn.length, 3);
  const [tick, first, second] = context.drawn;
  assert.deepEqual(tick.place, [20, 40]);
  assert.equal(first.d, tick.d);
  assert.notEqual(second.d, tick.d);
  assert.ok(first.place[0] < 60 && second.place[0] > 60 && first.place[1] === 80 && second.place[1] === 80);
});
