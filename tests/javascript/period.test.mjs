import assert from "node:assert/strict";
import { test } from "node:test";
import { inPeriod } from "../../explorer/network/frontend/period.mjs";

const edge = (id, from, to, hidden = false) => ({ id, from, to, hidden });
const NODES = ["a", "b", "c", "alone"];
const EDGES = [edge("ab", "a", "b"), edge("bc", "b", "c"), edge("ca", "c", "a", true)];
const shown = (parts) => [...parts].filter(([, isShown]) => isShown).map(([id]) => id);

test("all time shows everything but hidden edges", () => {
  const { nodes, edges } = inPeriod(NODES, EDGES, null);
  assert.deepEqual(shown(nodes), NODES);
  assert.deepEqual(shown(edges), ["ab", "bc"]);
});

test("a period hides ties outside it, and nodes that have no other", () => {
  const { nodes, edges } = inPeriod(NODES, EDGES, (id) => id === "ab");
  assert.deepEqual(shown(edges), ["ab"]);
  assert.deepEqual(shown(nodes), ["a", "b", "alone"]);
});

test("a hidden tie does not keep its nodes, even in the period", () => {
  const { nodes, edges } = inPeriod(NODES, EDGES, (id) => id === "ca");
  assert.deepEqual(shown(edges), []);
  assert.deepEqual(shown(nodes), ["alone"]);
});

test("every node and edge has an answer, so that a wider period brings it back", () => {
  const { nodes, edges } = inPeriod(NODES, EDGES, () => false);
  assert.deepEqual([...nodes.keys(), ...edges.keys()], [...NODES, "ab", "bc", "ca"]);
});
