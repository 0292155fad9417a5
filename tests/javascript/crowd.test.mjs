import assert from "node:assert/strict";
import { test } from "node:test";
import { Crowd } from "../../explorer/network/frontend/crowd.mjs";
import { generator } from "./made_up.mjs";

const overlap = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

test("a box meets exactly the boxes that it overlaps, wherever they are", () => {
  const { whole } = generator(3);
  const made = () => {
    const [left, top] = [whole(-300, 1500), whole(-300, 900)];
    return { left, top, right: left + whole(1, 200), bottom: top + whole(1, 90) };
  };
  const crowd = new Crowd();
  const boxes = Array.from({ length: 60 }, made);
  for (const box of boxes) crowd.add(box);
  for (let round = 0; round < 400; round += 1) {
    const box = made();
    const met = boxes.filter((other) => overlap(box, other));
    assert.equal(crowd.meets(box), met.length > 0);
    for (const other of boxes)
      assert.equal(
        crowd.meets(box, (each) => each === other),
        met.includes(other),
      );
  }
});

test("boxes that only touch do not meet", () => {
  const crowd = new Crowd();
  crowd.add({ left: 0, top: 0, right: 64, bottom: 64 });
  assert.ok(!crowd.meets({ left: 64, top: 0, right: 80, bottom: 64 }));
  assert.ok(!crowd.meets({ left: 0, top: -9, right: 64, bottom: 0 }));
  assert.ok(crowd.meets({ left: 63.9, top: 63.9, right: 80, bottom: 80 }));
});
