import assert from "node:assert/strict";
import { test } from "node:test";
import { Emphasis } from "../../explorer/network/frontend/emphasis.mjs";

globalThis.matchMedia = () => ({ matches: true }); // no animations
globalThis.requestAnimationFrame = () => {};

// A triangle of a, b and c, and d, which is tied to a by a tie that is hidden.
const ENDS = { ab: ["a", "b"], bc: ["b", "c"], ca: ["c", "a"], ad: ["a", "d"] };
const EDGES = Object.keys(ENDS).map((id) => ({ id, sign: id === "bc" ? "conflict" : "cooperation" }));
const NODES = [..."abcd"].map((id) => ({ id, kind: id === "d" ? "person" : "country" }));

function highlighter() {
  const host = {
    selected: { nodes: [], edges: [] },
    data: {},
    drawn: [], // the highlighted edges at each drawing of the time bar
    network: {
      getSelection: () => host.selected,
      getConnectedEdges: (node) => Object.keys(ENDS).filter((id) => ENDS[id].includes(node)),
      getConnectedNodes: (edge) => ENDS[edge],
    },
    snapshot: { nodes: { values: () => NODES }, edges: { values: () => EDGES } },
    showsNode: () => true,
    showsEdge: (id) => id !== "ad",
    redraw: () => {},
    times: { draw: () => host.drawn.push(emphasis.litEdges() && [...emphasis.litEdges()].sort().join()) },
  };
  const emphasis = new Emphasis(host);
  const lit = () => NODES.filter(({ id }) => emphasis.isLit(id)).map(({ id }) => id);
  return { host, emphasis, lit: () => lit().join("") };
}

test("a selection highlights its visible ties and their ends, and nothing selected highlights all", () => {
  const { host, emphasis, lit } = highlighter();
  host.selected = { nodes: ["a"], edges: [] };
  emphasis.refresh();
  assert.equal(lit(), "abc");
  host.selected = { nodes: [], edges: ["bc"] };
  emphasis.refresh();
  assert.equal(lit(), "bc");
  host.selected = { nodes: [], edges: [] };
  emphasis.refresh();
  assert.equal(lit(), "abcd");
});

test("the time bar is drawn with the new highlight, not with the one before", () => {
  const { host, emphasis } = highlighter();
  emphasis.refresh();
  host.selected = { nodes: ["b"], edges: [] };
  emphasis.refresh();
  host.selected = { nodes: [], edges: [] };
  emphasis.refresh();
  assert.deepEqual(host.drawn, ["ab,bc", null]);
});

test("what Python wants highlighted counts for exactly its selection", () => {
  const { host, emphasis, lit } = highlighter();
  host.data = { lit: { of: ["a", "c"], nodes: ["a", "b", "c"], edges: ["ab", "bc", "ad"] } };
  host.selected = { nodes: ["c", "a"], edges: [] };
  emphasis.refresh();
  assert.deepEqual([...emphasis.litEdges()], ["ab", "bc"]);
  host.selected = { nodes: ["c"], edges: [] };
  emphasis.refresh();
  assert.deepEqual([...emphasis.litEdges()], ["bc", "ca"]);
  assert.equal(lit(), "abc");
});

test("a legend entry highlights its nodes, or its ties with their ends", () => {
  const { emphasis, lit } = highlighter();
  emphasis.pick({ channel: "kind", key: "person" });
  assert.equal(lit(), "d");
  emphasis.pick({ channel: "sign", key: "conflict" });
  assert.equal(lit(), "bc");
  emphasis.pick(null);
  assert.equal(lit(), "abcd");
});
