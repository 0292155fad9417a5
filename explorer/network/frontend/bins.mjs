// @ts-check
// The arithmetic of the time bar. A range is the indexes of the first and last bin of a period, inclusive; null is
// all time. A range that begins behind the last bin is a period without bins.

const EDGE = 7; // pixels around an end of the period in which it can be dragged

/**
 * @typedef {[number, number]} Range
 * @typedef {[string, string]} Days the first and the last day
 * @typedef {keyof Messages.TimeBar["colours"]} Sign
 * @typedef {{ bin: number, before: Range | null, how: "new" | "left" | "right" | "move" }} Drag
 */

/**
 * The bins that a period touches.
 * @type {(bins: Days[], period: Days) => Range}
 */
export function rangeOf(bins, [first, last]) {
  const inside = bins.flatMap(([start, end], at) => (start <= last && first <= end ? [at] : []));
  return inside.length ? [inside[0], inside[inside.length - 1]] : [bins.length, bins.length];
}

/**
 * The days of a range, or null for all time and where there are no bins.
 * @type {(bins: Days[], range: Range | null) => Days | null}
 */
export function daysOf(bins, range) {
  if (!range || !bins[range[0]] || !bins[range[1]]) return null;
  return [bins[range[0]][0], bins[range[1]][1]];
}

/**
 * The bin at this pixel of a bar, the nearest one if the pixel is outside.
 * @type {(x: number, width: number, count: number) => number}
 */
export function binAt(x, width, count) {
  return Math.min(count - 1, Math.max(0, Math.floor((x / (width || 1)) * count)));
}

/**
 * What a drag that begins at this pixel changes: an end of the range, all of it, or none of it (a new range).
 * @type {(x: number, range: Range | null, width: number, count: number) => Drag["how"]}
 */
export function heldAt(x, range, width, count) {
  if (!range) return "new";
  const step = width / count;
  const [left, right] = [range[0] * step, (range[1] + 1) * step];
  if (Math.abs(x - left) <= EDGE) return "left";
  if (Math.abs(x - right) <= EDGE) return "right";
  return x > left && x < right ? "move" : "new";
}

/**
 * The range that a drag to this bin chooses.
 * @type {(drag: Drag, bin: number, count: number) => Range}
 */
export function draggedTo(drag, bin, count) {
  const [first, last] = drag.before ?? [drag.bin, drag.bin];
  const shift = Math.min(count - 1 - last, Math.max(-first, bin - drag.bin));
  /** @type {Record<Drag["how"], Range>} */
  const wanted = {
    new: [drag.bin, bin],
    left: [Math.min(bin, count - 1), Math.min(last, count - 1)],
    right: [first, bin],
    move: [first + shift, last + shift],
  };
  const [one, other] = wanted[drag.how];
  return [Math.min(one, other), Math.max(one, other)];
}

/**
 * The range one bin to the left (-1) or right (1), or with only its last bin moved; null if there is none.
 * @type {(range: Range | null, step: -1 | 1, lastOnly: boolean, count: number) => Range | null}
 */
export function stepped(range, step, lastOnly, count) {
  const [first, last] = range ?? (step > 0 ? [-1, -1] : [count, count]);
  /** @type {Range} */
  const wanted = lastOnly && range ? [first, last + step] : [first + step, last + step];
  return wanted[0] >= 0 && wanted[1] < count && wanted[0] <= wanted[1] ? wanted : null;
}

/**
 * Where the animation begins: at this range, or at the first bins if nothing comes after it.
 * @type {(range: Range | null, count: number) => Range}
 */
export function beginning(range, count) {
  if (range && range[1] + 1 < count) return range;
  const length = range && range[0] < count ? range[1] - range[0] : Math.ceil(count / 10) - 1;
  return [0, Math.max(0, Math.min(length, count - 2))];
}

/**
 * The number of claims of each sign in each bin.
 * @param {number} count of bins
 * @param {Iterable<string>} ties
 * @param {Map<string, [number, number, Sign][]>} claims tie -> bin, claims, sign
 */
export function heights(count, ties, claims) {
  const bins = Array.from({ length: count }, () => ({
    cooperation: 0,
    neutral: 0,
    relation: 0,
    conflict: 0,
  }));
  for (const tie of ties) {
    for (const [bin, number, sign] of claims.get(tie) ?? []) bins[bin][sign] += number;
  }
  return bins;
}

/**
 * The name of a range, from the names of its first and last bin ("2 Oct 2023 – 8 Oct 2023").
 * @type {(names: string[], range: Range | null) => string}
 */
export function nameOf(names, range) {
  const [first, last] = range ?? [0, names.length - 1];
  const [from, to] = [names[first], names[last]].map((name) => name?.split(" – ") ?? [""]);
  return [...new Set([from[0], to[to.length - 1]])].join(" – ");
}
