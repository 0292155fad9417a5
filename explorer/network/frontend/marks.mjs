// @ts-check
// The marks in the middle of edges that are an exception, such as the tick of a verified tie. They keep their size on
// the screen.
import { MARKS, outline } from "./icons.mjs";

const DISC = 7; // radius in pixels
const FAINT = 0.3;

/**
 * @typedef {object} MarkHost
 * @property {import("./drawing.mjs").Drawing} network
 * @property {import("./theme.mjs").Theme} theme
 * @property {{ isLitEdge(edge: string): boolean }} emphasis
 * @property {{ edges: { values(): Messages.DrawnEdge[] } }} snapshot
 * @property {(edge: string) => boolean} showsEdge
 */

/** @type {(context: CanvasRenderingContext2D, host: MarkHost) => void} */
export function drawMarks(context, host) {
  const { network, theme } = host;
  const ratio = network.pixelRatio;
  for (const edge of host.snapshot.edges.values()) {
    if (!(edge.mark || edge.denial) || !host.showsEdge(edge.id)) continue;
    const [middle] = network.pointsOf(edge.id, [0.5]) ?? [];
    if (!middle) continue;
    for (const { mark, x } of sideBySide([edge.mark, edge.denial])) {
      context.save();
      context.setTransform(ratio, 0, 0, ratio, (middle.x + x) * ratio, middle.y * ratio);
      context.globalAlpha = host.emphasis.isLitEdge(edge.id) ? 1 : FAINT;
      drawMark(context, mark, String(edge.color.color), theme.background);
      context.restore();
    }
  }
}

/**
 * The marks of an edge with their distances from its middle, in pixels to the right.
 * @param {Messages.DrawnEdge["mark"][]} marks
 */
export function sideBySide(marks) {
  const drawn = marks.filter((mark) => mark !== "");
  return drawn.map((mark, at) => ({ mark, x: (2 * at + 1 - drawn.length) * DISC }));
}

/**
 * Draws a mark around the origin.
 * @type {(context: CanvasRenderingContext2D, mark: keyof typeof MARKS, colour: string, ground: string) => void}
 */
export function drawMark(context, mark, colour, ground) {
  Object.assign(context, { fillStyle: ground, strokeStyle: colour, lineWidth: 2, lineCap: "round" });
  context.setLineDash([]);
  context.beginPath();
  context.arc(0, 0, DISC, 0, 2 * Math.PI);
  context.fill();
  context.stroke(outline(MARKS[mark]));
}
