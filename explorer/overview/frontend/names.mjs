// @ts-check
// Writes names above the picture: of the node under the pointer, of the selected ones, and of as many others as fit,
// those with the most partners first. Names are text on a canvas and never markup.
import { Crowd } from "../konstelasi.network/crowd.mjs";

const SIZE = 12; // pixels
const MOST = 60; // names
const TRIED = 1500; // nodes in view that are tried for a name
const RINGED = 40; // selected nodes with a ring
const FORCED = 8; // selected nodes whose names are always written

/**
 * @typedef {object} NamesHost
 * @property {import("./scene.mjs").Scene} scene
 * @property {Messages.OverviewPicture} picture
 * @property {Set<number>} chosen
 * @property {number | null} pointed
 * @property {() => import("../../network/frontend/theme.mjs").Theme} theme
 */

export class NameLayer {
  /** @type {Map<number, number>} */
  #widths = new Map();

  /**
   * @param {HTMLElement} box
   * @param {NamesHost} host
   */
  constructor(box, host) {
    this.box = box;
    this.host = host;
    this.canvas = document.createElement("canvas");
    this.canvas.className = "names";
    box.append(this.canvas);
  }

  draw() {
    const { chosen, pointed, theme } = this.host;
    const context = this.#cleared();
    if (!context) return;
    const { background, text, font, accent } = theme();
    Object.assign(context, {
      font: `${SIZE}px ${font}`,
      lineWidth: 3,
      lineJoin: "round",
      textBaseline: "middle",
    });
    Object.assign(context, { strokeStyle: background, fillStyle: text });
    const crowd = new Crowd();
    const [ringed, first] = [[...chosen].slice(0, RINGED), pointed === null ? [] : [pointed]];
    for (const node of new Set([...ringed, ...first]))
      this.#ring(context, node, node === pointed ? text : accent);
    const forced = chosen.size > FORCED ? first : [...first, ...chosen];
    for (const node of new Set(forced)) this.#write(context, node, crowd, true);
    this.#writeOthers(context, crowd);
  }

  /** @type {(context: CanvasRenderingContext2D, crowd: Crowd) => void} */
  #writeOthers(context, crowd) {
    const { chosen, picture } = this.host;
    const wanted = chosen.size ? [...chosen] : picture.ids.keys();
    let [tried, written] = [0, 0];
    for (const node of wanted) {
      const done = this.#write(context, node, crowd, false);
      if (done !== null) tried += 1;
      if (done) written += 1;
      if (tried === TRIED || written === MOST) return;
    }
  }

  #cleared() {
    const { clientWidth: width, clientHeight: height } = this.box;
    const ratio = window.devicePixelRatio || 1;
    if (this.canvas.width !== Math.round(width * ratio) || this.canvas.height !== Math.round(height * ratio))
      Object.assign(this.canvas, { width: Math.round(width * ratio), height: Math.round(height * ratio) });
    const context = this.canvas.getContext("2d");
    context?.setTransform(ratio, 0, 0, ratio, 0, 0);
    context?.clearRect(0, 0, width, height);
    return context;
  }

  /**
   * Writes the name of a node beside it. Returns whether it was written, null if the node is out of sight.
   * @type {(context: CanvasRenderingContext2D, node: number, crowd: Crowd, forced: boolean) => boolean | null}
   */
  #write(context, node, crowd, forced) {
    const { x, y } = this.host.scene.spotOf(node);
    if (x < 0 || y < 0 || x > this.box.clientWidth || y > this.box.clientHeight) return null;
    const name = this.host.picture.names[node];
    const gap = this.#radius(node) + 4;
    const width = this.#width(context, node, name);
    const left = x + gap + width > this.box.clientWidth ? x - gap - width : x + gap;
    const box = { left: left - 2, top: y - SIZE * 0.7, right: left + width + 2, bottom: y + SIZE * 0.7 };
    if (!forced && crowd.meets(box)) return false;
    crowd.add(box);
    context.strokeText(name, left, y);
    context.fillText(name, left, y);
    return true;
  }

  /** @type {(context: CanvasRenderingContext2D, node: number, colour: string) => void} */
  #ring(context, node, colour) {
    const { x, y } = this.host.scene.spotOf(node);
    context.save();
    Object.assign(context, { strokeStyle: colour, lineWidth: 2 });
    context.beginPath();
    context.arc(x, y, this.#radius(node) + 2, 0, 2 * Math.PI);
    context.stroke();
    context.restore();
  }

  /** @param {number} node */
  #radius(node) {
    const { scene } = this.host;
    return scene.graph.getNodeAttribute(String(node), "size") * scene.growth;
  }

  /** @type {(context: CanvasRenderingContext2D, node: number, name: string) => number} */
  #width(context, node, name) {
    const known = this.#widths.get(node) ?? context.measureText(name).width;
    this.#widths.set(node, known);
    return known;
  }
}
