import assert from "node:assert/strict";
import { test } from "node:test";
import {
  beginning,
  binAt,
  daysOf,
  draggedTo,
  heights,
  heldAt,
  nameOf,
  rangeOf,
  stepped,
} from "../../explorer/network/frontend/bins.mjs";
import { generator } from "./made_up.mjs";

const WEEKS = [
  ["2023-10-02", "2023-10-08"],
  ["2023-10-09", "2023-10-15"],
  ["2023-10-16", "2023-10-22"],
];

test("a period is the bins that it touches, with all their days", () => {
  assert.deepEqual(rangeOf(WEEKS, ["2023-10-08", "2023-10-09"]), [0, 1]);
  assert.deepEqual(rangeOf(WEEKS, ["2000-01-01", "2030-01-01"]), [0, 2]);
  assert.deepEqual(daysOf(WEEKS, [0, 1]), ["2023-10-02", "2023-10-15"]);
});

test("a period outside all bins shows nothing, and has no days to report", () => {
  const outside = rangeOf(WEEKS, ["2030-01-01", "2030-12-31"]);
  assert.equal(WEEKS.filter((_, at) => at >= outside[0] && at <= outside[1]).length, 0);
  assert.equal(daysOf(WEEKS, outside), null);
  assert.equal(daysOf([], [0, 0]), null);
  assert.equal(daysOf(WEEKS, null), null);
});

test("every pixel of the bar is in one bin, and those outside are in the nearest", () => {
  assert.deepEqual(
    [-5, 0, 99, 100, 299, 300, 900].map((x) => binAt(x, 300, 3)),
    [0, 0, 0, 1, 2, 2, 2],
  );
  assert.equal(binAt(0, 0, 3), 0); // a bar that is not shown
});

test("a drag holds an end of the period, all of it, or begins another", () => {
  assert.deepEqual(
    [95, 106, 150, 294, 306, 350].map((x) => heldAt(x, [1, 2], 400, 4)),
    ["left", "left", "move", "right", "right", "new"],
  );
  assert.equal(heldAt(150, null, 400, 4), "new");
});

test("a drag chooses bins of the bar, from the first to the last, however far it goes", () => {
  const { whole, among } = generator(5);
  for (let round = 0; round < 500; round += 1) {
    const count = whole(2, 12);
    const first = whole(0, count - 1);
    const before = among([null, [first, whole(first, count - 1)]]);
    const how = before ? among(["new", "left", "right", "move"]) : "new";
    const chosen = draggedTo({ bin: whole(0, count - 1), before, how }, whole(0, count - 1), count);
    assert.ok(chosen[0] >= 0 && chosen[0] <= chosen[1] && chosen[1] < count, `${chosen} of ${count}`);
    if (how === "move") assert.equal(chosen[1] - chosen[0], before[1] - before[0]);
  }
});

test("an end that is dragged over the other one turns the period round", () => {
  assert.deepEqual(draggedTo({ bin: 2, before: [2, 4], how: "left" }, 6, 9), [4, 6]);
  assert.deepEqual(draggedTo({ bin: 4, before: [2, 4], how: "right" }, 0, 9), [0, 2]);
  assert.deepEqual(draggedTo({ bin: 3, before: [2, 4], how: "move" }, 8, 9), [6, 8]);
});

test("arrow keys move the period, or only its last bin, and stop at the ends", () => {
  assert.deepEqual(stepped(null, 1, false, 5), [0, 0]);
  assert.deepEqual(stepped(null, -1, false, 5), [4, 4]);
  assert.deepEqual(stepped([1, 2], 1, false, 5), [2, 3]);
  assert.deepEqual(stepped([1, 2], 1, true, 5), [1, 3]);
  assert.equal(stepped([3, 4], 1, false, 5), null);
  assert.equal(stepped([2, 2], -1, true, 5), null);
});

test("the animation goes on to the last bin, wherever it begins", () => {
  for (const count of [2, 3, 10, 90]) {
    for (const range of [null, [0, 0], [0, count - 1], [count - 1, count - 1], [count, count]]) {
      let at = beginning(range, count);
      let beats = 0;
      for (let next = at; next; next = stepped(at, 1, false, count)) {
        assert.ok(next[0] >= 0 && next[0] <= next[1] && next[1] < count, `${next} of ${count}`);
        at = next;
        beats += 1;
      }
      assert.equal(at[1], count - 1);
      assert.ok(beats > 1, `${range} of ${count} plays nothing`);
    }
  }
  assert.deepEqual(beginning([3, 4], 10), [3, 4]);
});

test("claims are counted by bin and sign, for the given ties only", () => {
  const claims = new Map([
    [
      "a",
      [
        [0, 2, "conflict"],
        [1, 1, "cooperation"],
      ],
    ],
    ["b", [[0, 3, "conflict"]]],
    ["c", [[1, 50, "relation"]]],
    ["d", [[1, 4, "neutral"]]],
  ]);
  assert.deepEqual(heights(2, ["a", "b", "d", "unknown"], claims), [
    { cooperation: 0, neutral: 0, relation: 0, conflict: 5 },
    { cooperation: 1, neutral: 4, relation: 0, conflict: 0 },
  ]);
});

test("a period has the name of its first and last day", () => {
  const names = ["2 Oct – 8 Oct", "9 Oct – 15 Oct", "16 Oct"];
  assert.equal(nameOf(names, null), "2 Oct – 16 Oct");
  assert.equal(nameOf(names, [0, 1]), "2 Oct – 15 Oct");
  assert.equal(nameOf(names, [2, 2]), "16 Oct");
  assert.equal(nameOf(names, [3, 3]), "");
});
