// @ts-check
// Draws the picture to save: the canvas on the page's background, with the legend below it and a line that says what
// the picture shows.
import { SHAPES } from "./icons.mjs";
import { drawMark } from "./marks.mjs";

const LINE = 13; // font size in pixels of the page
const ROW = 1.8 * LINE;
const SIGN = 28; // width of a line symbol; a node symbol has 16
const GAP = 18; // between two entries

/** @typedef {import("./theme.mjs").Theme} Theme */

/**
 * @param {HTMLCanvasElement} canvas
 * @param {{ stamp: string, legend: Messages.LegendLine[] }} data
 * @param {Theme} theme
 */
export function stamped(canvas, { stamp, legend }, theme) {
  const scale = canvas.width / canvas.clientWidth;
  const width = canvas.width / scale;
  const picture = document.createElement("canvas");
  const pen = /** @type {CanvasRenderingContext2D} */ (picture.getContext("2d"));
  const type = `${LINE}px ${theme.font}`;
  pen.font = type;
  const rows = inRows(
    pen,
    legend.filter(({ count }) => count),
    width - 2 * LINE,
  );
  const foot = ROW * (rows.length + (stamp ? 1 : 0)) + (rows.length || stamp ? LINE / 2 : 0);
  picture.width = canvas.width;
  picture.height = canvas.height + Math.round(foot * scale);
  pen.fillStyle = theme.background;
  pen.fillRect(0, 0, picture.width, picture.height);
  pen.drawImage(canvas, 0, 0);
  pen.scale(scale, scale);
  pen.translate(LINE, canvas.height / scale + LINE / 4);
  Object.assign(pen, { font: type, textBaseline: "middle" }); // resizing a canvas resets the drawing context
  for (const row of rows) {
    for (const { entry, x } of row) explain(pen, entry, x, theme);
    pen.translate(0, ROW);
  }
  pen.fillStyle = theme.text;
  pen.fillText(stamp, 0, ROW / 2, width - 2 * LINE);
  return picture;
}

/**
 * Puts the entries in rows of at most this width, each with the position where it begins.
 * @param {{ measureText(text: string): { width: number } }} pen
 * @param {Messages.LegendLine[]} entries
 * @param {number} width
 */
export function inRows(pen, entries, width) {
  /** @type {{ entry: Messages.LegendLine, x: number }[][]} */
  const rows = [];
  let x = Infinity;
  for (const entry of entries) {
    const wide = (entry.dash ? SIGN : 16) + 5 + pen.measureText(named(entry)).width;
    if (x + wide > width) {
      rows.push([]);
      x = 0;
    }
    rows.at(-1)?.push({ entry, x });
    x += wide + GAP;
  }
  return rows;
}

/** @param {Messages.LegendLine} entry */
function named({ label, count }) {
  return `${label} ${count}`;
}

/** @type {(pen: CanvasRenderingContext2D, entry: Messages.LegendLine, x: number, theme: Theme) => void} */
function explain(pen, entry, x, theme) {
  pen.save();
  pen.translate(x, ROW / 2);
  if (entry.dash) {
    const colour = entry.colour || theme.text;
    Object.assign(pen, { strokeStyle: colour, lineWidth: entry.width });
    pen.setLineDash(entry.dash);
    pen.stroke(new Path2D(`M0 0h${SIGN}`));
    pen.translate(SIGN / 2, 0);
    if (entry.mark) drawMark(pen, entry.mark, colour, theme.background);
    pen.translate(-SIGN / 2, 0);
  } else {
    pen.fillStyle = entry.colour;
    pen.translate(0, -8);
    pen.fill(new Path2D(SHAPES[entry.shape]));
    pen.translate(0, 8);
  }
  pen.fillStyle = theme.text;
  pen.fillText(named(entry), (entry.dash ? SIGN : 16) + 5, 0);
  pen.restore();
}
