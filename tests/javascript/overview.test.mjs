import assert from "node:assert/strict";
import { test } from "node:test";
import { faded } from "../../explorer/overview/frontend/colours.mjs";
import { folded, Names } from "../../explorer/overview/frontend/finding.mjs";
import { press } from "../../explorer/overview/frontend/keys.mjs";
import { Places } from "../../explorer/overview/frontend/places.mjs";
import { generator } from "./made_up.mjs";

test("spellings differ neither by case nor by marks", () => {
  assert.equal(folded(" Erdoğan "), folded("ERDOGAN"));
  assert.equal(folded("Côte d’Ivoire"), "cote d’ivoire");
});

test("whole names come first, then beginnings, then names with the text in them", () => {
  const names = new Names(["South Iran", "Iranian Navy", "Iran", "Israel", "IRAN"]);
  assert.deepEqual(names.find("iran", 9), [2, 4, 1, 0]);
  assert.deepEqual(names.find("iran", 2), [2, 4]);
});

test("no text and an unknown name find nothing", () => {
  const names = new Names(["Iran", ""]);
  assert.deepEqual([names.find("  ", 9), names.find("Peru", 9), names.find("i.an", 9)], [[], [], []]);
});

test("the grid finds the nearest node, as looking at all of them does", () => {
  const { whole } = generator(5);
  const x = Array.from({ length: 400 }, () => whole(-10_000, 10_000));
  const y = Array.from({ length: 400 }, () => whole(-10_000, 10_000));
  for (const cell of [50, 200, 3000]) {
    const places = new Places(x, y, cell);
    for (let round = 0; round < 300; round += 1) {
      const place = { x: whole(-11_000, 11_000), y: whole(-11_000, 11_000) };
      const reach = whole(1, 1500);
      const far = x.map((_, node) => Math.hypot(x[node] - place.x, y[node] - place.y));
      const least = Math.min(...far);
      const found = places.nearest(place, reach);
      if (least > reach) assert.equal(found, null);
      else assert.equal(far[found], least);
    }
  }
});

test("a colour is mixed with the background by a share", () => {
  assert.equal(faded("#000000", "#ffffff", 0), "#000000");
  assert.equal(faded("#000000", "#ffffff", 1), "#ffffff");
  assert.equal(faded("#0072B2", "#0e1117", 0.5), "#074265");
  assert.equal(faded("#f00", "rgb(0, 0, 255)", 0.5), "#800080");
  assert.equal(faded("#ff0000", "transparent", 1), "#ffffff");
});

test("keys move, zoom and step; other keys and those with Ctrl are left to the page", () => {
  const done = [];
  const board = {
    scene: {
      zoom: (factor) => done.push(factor > 1 ? "nearer" : "farther"),
      pan: (right, up) => done.push([right, up]),
      fit: () => done.push("all"),
    },
    step: (by) => done.push(by),
    toggleStepped: () => done.push("toggle"),
    escape: () => done.push("escape"),
  };
  const kept = (key, more = {}) => {
    let prevented = false;
    const event = { key, ...more, preventDefault: () => (prevented = true), stopPropagation: () => {} };
    press(event, board);
    return prevented;
  };
  for (const key of ["+", "-", "ArrowUp", "ArrowLeft", "F", "]", "[", "Enter", "Escape"])
    assert.ok(kept(key));
  assert.deepEqual(done, ["nearer", "farther", [0, 1], [-1, 0], "all", 1, -1, "toggle", "escape"]);
  for (const key of ["a", "Tab", "Shift", "F5"]) assert.ok(!kept(key));
  assert.ok(!kept("f", { ctrlKey: true }));
  assert.equal(done.length, 9);
});
