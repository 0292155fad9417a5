// @ts-check
// Saves a drawing of the page (the SVG in a container of Streamlit) as a file, in the browser alone.

const SCALE = 2; // pixels of a PNG for each pixel on the screen
const NAMESPACE = "http://www.w3.org/2000/svg";

/**
 * Saves the drawing in the container with this key as an SVG or PNG file.
 * @param {Messages.SentSave} wanted
 */
export async function save({ save: key, form, name }) {
  const drawn = document.querySelector(`.st-key-${CSS.escape(key)} svg.marks`);
  if (!(drawn instanceof SVGSVGElement)) return;
  const text = textOf(drawn, paperOf(drawn));
  const file = new Blob([text], { type: "image/svg+xml" });
  offer(form === "svg" ? file : await pixels(text, drawn), `${name}.${form}`);
}

/**
 * The first background behind an element that is not transparent.
 * @type {(node: Element | null) => string}
 */
function paperOf(node) {
  for (let at = node; at; at = at.parentElement) {
    const colour = getComputedStyle(at).backgroundColor;
    if (colour && colour !== "transparent" && !/, 0\)$/.test(colour)) return colour;
  }
  return "#ffffff";
}

/**
 * The text of a file with the drawing on its background.
 * @type {(drawn: SVGSVGElement, background: string) => string}
 */
function textOf(drawn, background) {
  const copy = /** @type {SVGSVGElement} */ (drawn.cloneNode(true));
  const sheet = document.createElementNS(NAMESPACE, "rect");
  for (const [name, value] of Object.entries({ width: "100%", height: "100%", fill: background })) {
    sheet.setAttribute(name, value);
  }
  copy.prepend(sheet);
  return new XMLSerializer().serializeToString(copy);
}

/**
 * The drawing as a PNG.
 * @type {(text: string, drawn: SVGSVGElement) => Promise<Blob>}
 */
async function pixels(text, drawn) {
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await picture.decode();
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width: SCALE * drawn.clientWidth, height: SCALE * drawn.clientHeight });
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob((blob) => blob && done(blob)));
}

/** @type {(file: Blob, name: string) => void} */
function offer(file, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
