// The legend of a saved picture.
import assert from "node:assert/strict";
import { test } from "node:test";
import { counted } from "../../explorer/network/frontend/counted.mjs";
import { paint } from "../../explorer/network/frontend/svg_pen.mjs";

const entry = (channel, key, count) => ({ channel, key, count, label: key });

test("the legend of a picture counts what is visible, and leaves out what is not", () => {
  const entries = [
    entry("kind", "country", 9),
    entry("kind", "person", 2),
    entry("sign", "conflict", 7),
    entry("sign", "relation", 12),
    entry("verdict", "rejected", 3),
    entry("voices", "2", 4),
    entry("status", "planned", 5),
    entry("denial", "denied", 5),
    entry("origin", "by_hand", 5),
  ];
  const nodes = [{ kind: "country" }, { kind: "country" }];
  const edges = [
    {
      sign: "conflict",
      verdict: "unreviewed",
      voices: "2",
      status: "planned",
      denial: "",
      origin: "by_hand",
    },
    {
      sign: "conflict",
      verdict: "verified",
      voices: "1",
      status: "actual",
      denial: "denied",
      origin: "extracted",
    },
  ];
  const found = counted(entries, nodes, edges).map(({ key, count }) => [key, count]);
  assert.deepEqual(found, [
    ["country", 2],
    ["conflict", 2],
    ["2", 1],
    ["planned", 1],
    ["denied", 1],
    ["by_hand", 1],
  ]);
});

test("an SVG has no colours that only browsers read", () => {
  assert.deepEqual(paint("stroke", "rgba(0, 114, 178, 0.85)"), {
    stroke: "rgb(0, 114, 178)",
    "stroke-opacity": 0.85,
  });
  assert.deepEqual(paint("fill", "rgb(1 2 3 / 0.5)"), { fill: "rgb(1, 2, 3)", "fill-opacity": 0.5 });
  assert.deepEqual(paint("fill", "#0072B2"), { fill: "#0072B2" });
});
