// @ts-check
// The captions of edges: of those that are selected or under the pointer, and on demand of all that have room.

const LONGEST = 30; // characters of a caption that the reader did not ask for by itself
const SMALLER = 0.86; // of the font size of names

/**
 * @typedef {import("./crowd.mjs").Box} Box
 * @typedef {{ x: number, y: number }} Place
 *
 * @typedef {object} CaptionHost
 * @property {import("./drawing.mjs").Drawing} network
 * @property {import("./theme.mjs").Theme} theme
 * @property {boolean} captioned whether the reader wants captions on all edges
 * @property {{ chosenEdges(): string[], isLitEdge(edge: string): boolean }} emphasis
 * @property {{ edges: { values(): Messages.DrawnEdge[] } }} snapshot
 * @property {(kind: "nodes" | "edges", id: string) => { label: string } | undefined} about
 * @property {(edge: string) => boolean} showsEdge
 *
 * @typedef {{ id: string, text: string, forced: boolean }} Caption
 */

/**
 * The captions to draw, those that the reader asked for first, then the strongest ties.
 * @type {(host: CaptionHost, hovered: string | null) => Caption[]}
 */
export function captionsOf(host, hovered) {
  const asked = new Set(host.emphasis.chosenEdges());
  if (hovered !== null) asked.add(hovered);
  const wanted = [...asked].map((id) => ({ id, text: host.about("edges", id)?.label ?? "", forced: true }));
  const others = host.captioned
    ? host.snapshot.edges
        .values()
        .filter(({ id }) => !asked.has(id) && host.emphasis.isLitEdge(id))
        .toSorted((a, b) => b.width - a.width)
        .map(({ id, label }) => ({ id, text: shortened(label), forced: false }))
    : [];
  return [...wanted, ...others].filter(({ id, text }) => text && host.showsEdge(id));
}

/**
 * Draws captions beside their edges. Those that are not `forced` are left out where they would cover the crowd.
 * @param {CanvasRenderingContext2D} context
 * @param {CaptionHost} host
 * @param {Caption[]} captions
 * @param {{ size: number, crowd: import("./crowd.mjs").Crowd<Box>, write(text: string, box: Box): void }} page
 */
export function drawCaptions(context, host, captions, { size, crowd, write }) {
  const type = size * SMALLER;
  for (const { id, text, forced } of captions) {
    const points = host.network.pointsOf(id, [0.05, 0.5, 0.95]);
    if (!points) continue;
    context.font = `${forced ? 600 : 400} ${type}px ${host.theme.font}`;
    const { x, y } = besideMiddle(points, type);
    const half = context.measureText(text).width / 2 + 2;
    const box = { left: x - half, top: y - type / 2, right: x + half, bottom: y + type / 2 };
    if (!forced && crowd.meets(box)) continue;
    crowd.add(box);
    write(text, box);
  }
}

/** @param {string} text */
export function shortened(text) {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1).trimEnd()}…`;
}

/**
 * The position of a caption of this size: beside the middle of its edge, on the outer side of the curve.
 * @param {Place[]} points near the start, in the middle and near the end
 * @param {number} size
 */
export function besideMiddle([start, middle, end], size) {
  const [dx, dy] = [end.x - start.x, end.y - start.y];
  const length = Math.hypot(dx, dy) || 1;
  const [nx, ny] = [-dy / length, dx / length];
  const outer =
    (middle.x - (start.x + end.x) / 2) * nx + (middle.y - (start.y + end.y) / 2) * ny >= 0 ? 1 : -1;
  const away = outer * (size + 4);
  return { x: middle.x + nx * away, y: middle.y + ny * away };
}
