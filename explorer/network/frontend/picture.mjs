// @ts-check
// Draws the picture to save: the canvas on the page's background, with the legend below it and a line that says what
// the picture shows.
import { counted } from "./counted.mjs";
import { outline, SHAPES, svg } from "./icons.mjs";
import { drawMark } from "./marks.mjs";
import { grouped } from "./numbers.mjs";
import { SvgPen } from "./svg_pen.mjs";

const LINE = 13; // font size in pixels of the page
const ROW = 1.8 * LINE;
const SIGN = 28; // width of a line symbol; a node symbol has 16
const GAP = 18; // between two entries

/** @typedef {import("./theme.mjs").Theme} Theme */

/**
 * @typedef {object} PictureHost the network to save
 * @property {{ canvas: HTMLElement }} stage
 * @property {{ drawInto(pen: CanvasRenderingContext2D, ratio: number): void }} network
 * @property {Theme} theme
 * @property {(text: string) => string} say
 * @property {{ stamp: string, legend: Messages.LegendLine[] }} data
 * @property {{ nodes: { values(): Messages.DrawnNode[] }, edges: { values(): Messages.DrawnEdge[] } }} snapshot
 * @property {(node: string) => boolean} showsNode
 * @property {(edge: string) => boolean} showsEdge
 */

/**
 * The picture as pixels, `ratio` of them for each pixel of the page in both directions.
 * @type {(host: PictureHost, ratio: number) => HTMLCanvasElement}
 */
export function pixelsOf(host, ratio) {
  const picture = document.createElement("canvas");
  const pen = /** @type {CanvasRenderingContext2D} */ (picture.getContext("2d"));
  const { width, height, rows, foot } = sizesOf(pen, host);
  picture.width = Math.round(width * ratio);
  picture.height = Math.round((height + foot) * ratio);
  host.network.drawInto(pen, ratio);
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  drawFoot(pen, host, { width, height, rows, foot });
  return picture;
}

/**
 * The picture as SVG, in which names are texts.
 * @type {(host: PictureHost) => SVGSVGElement}
 */
export function outlinesOf(host) {
  const { clientWidth, clientHeight } = host.stage.canvas;
  const made = new SvgPen(clientWidth, clientHeight);
  const pen = /** @type {CanvasRenderingContext2D} */ (/** @type {unknown} */ (made));
  const sizes = sizesOf(pen, host);
  host.network.drawInto(pen, 1);
  made.grow(sizes.width, sizes.height + sizes.foot);
  pen.setTransform(1, 0, 0, 1, 0, 0);
  drawFoot(pen, host, sizes);
  made.root.prepend(svg("title", {}));
  /** @type {Element} */ (made.root.firstElementChild).textContent = host.data.stamp;
  return made.root;
}

/** @typedef {{ width: number, height: number, foot: number, rows: ReturnType<typeof inRows> }} Sizes */

/** @type {(pen: CanvasRenderingContext2D, host: PictureHost) => Sizes} */
function sizesOf(pen, host) {
  const { clientWidth: width, clientHeight: height } = host.stage.canvas;
  pen.font = `${LINE}px ${host.theme.font}`;
  const rows = inRows(pen, legendOf(host), width - 2 * LINE);
  const lines = rows.length + (host.data.stamp ? 1 : 0);
  return { width, height, rows, foot: lines ? ROW * lines + LINE / 2 : 0 };
}

/**
 * The legend of what is visible now, with the numbers behind the names.
 * @param {PictureHost} host
 */
function legendOf(host) {
  const nodes = host.snapshot.nodes.values().filter(({ id }) => host.showsNode(id));
  const edges = host.snapshot.edges.values().filter(({ id }) => host.showsEdge(id));
  return counted(host.data.legend, nodes, edges).map((entry) => ({
    ...entry,
    label: `${entry.label} ${grouped(entry.count, host)}`,
  }));
}

/** @type {(pen: CanvasRenderingContext2D, host: PictureHost, sizes: Sizes) => void} */
function drawFoot(pen, { theme, data }, { width, height, rows, foot }) {
  pen.fillStyle = theme.background;
  pen.fillRect(0, height, width, foot);
  pen.translate(LINE, height + LINE / 4);
  Object.assign(pen, { font: `${LINE}px ${theme.font}`, textBaseline: "middle", textAlign: "start" });
  for (const row of rows) {
    for (const { entry, x } of row) explain(pen, entry, x, theme);
    pen.translate(0, ROW);
  }
  pen.fillStyle = theme.text;
  pen.fillText(data.stamp, 0, ROW / 2, width - 2 * LINE);
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
    const wide = (entry.dash ? SIGN : 16) + 5 + pen.measureText(entry.label).width;
    if (x + wide > width) {
      rows.push([]);
      x = 0;
    }
    rows.at(-1)?.push({ entry, x });
    x += wide + GAP;
  }
  return rows;
}

/** @type {(pen: CanvasRenderingContext2D, entry: Messages.LegendLine, x: number, theme: Theme) => void} */
function explain(pen, entry, x, theme) {
  pen.save();
  pen.translate(x, ROW / 2);
  if (entry.dash) {
    const colour = entry.colour || theme.text;
    Object.assign(pen, { strokeStyle: colour, lineWidth: entry.width });
    pen.setLineDash(entry.dash);
    pen.stroke(outline(`M0 0h${SIGN}`));
    pen.translate(SIGN / 2, 0);
    if (entry.mark) drawMark(pen, entry.mark, colour, theme.background);
    pen.translate(-SIGN / 2, 0);
  } else {
    pen.fillStyle = entry.colour;
    pen.translate(0, -8);
    pen.fill(outline(SHAPES[entry.shape]));
    pen.translate(0, 8);
  }
  pen.fillStyle = theme.text;
  pen.fillText(entry.label, (entry.dash ? SIGN : 16) + 5, 0);
  pen.restore();
}
