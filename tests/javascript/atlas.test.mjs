import assert from "node:assert/strict";
import { test } from "node:test";
import { around, bow, uncovered, zoomed } from "../../explorer/atlas/frontend/mapping.mjs";
import { generator } from "./made_up.mjs";

const FULL = { x: 0, y: 0, width: 1000, height: 500 };
const points = (path) => path.match(/-?[\d.]+(?:e-?\d+)?/g).map(Number);

test("an arc and the one in the opposite direction bend to different sides", () => {
  const [from, to] = [
    [100, 200],
    [300, 200],
  ];
  const [, , , there] = points(bow({ from, to, bend: 0.2 }));
  const [, , , back] = points(bow({ from: to, to: from, bend: 0.2 }));
  assert.equal(there, 160);
  assert.equal(back, 240);
});

test("the part around places holds them all, and is never larger than the map", () => {
  const { whole } = generator(8);
  for (let round = 0; round < 300; round += 1) {
    const places = Array.from({ length: whole(1, 9) }, () => ({ x: whole(60, 930), y: whole(40, 460) }));
    const part = around(places, FULL);
    assert.ok(part.width <= FULL.width && part.height <= FULL.height);
    for (const { x, y } of places) {
      assert.ok(x >= part.x && x <= part.x + part.width && y >= part.y && y <= part.y + part.height);
    }
  }
  assert.deepEqual(around([], FULL), FULL);
});

test("the wheel keeps the spot under the pointer, and stops at both ends", () => {
  const { random } = generator(9);
  let box = { x: 100, y: 50, width: 400, height: 200 };
  for (let round = 0; round < 300; round += 1) {
    const part = { x: random(), y: random() };
    const spot = { x: box.x + part.x * box.width, y: box.y + part.y * box.height };
    box = zoomed(box, FULL, spot, 0.3 + 2 * random());
    assert.ok(Math.abs(box.x + part.x * box.width - spot.x) < 1e-6);
    assert.ok(Math.abs(box.y + part.y * box.height - spot.y) < 1e-6);
    assert.ok(box.width <= 1000 + 1e-9 && box.width >= 1000 / 12 - 1e-9);
    assert.ok(Math.abs(box.width / box.height - 2) < 1e-6);
  }
});

test("a name is left out only where it would cover one that is shown, and a chosen one never", () => {
  const name = (x, y, chosen = false) => ({ x, y, text: "Indonesia", chosen });
  assert.deepEqual(uncovered([name(0, 0), name(20, 5), name(60, 5), name(0, 12)], 1), [
    true,
    false,
    true,
    true,
  ]);
  assert.deepEqual(uncovered([name(0, 0), name(20, 5, true), name(60, 5)], 1), [true, true, false]);
  assert.deepEqual(uncovered([name(0, 0), name(20, 5)], 0.2), [true, true]);
});
