import assert from "node:assert/strict";
import { test } from "node:test";
import { besides, between, fitting } from "../../explorer/network/frontend/camera.mjs";
import { generator } from "./made_up.mjs";

test("all nodes, with their names, are in the part of the canvas that is free", () => {
  const { whole } = generator(4);
  for (let round = 0; round < 300; round += 1) {
    const canvas = { width: whole(300, 1600), height: whole(400, 900) };
    const [above, below] = [40, whole(8, 120)];
    const free = { width: canvas.width, height: canvas.height - above - below, y: (above - below) / 2 };
    const places = Array.from({ length: whole(1, 30) }, () => ({
      x: whole(-1200, 1200),
      y: whole(-800, 800),
    }));
    const { position, scale } = fitting(places, free);
    for (const { x, y } of places) {
      const onCanvas = {
        x: canvas.width / 2 + (x - position.x) * scale,
        y: canvas.height / 2 + (y - position.y) * scale,
      };
      const [left, top] = [onCanvas.x, onCanvas.y - above];
      const margin = besides(canvas.width) - 1;
      assert.ok(left >= margin && left <= canvas.width - margin, `${left} of ${canvas.width}`);
      assert.ok(top >= 33 && top <= free.height - 33, `${top} of ${free.height}`);
    }
  }
});

test("a phone leaves most of its width to the network, and a wide canvas leaves room for names", () => {
  assert.equal(besides(320), 34);
  assert.equal(besides(1600), 76);
  assert.ok(besides(600) > besides(400));
});

test("a small network is not blown up, and nothing is no reason to move", () => {
  const free = { width: 800, height: 500, y: 0 };
  assert.equal(fitting([{ x: 5, y: 5 }], free).scale, 1.4);
  assert.equal(fitting([], free), null);
  assert.equal(fitting([{ x: 5, y: 5 }], { ...free, width: 0 }), null);
});

test("a node on its way starts and arrives exactly, and never turns back", () => {
  const [from, to] = [
    { x: 10, y: -4 },
    { x: 90, y: 4 },
  ];
  assert.deepEqual(between(from, to, 0), from);
  assert.deepEqual(between(from, to, 1), to);
  const steps = Array.from({ length: 101 }, (_, at) => between(from, to, at / 100).x);
  for (const [at, x] of steps.slice(1).entries()) assert.ok(x > steps[at]);
});
