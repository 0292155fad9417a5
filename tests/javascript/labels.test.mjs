import assert from "node:assert/strict";
import { test } from "node:test";
import { besideMiddle, captionsOf, shortened } from "../../explorer/network/frontend/captions.mjs";
import { boxesAround, byImportance, crossings } from "../../explorer/network/frontend/labels.mjs";

const SIDES = { below: [0, 1], above: [0, -1], right: [1, 0], left: [-1, 0] };

test("no box of a name touches the node, and each holds the name", () => {
  for (const [width, size, radius] of [
    [40, 14, 8],
    [220, 20, 26],
    [1, 14, 0],
  ]) {
    for (const box of boxesAround({ id: "a", x: 100, y: 50, radius }, width, size)) {
      assert.ok(box.right - box.left >= width && box.bottom - box.top >= size);
      const clear =
        box.left > 100 + radius ||
        box.right < 100 - radius ||
        box.top > 50 + radius ||
        box.bottom < 50 - radius;
      assert.ok(clear, `${box.side} covers the node`);
    }
  }
});

test("edges are counted on the side where they leave", () => {
  const ends = [
    { x: 0, y: 90 },
    { x: 10, y: 80 },
    { x: -70, y: 1 },
  ];
  assert.deepEqual(crossings({ x: 0, y: 0 }, ends, Object.values(SIDES)), [2, 0, 0, 1]);
  assert.deepEqual(crossings({ x: 0, y: 0 }, [{ x: 0, y: 0 }], Object.values(SIDES)), [0, 0, 0, 0]);
});

test("chosen nodes are named first, then highlighted ones, then hubs; equal ones keep their order", () => {
  const node = (id, forced, lit, degree) => ({ id, forced, lit, degree });
  const nodes = [
    node("d", false, false, 90),
    node("c", false, true, 2),
    node("b", false, true, 2),
    node("a", true, true, 0),
    node("e", false, true, 9),
  ];
  assert.deepEqual(
    nodes.toSorted(byImportance).map(({ id }) => id),
    ["a", "e", "b", "c", "d"],
  );
  assert.deepEqual(
    nodes
      .toReversed()
      .toSorted(byImportance)
      .map(({ id }) => id),
    ["a", "e", "b", "c", "d"],
  );
});

test("a caption is on the outer side of the curve", () => {
  const bent = (y) => [
    { x: 0, y: 0 },
    { x: 50, y },
    { x: 100, y: 0 },
  ];
  assert.deepEqual(besideMiddle(bent(20), 12), { x: 50, y: 36 });
  assert.deepEqual(besideMiddle(bent(-20), 12), { x: 50, y: -36 });
  for (const value of Object.values(besideMiddle([HERE, HERE, HERE], 12))) assert.ok(Number.isFinite(value));
});

const HERE = { x: 5, y: 5 };

test("captions: those asked for come first and whole; the others on demand, the strongest first, shortened", () => {
  const long = "threatens, accuses, rejects, demands a withdrawal";
  const tie = (id, width) => ({ id, width, label: id === "e:asked" ? long : `${id} ${long}` });
  const ties = [tie("e:thin", 1), tie("e:wide", 5), tie("e:asked", 1), tie("e:dim", 7), tie("e:past", 7)];
  const host = (captioned) => ({
    captioned,
    emphasis: { chosenEdges: () => ["e:asked"], isLitEdge: (id) => id !== "e:dim" },
    snapshot: { edges: { values: () => ties } },
    about: (_, id) => ties.find((each) => each.id === id),
    showsEdge: (id) => id !== "e:past",
  });
  assert.deepEqual(captionsOf(host(false), null), [{ id: "e:asked", text: long, forced: true }]);
  const found = captionsOf(host(true), "e:thin");
  assert.deepEqual(
    found.map(({ id, forced }) => [id, forced]),
    [
      ["e:asked", true],
      ["e:thin", true],
      ["e:wide", false],
    ],
  );
  assert.equal(found[2].text.length, 30);
  assert.equal(shortened("aids"), "aids");
});
