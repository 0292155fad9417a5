import assert from "node:assert/strict";
import { test } from "node:test";
import { around, bow, kept, SIDES, sidesOf, zoomed } from "../../explorer/atlas/frontend/mapping.mjs";
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

test("names take a free side, and are left out only where every side is taken, a chosen one never", () => {
  const name = (x, y, chosen = false) => ({ x, y, text: "Indonesia", chosen });
  const sides = (names, unit = 1) => sidesOf(names, unit).map((side) => (side ? SIDES.indexOf(side) : null));
  assert.deepEqual(sides([name(0, 0)]), [0]);
  assert.deepEqual(sides([name(0, 0), name(20, 2)]), [1, 0]); // the dot at the right is not covered
  const crowd = Array.from({ length: 12 }, (_, at) => name(8 * (at % 4), 6 * Math.floor(at / 4)));
  assert.ok(sides(crowd).includes(null));
  assert.deepEqual(
    sides(crowd, 0.05).filter((side) => side === null),
    [],
  );
  crowd[5].chosen = true;
  assert.notEqual(sides(crowd)[5], null);
});

test("no name covers another name or a dot", () => {
  const { whole } = generator(12);
  for (let round = 0; round < 60; round += 1) {
    const names = Array.from({ length: whole(2, 40) }, () => ({
      x: whole(0, 400),
      y: whole(0, 200),
      text: "x".repeat(whole(3, 14)),
      chosen: false,
    }));
    const boxes = sidesOf(names, 1).flatMap((side, at) => {
      if (!side) return [];
      const width = 6 * names[at].text.length;
      const left = names[at].x + side.dx - { start: 0, middle: width / 2, end: width }[side.anchor];
      return [{ left, right: left + width, bottom: names[at].y + side.dy, top: names[at].y + side.dy - 8 }];
    });
    const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
    for (const [at, box] of boxes.entries()) {
      assert.ok(!boxes.slice(at + 1).some((other) => meet(box, other)));
      assert.ok(
        !names.some(({ x, y }) => meet(box, { left: x - 2, right: x + 2, top: y - 2, bottom: y + 2 })),
      );
    }
  }
});

test("places of the whole world are shown on the whole map, and the map cannot be dragged out of sight", () => {
  const wide = (left, right) =>
    around(
      [left, right].map((x) => ({ x, y: 200 })),
      FULL,
    );
  assert.deepEqual(wide(290, 850), { x: 130, y: 0, width: 835, height: 500 });
  assert.deepEqual([wide(60, 990).x, wide(60, 990).width], [20, 980]);
  const lost = kept({ x: 5000, y: -900, width: 400, height: 200 }, FULL);
  assert.deepEqual(lost, { x: 800, y: -100, width: 400, height: 200 });
  const seen = { x: 100, y: 50, width: 400, height: 200 };
  assert.deepEqual(kept(seen, FULL), seen);
});
