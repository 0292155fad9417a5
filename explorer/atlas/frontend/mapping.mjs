// @ts-check
// The arithmetic of the map: curves, parts of the map, and which names can be shown.

const CLOSEST = 12;
const WORLDWIDE = 0.5; // of the map's width; places that are farther apart are shown on the whole map, both Americas too
const PACIFIC = { west: 0.13, east: 0.965 }; // shares of the map's width, from Alaska to New Zealand
const LETTER = 6; // pixels; the width of a letter in a name
export const NAMED = 11; // font size of a name, in pixels on the screen

/**
 * @typedef {{ x: number, y: number, width: number, height: number }} Part a part of the map, in its units
 * @typedef {{ x: number, y: number, text: string, chosen: boolean }} Name
 */

/**
 * A curve to the left of its direction, so that arcs in opposite directions do not cover each other.
 * @param {Pick<Messages.AtlasArc, "from" | "to" | "bend">} arc
 */
export function bow({ from: [x, y], to: [u, v], bend }) {
  const [dx, dy] = [u - x, v - y];
  return `M${x},${y}Q${(x + u) / 2 + dy * bend},${(y + v) / 2 - dx * bend} ${u},${v}`;
}

/**
 * The part of the map that contains these places, with a margin.
 * @type {(places: { x: number, y: number }[], full: Part) => Part}
 */
export function around(places, full) {
  if (!places.length) return full;
  const [xs, ys] = [places.map(({ x }) => x), places.map(({ y }) => y)];
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  if (right - left > WORLDWIDE * full.width) return withoutOcean(full, left, right);
  const width = Math.min(full.width, Math.max(full.width / 5, right - left + 120));
  const height = Math.min(full.height, Math.max(full.height / 5, bottom - top + 80));
  return { x: (left + right - width) / 2 + 15, y: (top + bottom - height) / 2, width, height };
}

/**
 * The map without the Pacific at its sides, unless there are places.
 * @type {(full: Part, left: number, right: number) => Part}
 */
function withoutOcean(full, left, right) {
  const x = Math.max(0, Math.min(PACIFIC.west * full.width, left - 40));
  const end = Math.min(full.width, Math.max(PACIFIC.east * full.width, right + 40));
  return { ...full, x, width: end - x };
}

/**
 * The part after a turn of the wheel: the spot under the pointer stays where it is.
 * @type {(box: Part, full: Part, spot: { x: number, y: number }, factor: number) => Part}
 */
export function zoomed(box, full, { x, y }, factor) {
  const width = Math.min(full.width, Math.max(full.width / CLOSEST, box.width * factor));
  const ratio = width / box.width;
  return { x: x + (box.x - x) * ratio, y: y + (box.y - y) * ratio, width, height: box.height * ratio };
}

/** Where a name can be beside its dot, the best first: pixels from the dot to the anchor of the text. */
export const SIDES = /** @type {const} */ ([
  { anchor: "start", dx: 5, dy: 3.5 },
  { anchor: "end", dx: -5, dy: 3.5 },
  { anchor: "middle", dx: 0, dy: -7 },
  { anchor: "middle", dx: 0, dy: 14 },
]);

/**
 * The side at which each name is shown: one where it covers no dot and no name before it. A name without such a side is
 * left out (null), unless it is chosen. Chosen names come first.
 * @param {Name[]} names
 * @param {number} unit map units in a pixel
 * @returns {(typeof SIDES[number] | null)[]}
 */
export function sidesOf(names, unit) {
  const taken = names.map(({ x, y }) => boxAround(x, y, 2 * DOT * unit, 2 * DOT * unit));
  /** @type {(typeof SIDES[number] | null)[]} */
  const found = names.map(() => null);
  const order = names
    .map((_, at) => at)
    .sort((a, b) => Number(names[b].chosen) - Number(names[a].chosen) || a - b);
  for (const at of order) {
    const boxes = SIDES.map((side) => boxOf(names[at], side, unit));
    const free = boxes.findIndex((box) => !taken.some((other) => overlap(box, other)));
    const chosen = free < 0 && names[at].chosen ? 0 : free;
    if (chosen < 0) continue;
    found[at] = SIDES[chosen];
    taken.push(boxes[chosen]);
  }
  return found;
}

const DOT = 3; // radius of a place in pixels

/** @type {(name: Name, side: typeof SIDES[number], unit: number) => Part} */
function boxOf({ x, y, text }, { anchor, dx, dy }, unit) {
  const width = text.length * LETTER * unit;
  const left = { start: 0, middle: width / 2, end: width }[anchor];
  return { x: x + dx * unit - left, y: y + (dy - 0.8 * NAMED) * unit, width, height: NAMED * unit };
}

/** @type {(x: number, y: number, width: number, height: number) => Part} */
function boxAround(x, y, width, height) {
  return { x: x - width / 2, y: y - height / 2, width, height };
}

/** @type {(one: Part, other: Part) => boolean} */
function overlap(one, other) {
  const across = one.x < other.x + other.width && other.x < one.x + one.width;
  return across && one.y < other.y + other.height && other.y < one.y + one.height;
}

/**
 * The part moved so that its centre is on the map: the map cannot be lost.
 * @type {(box: Part, full: Part) => Part}
 */
export function kept(box, full) {
  const x = Math.min(full.x + full.width, Math.max(full.x, box.x + box.width / 2)) - box.width / 2;
  const y = Math.min(full.y + full.height, Math.max(full.y, box.y + box.height / 2)) - box.height / 2;
  return { ...box, x, y };
}
