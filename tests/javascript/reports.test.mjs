import assert from "node:assert/strict";
import { test } from "node:test";
import { areSeen, Reports } from "../../explorer/network/frontend/reports.mjs";

test("every event has a higher number, also those of another network on the page", () => {
  const sent = [];
  const [first, second] = [new Reports(), new Reports()];
  for (const reports of [first, second]) {
    reports.state = (name, value) => sent.push([name, value.n]);
    reports.trigger = (name, value) => sent.push([name, value.n]);
  }
  first.select({ nodes: ["n:a"], edges: [] });
  second.tell("expand", { node: "n:a" });
  first.tell("arrange", {});
  const numbers = sent.map(([, number]) => number);
  assert.deepEqual(
    sent.map(([name]) => name),
    ["selection", "expand", "arrange"],
  );
  assert.deepEqual(numbers, [numbers[0], numbers[0] + 1, numbers[0] + 2]);
});

test("what Python sent before it knew the last event is out of date", () => {
  const reports = new Reports();
  let last = 0;
  reports.trigger = (_, value) => {
    last = value.n;
  };
  reports.tell("arrange", {});
  assert.ok(!areSeen({ seen: last - 1 }));
  assert.ok(areSeen({ seen: last }));
  assert.ok(!areSeen({}));
});
