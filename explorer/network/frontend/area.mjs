// Selects the nodes in an area that the reader draws, with Shift held or while the tool is on.
import { svg } from "./icons.mjs";

const CLICK = 6; // pixels; a shorter movement is a click

export class Area {
  on = false;
  #points = [];

  constructor(view) {
    this.view = view;
    this.line = svg("polygon", { points: "" });
    this.layer = svg("svg", { class: "area", "aria-hidden": "true" });
    this.layer.append(this.line);
    this.controller = new AbortController();
    const options = { signal: this.controller.signal, capture: true }; // handle the event before vis-network, which would pan
    view.stage.canvas.addEventListener("pointerdown", (event) => this.#begin(event), options);
    view.stage.canvas.addEventListener("pointermove", (event) => this.#go(event), options);
    for (const name of ["pointerup", "pointercancel"])
      view.stage.canvas.addEventListener(name, (event) => this.#end(event), options);
  }

  toggle(on = !this.on) {
    this.on = on;
    this.view.stage.canvas.classList.toggle("drawing", on);
    this.view.toolbar.refresh();
  }

  stop() {
    this.controller.abort();
    this.layer.remove();
  }

  #spot({ clientX, clientY }) {
    const { left, top } = this.view.stage.canvas.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  }

  #begin(event) {
    const spot = this.#spot(event);
    const wanted =
      event.button === 0 && (this.on || (event.shiftKey && this.view.network.getNodeAt(spot) === undefined));
    if (!wanted) return;
    event.stopPropagation();
    this.#points = [spot];
    this.view.unhovered();
    this.view.stage.canvas.setPointerCapture(event.pointerId);
    this.view.stage.canvas.append(this.layer);
  }

  #go(event) {
    if (!this.#points.length) return;
    event.stopPropagation();
    this.#points.push(this.#spot(event));
    this.line.setAttribute("points", this.#points.map(({ x, y }) => `${x},${y}`).join(" "));
  }

  #end(event) {
    if (!this.#points.length) return;
    event.stopPropagation();
    const [points, first] = [this.#points, this.#points[0]];
    this.#points = [];
    this.layer.remove();
    this.line.setAttribute("points", "");
    if (points.some(({ x, y }) => Math.hypot(x - first.x, y - first.y) > CLICK))
      this.#choose(points, event.ctrlKey || event.metaKey);
  }

  #choose(points, more) {
    const inside = this.view.nodes
      .getIds()
      .filter((id) => this.view.showsNode(id))
      .filter((id) => covers(points, this.view.network.canvasToDOM(this.view.placeOf(id))));
    this.view.select([...new Set([...(more ? this.view.chosen : []), ...inside])], []);
  }
}

// Whether the polygon through the points contains this point (even-odd rule).
function covers(points, { x, y }) {
  let inside = false;
  for (let at = 0, before = points.length - 1; at < points.length; before = at, at += 1) {
    const [a, b] = [points[at], points[before]];
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}
