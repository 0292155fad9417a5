import assert from "node:assert/strict";
import { test } from "node:test";
import { actionsAt } from "../../explorer/network/frontend/actions.mjs";
import { keysFor } from "../../explorer/network/frontend/keys.mjs";
import { nextItem } from "../../explorer/network/frontend/menu.mjs";

const NODES = {
  "n:IRN": { title: "Iran\nCountry", members: 0 },
  "n:a:b": { title: "Amir", members: 0 },
  "n:bloc:EU": { title: "EU", members: 2 },
};
const TIES = {
  "e:1": { from: "n:IRN", to: "n:a:b", title: "Iran → Amir\nAid" },
  "e:2": { from: "n:IRN", to: "n:bloc:EU", title: "Iran → EU" },
};

/** What the actions at a target ask Python for, by their labels. */
function asked(target, seen = {}) {
  const sent = [];
  const host = hostOf(sent, seen);
  return Object.fromEntries(
    actionsAt(target, host).map(({ label, act }) => {
      if (["Copy name"].includes(label) || target.kind === "ground") return [label, null];
      act();
      return [label, sent.pop()];
    }),
  );
}

/** A network that notes in `sent` what it is asked for. */
function hostOf(sent, { acts = true, chosen = [] } = {}) {
  return {
    data: { acts },
    snapshot: { nodes: { get: (id) => NODES[id] }, edges: { get: (id) => TIES[id] } },
    chosen,
    pinned: new Set(["n:IRN"]),
    select: (...items) => sent.push(items),
    expand: (node) => sent.push(node),
    togglePins: (nodes) => sent.push(nodes),
    perform: (act) => sent.push(act),
    say: (text) => text,
  };
}

test("a node is opened, expanded, looked up, hidden and pinned by its id in Python", () => {
  const found = asked({ kind: "node", id: "n:a:b" });
  assert.deepEqual(found["Its page"], { act: "OpenProfile", entity: "a:b" });
  assert.deepEqual(found["Draw a network about it"], { act: "ShowAbout", entity: "a:b" });
  assert.deepEqual(found.Hide, { act: "Hide", entities: ["a:b"] });
  assert.deepEqual(found.Pin, ["n:a:b"]);
  assert.equal(found["Show its ties"], "n:a:b");
  assert.deepEqual(found.Open, [["n:a:b"], []]);
  assert.deepEqual(asked({ kind: "node", id: "n:IRN" }).Unpin, ["n:IRN"]);
});

test("what is selected is hidden and pinned together, but not a selection elsewhere", () => {
  const chosen = ["n:IRN", "n:a:b"];
  const found = asked({ kind: "node", id: "n:IRN" }, { chosen });
  assert.deepEqual(found["Hide the selected"], { act: "Hide", entities: ["IRN", "a:b"] });
  assert.deepEqual(found.Pin, chosen);
  assert.deepEqual(asked({ kind: "node", id: "n:bloc:EU" }, { chosen }).Hide.entities, ["bloc:EU"]);
});

test("a key stands beside what it does: to one node, not to all that are selected", () => {
  const keysAt = (seen) =>
    Object.fromEntries(
      actionsAt({ kind: "node", id: "n:IRN" }, hostOf([], seen)).map(({ label, key }) => [label, key]),
    );
  const [one, two] = [keysAt({}), keysAt({ chosen: ["n:IRN", "n:a:b"] })];
  assert.deepEqual([one.Hide, one.Unpin], ["H", "P"]);
  assert.deepEqual(
    [two["Hide the selected"], two.Pin, two["Show its ties"]],
    [undefined, undefined, "Space"],
  );
});

test("an exported page lists no key that only the app obeys", () => {
  const [all, alone] = [true, false].map((acts) => keysFor(acts).map(([key]) => key));
  assert.deepEqual(
    all.filter((key) => !alone.includes(key)),
    ["Space", "H"],
  );
});

test("a group has no page, and neither has a pair with a group", () => {
  assert.ok(!("Its page" in asked({ kind: "node", id: "n:bloc:EU" })));
  assert.ok("Open group" in asked({ kind: "node", id: "n:bloc:EU" }));
  assert.deepEqual(asked({ kind: "tie", id: "e:1" })["Page of the two"], {
    act: "OpenPair",
    first: "IRN",
    second: "a:b",
  });
  assert.ok(!("Page of the two" in asked({ kind: "tie", id: "e:2" })));
});

test("without acts, nothing is offered that would need one", () => {
  for (const target of [{ kind: "node", id: "n:IRN" }, { kind: "tie", id: "e:1" }, { kind: "ground" }]) {
    const [all, alone] = [asked(target), asked(target, { acts: false })];
    assert.ok(Object.keys(alone).length >= 3 && Object.keys(alone).length < Object.keys(all).length);
    assert.ok(!Object.values(alone).some((sent) => sent?.act));
  }
});

test("something that has gone has no actions", () => {
  assert.deepEqual(asked({ kind: "node", id: "n:gone" }), {});
  assert.deepEqual(asked({ kind: "tie", id: "e:gone" }), {});
});

test("arrow keys go round the items of a menu", () => {
  assert.deepEqual(
    [nextItem("ArrowDown", 2, 3), nextItem("ArrowUp", 0, 3), nextItem("Home", 2, 3), nextItem("End", 0, 3)],
    [0, 2, 0, 2],
  );
  assert.equal(nextItem("Enter", 1, 3), undefined);
});
