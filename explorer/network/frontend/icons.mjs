// @ts-check
// Icons and legend symbols as SVG, so that they do not depend on the fonts of the reader's machine.

const SPACE = "http://www.w3.org/2000/svg";

/**
 * @template {keyof SVGElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | number>} attributes
 */
export function svg(tag, attributes) {
  const made = document.createElementNS(SPACE, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  return made;
}

/** @type {(width: number, height: number, part: SVGElement) => SVGSVGElement} */
function picture(width, height, part) {
  const made = svg("svg", { viewBox: `0 0 ${width} ${height}`, width, height, "aria-hidden": "true" });
  made.append(part);
  return made;
}

const STROKES = {
  in: "M9 4v10M4 9h10",
  out: "M4 9h10",
  fit: "M3 7V3h4M11 3h4v4M15 11v4h-4M7 15H3v-4",
  arrange:
    "M9 2.6a1.700 1.700 0 1 0 .01 0zM4 11.200a1.700 1.700 0 1 0 .01 0zM14 11.200a1.700 1.700 0 1 0 .01 0zM8.100 5.800 5 11.300M9.900 5.800l3.100 5.500M5.800 12.900h6.400",
  pin: "M9 11v5M5.5 11h7l-1.3-3.2V3.5H6.8v4.3z",
  full: "M10.5 3H15v4.5M15 3l-5 5M7.5 15H3v-4.5M3 15l5-5",
  png: "M9 3v8M5.5 7.8 9 11.3l3.5-3.5M3.5 15h11",
  play: "M6 4l7.500 5L6 14z",
  lock: "M5 8.5h8V15H5zM6.5 8.500V6a2.500 2.500 0 0 1 5 0v2.500",
  area: "M9 3c4 0 6.500 1.800 6.500 4.500S13 12 9 12 2.500 10.200 2.500 7.500 5 3 9 3zM6 12c-1 1-1 2.500.5 3.200",
  captions: "M2.500 13.500 15.500 13.500M5 10.500 9 3l4 7.500M6.500 8h5",
  keys: "M6.500 6.800a2.500 2.500 0 1 1 3.600 2.200c-.8.500-1.100 1-1.100 1.900M9 14h.01",
  legend: "M7.5 5H15M7.5 9H15M7.5 13H15M3.5 5h.01M3.5 9h.01M3.5 13h.01",
};

/** @param {keyof typeof STROKES} name */
export function icon(name) {
  return picture(18, 18, svg("path", { d: STROKES[name] }));
}

/** @type {Record<string, string>} */
export const SHAPES = {
  square: "M3 3h10v10H3z",
  hexagon: "M4.5 2.5h7L15 8l-3.5 5.5h-7L1 8z",
  triangle: "M8 2l6.5 11h-13z",
  triangleDown: "M8 14L1.500 3h13z",
  dot: "M8 2.500a5.500 5.500 0 1 0 .01 0z",
};

/** The marks of edges, as paths around the origin. */
export const MARKS = {
  tick: "M-3.500 .3-1 2.800 3.800-2.600",
  denied: "M-4.500 0a4.500 4.500 0 1 0 9 0a4.500 4.500 0 1 0-9 0M-3.200 3.200 3.200-3.200",
};

/**
 * A path that a canvas draws, and that a saved SVG has as text.
 * @param {string} d
 */
export function outline(d) {
  return Object.assign(new Path2D(d), { d });
}

/** @type {(shape: string, colour: string) => SVGSVGElement} */
export function nodeSwatch(shape, colour) {
  return picture(16, 16, svg("path", { d: SHAPES[shape], fill: colour, class: "swatch" }));
}

/** @type {(entry: Messages.LegendLine) => SVGSVGElement} */
export function lineSwatch({ colour, dash, width, mark }) {
  const stroke = colour || "currentColor";
  const dashes = (dash ?? []).join(" ");
  const line = svg("path", { d: "M1 8h26", stroke, "stroke-width": width, "stroke-dasharray": dashes });
  const made = picture(28, 16, line);
  if (!mark) return made;
  const at = { transform: "translate(14 8)" };
  made.append(svg("circle", { r: 7, class: "ground", ...at }));
  made.append(svg("path", { d: MARKS[mark], stroke, "stroke-width": 2, "stroke-linecap": "round", ...at }));
  return made;
}
