import assert from "node:assert/strict";
import { test } from "node:test";
import { nearest, nextIndex } from "../../explorer/network/frontend/keyboard.mjs";

const HERE = { x: 0, y: 0 };
const RIGHT = [1, 0];
const at = (id, x, y) => ({ id, place: { x, y } });

test("an arrow key goes to the nearest node ahead, rather than to one at the side or behind", () => {
  const nodes = [at("behind", -10, 0), at("aside", 30, 60), at("ahead", 80, 5), at("far", 300, 0)];
  assert.equal(nearest(HERE, RIGHT, nodes, 0), "ahead");
  assert.equal(nearest(HERE, [-1, 0], nodes, 0), "behind");
  assert.equal(nearest(HERE, [0, 1], nodes, 0), "aside");
});

test("nothing ahead is nothing to go to", () => {
  assert.equal(nearest(HERE, RIGHT, [at("behind", -10, 0), at("here", 0, 0)], 0), null);
  assert.equal(nearest(HERE, RIGHT, [], 0), null);
});

test("a tie is followed only within the angle", () => {
  assert.equal(nearest(HERE, RIGHT, [at("steep", 10, 90)], 0.34), null);
  assert.equal(nearest(HERE, RIGHT, [at("steep", 10, 90)], 0), "steep");
});

test("from nowhere, every direction leads to the node nearest to the centre", () => {
  for (const direction of [RIGHT, [-1, 0], [0, 1], [0, -1]]) {
    assert.equal(nearest(HERE, direction, [at("a", -9, 2), at("b", 200, -10)], null), "a");
  }
});

test("square brackets go round the ties, forward from the first and back from the last", () => {
  assert.deepEqual(
    [-1, 0, 1, 2].map((from) => nextIndex(from, 1, 3)),
    [0, 1, 2, 0],
  );
  assert.deepEqual(
    [-1, 2, 1, 0].map((from) => nextIndex(from, -1, 3)),
    [2, 1, 0, 2],
  );
});
