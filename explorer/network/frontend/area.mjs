// @ts-check
// Selects the nodes in an area that the reader draws, with Shift held or while the tool is on.
import { svg } from "./icons.mjs";

const CLICK = 6; // pixels; a shorter movement is a click

/**
 * @typedef {{ x: number, y: number }} Spot
 *
 * @typedef {object} AreaHost
 * @property {{ canvas: HTMLElement }} stage
 * @property {{ getNodeAt(spot: Spot): string | undefined, canvasToDOM(place: Spot): Spot }} network
 * @property {{ refresh(): void }} toolbar
 * @property {string[]} chosen the selected nodes
 * @property {() => string[]} shownNodes
 * @property {(node: string) => Spot} placeOf
 * @property {(nodes: string[], edges: string[]) => void} select
 * @property {() => void} unhovered
 */

export class Area {
  on = false;
  /** @type {Spot[]} */
  #points = [];

  /** @param {AreaHost} host */
  constructor(host) {
    this.host = host;
    this.line = svg("polygon", { points: "" });
    this.layer = svg("svg", { class: "area", "aria-hidden": "true" });
    this.layer.append(this.line);
    this.controller = new AbortController();
    const options = { signal: this.controller.signal, capture: true }; // handle the event before vis-network, which would pan
    const { canvas } = host.stage;
    canvas.addEventListener("pointerdown", (event) => this.#begin(event), options);
    canvas.addEventListener("pointermove", (event) => this.#go(event), options);
    canvas.addEventListener("pointerup", (event) => this.#end(event), options);
    canvas.addEventListener("pointercancel", (event) => this.#end(event), options);
  }

  toggle(on = !this.on) {
    this.on = on;
    this.host.stage.canvas.classList.toggle("drawing", on);
    this.host.toolbar.refresh();
  }

  stop() {
    this.controller.abort();
    this.layer.remove();
  }

  /** @param {PointerEvent} event */
  #spot({ clientX, clientY }) {
    const { left, top } = this.host.stage.canvas.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  }

  /** @param {PointerEvent} event */
  #begin(event) {
    const spot = this.#spot(event);
    const onNode = () => this.host.network.getNodeAt(spot) !== undefined;
    if (event.button !== 0 || !(this.on || (event.shiftKey && !onNode()))) return;
    event.stopPropagation();
    this.#points = [spot];
    this.host.unhovered();
    this.host.stage.canvas.setPointerCapture(event.pointerId);
    this.host.stage.canvas.append(this.layer);
  }

  /** @param {PointerEvent} event */
  #go(event) {
    if (!this.#points.length) return;
    event.stopPropagation();
    this.#points.push(this.#spot(event));
    this.line.setAttribute("points", this.#points.map(({ x, y }) => `${x},${y}`).join(" "));
  }

  /** @param {PointerEvent} event */
  #end(event) {
    if (!this.#points.length) return;
    event.stopPropagation();
    const points = this.#points;
    const [first] = points;
    this.#points = [];
    this.layer.remove();
    this.line.setAttribute("points", "");
    const isDrawn = points.some(({ x, y }) => Math.hypot(x - first.x, y - first.y) > CLICK);
    if (isDrawn) this.#choose(points, event.ctrlKey || event.metaKey);
  }

  /** @type {(points: Spot[], more: boolean) => void} */
  #choose(points, more) {
    const { host } = this;
    const inside = host
      .shownNodes()
      .filter((id) => covers(points, host.network.canvasToDOM(host.placeOf(id))));
    host.select([...new Set([...(more ? host.chosen : []), ...inside])], []);
  }
}

/**
 * Whether the polygon through the points contains this point (even-odd rule).
 * @type {(points: Spot[], spot: Spot) => boolean}
 */
export function covers(points, { x, y }) {
  let inside = false;
  for (let at = 0, before = points.length - 1; at < points.length; before = at, at += 1) {
    const [a, b] = [points[at], points[before]];
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}
