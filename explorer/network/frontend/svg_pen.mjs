// @ts-check
// A drawing context that writes SVG instead of pixels. It has what the network draws with, so that a saved SVG is what
// is on the screen. Texts become text elements: they can be selected and searched, and the browser escapes them.
import { svg } from "./icons.mjs";

/** @typedef {[number, number, number, number, number, number]} Matrix as of a canvas: a, b, c, d, e, f */
/** @typedef {Record<string, string | number>} Attributes */

const ANCHORS = { left: "start", start: "start", center: "middle", right: "end", end: "end" };
const BASELINES = { middle: "central", top: "hanging", hanging: "hanging" }; // others stand on the line

/** What `save` keeps and `restore` brings back. */
class State {
  /** @type {Matrix} */
  matrix = [1, 0, 0, 1, 0, 0];
  fillStyle = "#000000";
  strokeStyle = "#000000";
  lineWidth = 1;
  lineCap = "butt";
  lineJoin = "miter";
  globalAlpha = 1;
  font = "10px sans-serif";
  textAlign = "start";
  textBaseline = "alphabetic";
  /** @type {number[]} */
  dash = [];
}

export class SvgPen extends State {
  /** @type {State[]} */
  #kept = [];
  #path = "";
  /** @type {{ text: string, x: number, y: number, line: Attributes } | null} */
  #halo = null; // the outline of a text that was drawn last, for the text that follows it
  #ruler = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));

  /**
   * @param {number} width in pixels of the page
   * @param {number} height
   */
  constructor(width, height) {
    super();
    this.canvas = { width, height };
    this.root = svg("svg", { xmlns: "http://www.w3.org/2000/svg" });
    this.grow(width, height);
  }

  /** @type {(width: number, height: number) => void} */
  grow(width, height) {
    for (const [name, value] of Object.entries({ width, height, viewBox: `0 0 ${width} ${height}` })) {
      this.root.setAttribute(name, String(value));
    }
  }

  /** @type {(name: "path" | "text" | "rect", attributes: Attributes, text?: string) => SVGElement} */
  #add(name, attributes, text) {
    const made = svg(
      name,
      this.globalAlpha < 1 ? { ...attributes, opacity: short(this.globalAlpha) } : attributes,
    );
    if (text !== undefined) made.textContent = text;
    this.root.append(made);
    return made;
  }

  // ------------------------------------------------------------------ state and places

  save() {
    this.#kept.push(Object.assign(new State(), pick(this)));
  }

  restore() {
    Object.assign(this, this.#kept.pop());
  }

  /** @param {Matrix} matrix */
  setTransform(...matrix) {
    this.matrix = matrix;
  }

  /** @type {(x: number, y: number) => void} */
  translate(x, y) {
    this.matrix = times(this.matrix, [1, 0, 0, 1, x, y]);
  }

  /** @type {(x: number, y: number) => void} */
  scale(x, y) {
    this.matrix = times(this.matrix, [x, 0, 0, y, 0, 0]);
  }

  /** @param {number} angle */
  rotate(angle) {
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    this.matrix = times(this.matrix, [cos, sin, -sin, cos, 0, 0]);
  }

  /** @param {number[]} dash */
  setLineDash(dash) {
    this.dash = [...dash];
  }

  getLineDash() {
    return this.dash;
  }

  get #unit() {
    const [a, b] = this.matrix;
    return Math.hypot(a, b);
  }

  /** @type {(...points: number[]) => string} */
  #at(...points) {
    const [a, b, c, d, e, f] = this.matrix;
    const moved = points.map((value, at) =>
      at % 2 ? b * points[at - 1] + d * value + f : a * value + c * points[at + 1] + e,
    );
    return moved.map(short).join(" ");
  }

  // ------------------------------------------------------------------ paths

  beginPath() {
    this.#path = "";
  }

  closePath() {
    if (this.#path) this.#path += "Z";
  }

  /** @type {(x: number, y: number) => void} */
  moveTo(x, y) {
    this.#path += `M${this.#at(x, y)}`;
  }

  /** @type {(x: number, y: number) => void} */
  lineTo(x, y) {
    this.#path += `${this.#path ? "L" : "M"}${this.#at(x, y)}`;
  }

  /** @type {(cx: number, cy: number, x: number, y: number) => void} */
  quadraticCurveTo(cx, cy, x, y) {
    this.#path += `Q${this.#at(cx, cy, x, y)}`;
  }

  /** @param {number[]} points two to bend to, and the end */
  bezierCurveTo(...points) {
    this.#path += `C${this.#at(...points)}`;
  }

  /** @type {(x: number, y: number, width: number, height: number) => void} */
  rect(x, y, width, height) {
    const corners = [
      this.#at(x, y),
      this.#at(x + width, y),
      this.#at(x + width, y + height),
      this.#at(x, y + height),
    ];
    this.#path += `M${corners.join("L")}Z`;
  }

  /** @type {(x: number, y: number, radius: number, from: number, to: number) => void} clockwise */
  arc(x, y, radius, from, to) {
    const turn = Math.min(2 * Math.PI, to - from);
    const size = short(radius * this.#unit);
    this.lineTo(x + radius * Math.cos(from), y + radius * Math.sin(from));
    for (const part of [0.5, 1]) {
      const [cos, sin] = [Math.cos(from + turn * part), Math.sin(from + turn * part)];
      this.#path += `A${size} ${size} 0 0 1 ${this.#at(x + radius * cos, y + radius * sin)}`;
    }
  }

  /** @param {Path2D & { d?: string }} [outline] */
  fill(outline) {
    this.#draw({ ...paint("fill", this.fillStyle) }, outline);
  }

  /** @param {Path2D & { d?: string }} [outline] */
  stroke(outline) {
    this.#draw({ fill: "none", ...this.#line(outline ? 1 : this.#unit) }, outline);
  }

  /** @type {(attributes: Attributes, outline?: { d?: string }) => void} */
  #draw(attributes, outline) {
    const d = outline ? outline.d : this.#path;
    if (!d) return;
    /** @type {Attributes} */
    const place = outline ? { transform: `matrix(${this.matrix.map(short).join(" ")})` } : {};
    this.#add("path", { d, ...place, ...attributes });
  }

  /** @param {number} unit pixels of the page in a pixel of the drawing */
  #line(unit) {
    /** @type {Attributes} */
    const dash = this.dash.length
      ? { "stroke-dasharray": this.dash.map((each) => short(each * unit)).join(" ") }
      : {};
    const ends = { "stroke-linecap": this.lineCap, "stroke-linejoin": this.lineJoin };
    return {
      ...paint("stroke", this.strokeStyle),
      "stroke-width": short(this.lineWidth * unit),
      ...ends,
      ...dash,
    };
  }

  /** @type {(x: number, y: number, width: number, height: number) => void} */
  fillRect(x, y, width, height) {
    const kept = this.#path;
    this.#path = "";
    this.rect(x, y, width, height);
    this.fill();
    this.#path = kept;
  }

  /** @type {(x: number, y: number, width: number, height: number) => void} */
  strokeRect(x, y, width, height) {
    const kept = this.#path;
    this.#path = "";
    this.rect(x, y, width, height);
    this.stroke();
    this.#path = kept;
  }

  clearRect() {} // every SVG begins clear

  // ------------------------------------------------------------------ texts

  /** @param {string} text */
  measureText(text) {
    this.#ruler.font = this.font;
    return this.#ruler.measureText(text);
  }

  /** @type {(text: string, x: number, y: number) => void} */
  strokeText(text, x, y) {
    this.#halo = { text, x, y, line: { ...this.#line(this.#unit), "paint-order": "stroke" } };
  }

  /** @type {(text: string, x: number, y: number, most?: number) => void} */
  fillText(text, x, y, most = Infinity) {
    const { text: same, x: left, y: top, line } = this.#halo ?? { line: {} };
    const halo = same === text && left === x && top === y ? line : {};
    const [px, py] = this.#at(x, y).split(" ");
    /** @type {Attributes} */
    const squeezed =
      this.measureText(text).width > most
        ? { textLength: short(most), lengthAdjust: "spacingAndGlyphs" }
        : {};
    this.#add(
      "text",
      { x: px, y: py, ...this.#type(), ...halo, ...paint("fill", this.fillStyle), ...squeezed },
      text,
    );
    this.#halo = null;
  }

  #type() {
    const [, weight = "", size = "10", family = "sans-serif"] =
      /^(\w+ )?([\d.]+)px (.+)$/.exec(this.font) ?? [];
    return {
      "font-family": family,
      "font-size": short(Number(size) * this.#unit),
      ...(weight ? { "font-weight": weight.trim() } : {}),
      "text-anchor": ANCHORS[/** @type {keyof typeof ANCHORS} */ (this.textAlign)] ?? "start",
      "dominant-baseline": BASELINES[/** @type {keyof typeof BASELINES} */ (this.textBaseline)] ?? "auto",
    };
  }
}

/** @param {State} pen */
function pick(pen) {
  return Object.fromEntries(
    Object.keys(new State()).map((name) => [name, pen[/** @type {keyof State} */ (name)]]),
  );
}

/** @type {(first: Matrix, then: Matrix) => Matrix} */
function times([a, b, c, d, e, f], [u, v, w, x, y, z]) {
  return [a * u + c * v, b * u + d * v, a * w + c * x, b * w + d * x, a * y + c * z + e, b * y + d * z + f];
}

/** @param {number} value in at most two decimals */
function short(value) {
  return Math.round(value * 100) / 100;
}

/**
 * A colour as attributes that all programs read: SVG 1.1 has no rgba().
 * @type {(name: "fill" | "stroke", colour: string) => Attributes}
 */
export function paint(name, colour) {
  const parts = /^rgba?\(([^)]+)\)$/
    .exec(colour)?.[1]
    .split(/[\s,/]+/)
    .filter(Boolean);
  if (!parts) return { [name]: colour };
  const solid = `rgb(${parts.slice(0, 3).join(", ")})`;
  return parts.length > 3 ? { [name]: solid, [`${name}-opacity`]: Number(parts[3]) } : { [name]: solid };
}
