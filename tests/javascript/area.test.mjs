import assert from "node:assert/strict";
import { test } from "node:test";
import { covers } from "../../explorer/network/frontend/area.mjs";
import { generator } from "./made_up.mjs";

const point = ([x, y]) => ({ x, y });

test("a point is in a drawn circle where it is nearer to the centre than the line", () => {
  const circle = Array.from({ length: 360 }, (_, at) => {
    const angle = (at * Math.PI) / 180;
    return { x: 100 + 50 * Math.cos(angle), y: 80 + 50 * Math.sin(angle) };
  });
  const { random } = generator(2);
  for (let round = 0; round < 500; round += 1) {
    const spot = { x: 200 * random(), y: 160 * random() };
    const distance = Math.hypot(spot.x - 100, spot.y - 80);
    if (Math.abs(distance - 50) > 0.1) assert.equal(covers(circle, spot), distance < 50);
  }
});

test("the bay of a hollow area is outside", () => {
  const bay = [
    [0, 0],
    [90, 0],
    [90, 90],
    [60, 90],
    [60, 30],
    [30, 30],
    [30, 90],
    [0, 90],
  ].map(point);
  assert.ok(covers(bay, { x: 15, y: 60 }));
  assert.ok(covers(bay, { x: 45, y: 15 }));
  assert.ok(!covers(bay, { x: 45, y: 60 }));
});
