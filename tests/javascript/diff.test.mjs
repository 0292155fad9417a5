import assert from "node:assert/strict";
import { test } from "node:test";
import { drawn, Snapshot } from "../../explorer/network/frontend/diff.mjs";
import { generator } from "./made_up.mjs";

const ids = (items) => items.map(({ id }) => id);

test("new, changed, moved and gone items are told apart by their ids", () => {
  const snapshot = new Snapshot([
    { id: "a", x: 1, y: 1, label: "A" },
    { id: "b", x: 2, y: 2, label: "B" },
    { id: "c", x: 3, y: 3, label: "C" },
    { id: "d", x: 4, y: 4, label: "D" },
  ]);
  const { fresh, changed, moved, gone } = snapshot.advance([
    { id: "e", x: 0, y: 0, label: "E" },
    { id: "c", x: 3, y: 30, label: "C" },
    { id: "b", x: 2, y: 2, label: "B, renamed" },
    { id: "a", x: 1, y: 1, label: "A" },
  ]);
  assert.deepEqual(ids(fresh), ["e"]);
  assert.deepEqual(ids(changed), ["c", "b"]);
  assert.deepEqual(ids(moved), ["c"]);
  assert.deepEqual(gone, ["d"]);
  assert.equal(snapshot.get("b").label, "B, renamed");
  assert.equal(snapshot.get("d"), undefined);
});

test("ids that are names of properties of every object are ids like others", () => {
  const snapshot = new Snapshot([]);
  const hostile = ["__proto__", "constructor", "toString"].map((id) => ({ id, x: 0, y: 0 }));
  assert.deepEqual(ids(snapshot.advance(hostile).fresh), ids(hostile));
  assert.deepEqual(snapshot.advance([]).gone, ids(hostile));
});

test("the same list, or an equal one, changes nothing", () => {
  const items = [{ id: "a", x: 1, y: 1 }];
  const snapshot = new Snapshot(items);
  const nothing = { fresh: [], changed: [], moved: [], gone: [] };
  assert.deepEqual(snapshot.advance(items), nothing);
  assert.deepEqual(snapshot.advance(structuredClone(items)), nothing);
});

test("whoever applies the differences has the new list", () => {
  const { whole, among } = generator(7);
  const made = () =>
    [..."abcdefgh"]
      .filter(() => whole(0, 2) > 0)
      .map((id) => ({ id, x: whole(0, 2), y: 0, label: among(["u", "v"]) }));
  let before = made();
  const snapshot = new Snapshot(before);
  for (let round = 0; round < 200; round += 1) {
    const after = made();
    const { fresh, changed, moved, gone } = snapshot.advance(after);
    const applied = new Map(before.map((item) => [item.id, item]));
    for (const id of gone) assert.ok(applied.delete(id));
    for (const item of fresh) assert.ok(!applied.has(item.id));
    for (const item of changed) assert.notDeepEqual(applied.get(item.id), item);
    for (const item of moved) assert.notEqual(applied.get(item.id).x, item.x);
    for (const item of [...fresh, ...changed]) applied.set(item.id, item);
    assert.deepEqual(new Set(applied.values()), new Set(after));
    assert.deepEqual(snapshot.values(), after);
    before = after;
  }
});

test("vis-network gets no text from the news", () => {
  const item = { id: "n:a", label: "<b>", title: "<img>", kind: "country", degree: 3, size: 12, x: 1, y: 2 };
  assert.deepEqual(drawn(item), { id: "n:a", size: 12, x: 1, y: 2 });
});
