// @ts-check
// The arithmetic of the map: curves, parts of the map, and which names can be shown.

const CLOSEST = 12;
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
  const width = Math.min(full.width, Math.max(full.width / 5, right - left + 120));
  const height = Math.min(full.height, Math.max(full.height / 5, bottom - top + 80));
  return { x: (left + right - width) / 2 + 15, y: (top + bottom - height) / 2, width, height };
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

/**
 * Whether each name is shown: a name that would cover one before it is left out, unless it is chosen.
 * @param {Name[]} names
 * @param {number} unit map units in a pixel
 */
export function uncovered(names, unit) {
  /** @type {{ x: number, y: number, width: number }[]} */
  const taken = [];
  return names.map(({ x, y, text, chosen }) => {
    const at = { x, y, width: text.length * LETTER * unit };
    const covers = taken.some(
      (other) => Math.abs(other.y - y) < NAMED * unit && x < other.x + other.width && other.x < x + at.width,
    );
    if (!covers || chosen) taken.push(at);
    return !covers || chosen;
  });
}
