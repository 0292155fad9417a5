// @ts-check
// The position and zoom of the view: remembered for each view across page visits, and never changed unasked.
import { grouped } from "./numbers.mjs";
import { calm } from "./theme.mjs";

const CLOSEST = 5;
const FARTHEST = 0.05;
const SETTLING = 800; // milliseconds
const LARGEST = 1.4; // maximum scale of `fit`, so that a small network is not enlarged too much
const NAMES = 34; // pixels above and below the outermost nodes, for their names
const GAP_BELOW_TOOLS = 12; // pixels between the toolbar or the legend and the free area
const EASE = { duration: 260, easingFunction: "easeInOutQuad" };
const TRAVEL = 450; // milliseconds
/** @type {Map<string, { position: Place, scale: number }>} */
const outlooks = new Map(); // by view id

/**
 * @typedef {{ x: number, y: number }} Place
 * @typedef {{ width: number, height: number, y: number }} FreeArea its size in pixels, and how far its centre is below that of the canvas
 *
 * @typedef {object} CameraHost
 * @property {import("./drawing.mjs").Drawing} network
 * @property {{ canvas: HTMLElement, legend: HTMLElement, top: HTMLElement, hint: HTMLElement }} stage
 * @property {string[]} dragging nodes that the reader is dragging
 * @property {{ nodes: { values(): { id: string }[] } }} snapshot
 * @property {{ groups: Place[] }} data
 * @property {(node: string) => Place} placeOf
 * @property {(text: string) => string} say
 */

export class Camera {
  #size = { width: 0, height: 0 };
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #settled;

  /**
   * @param {CameraHost} host
   * @param {string} id of the view
   */
  constructor(host, id) {
    this.host = host;
    this.network = host.network;
    this.id = id;
    this.touched = false;
    this.travels = 0; // number of node animations that are running
    this.#frame();
    for (const event of /** @type {const} */ (["dragStart", "zoom", "click"])) {
      this.network.once(event, () => {
        this.touched = true;
      });
    }
    this.network.on("zoom", () => this.#keepInRange());
    for (const event of /** @type {const} */ (["zoom", "dragEnd", "animationFinished"])) {
      this.network.on(event, () => this.#remember());
    }
    this.watcher = new ResizeObserver(() => this.#resized());
    this.watcher.observe(host.stage.canvas);
  }

  // Sets position and zoom again after each resize, until the reader moves the view or the page has settled: the
  // page layout still changes after the first drawing, and vis-network rescales with every change of the canvas.
  #frame() {
    const until = performance.now() + SETTLING;
    this.#settled = setTimeout(() => this.#remember(), SETTLING);
    this.#look();
    this.network.on("resize", () => {
      if (!this.touched && performance.now() < until)
        queueMicrotask(() => this.network.isOpen && this.#look());
    });
  }

  #look() {
    const kept = outlooks.get(this.id);
    if (kept) this.network.moveTo({ ...kept, animation: false });
    else this.fit(false);
  }

  #keepInRange() {
    const scale = this.network.getScale();
    if (bounded(scale) !== scale) this.network.moveTo({ scale: bounded(scale) });
  }

  #resized() {
    const { clientWidth: width, clientHeight: height } = this.host.stage.canvas;
    const appeared = this.#size.width === 0 && width > 0 && !this.touched; // the canvas was in a closed tab
    this.#size = { width, height };
    if (appeared) this.#look();
  }

  /** Shows all nodes and names of groups in the part of the canvas that the legend and the toolbar leave free. */
  fit(smoothly = true) {
    this.host.stage.hint.hidden = true;
    const places = this.host.snapshot.nodes.values().map(({ id }) => this.host.placeOf(id));
    const look = fitting([...places, ...this.host.data.groups], this.#freeArea());
    if (look) this.network.moveTo({ ...look, animation: smoothly && !calm() ? EASE : false });
  }

  /** @returns {FreeArea} */
  #freeArea() {
    const { canvas, legend, top } = this.host.stage;
    const { clientWidth: width, clientHeight: height } = canvas;
    const above = Math.min(height / 4, top.offsetHeight + GAP_BELOW_TOOLS);
    const below = Math.min(height / 4, legend.hidden ? 0 : legend.offsetHeight + GAP_BELOW_TOOLS);
    return { width, height: height - above - below, y: (above - below) / 2 };
  }

  /** @param {number} factor */
  zoom(factor) {
    const scale = bounded(this.network.getScale() * factor);
    this.network.moveTo({ scale, animation: calm() ? false : EASE });
  }

  /** @type {(x: number, y: number) => void} */
  pan(x, y) {
    const { x: atX, y: atY } = this.network.getViewPosition();
    const step = 60 / this.network.getScale();
    this.network.moveTo({ position: { x: atX + x * step, y: atY + y * step } });
    this.#remember();
  }

  /**
   * Moves the view to a node that is outside the canvas or close to its edge.
   * @param {string} node
   */
  follow(node) {
    const place = this.host.placeOf(node);
    const { x, y } = this.network.canvasToDOM(place);
    const { clientWidth: width, clientHeight: height } = this.host.stage.canvas;
    if (x < 40 || y < 40 || x > width - 40 || y > height - 40) {
      this.network.moveTo({ position: place, animation: calm() ? false : EASE });
    }
  }

  /**
   * The view does not move by itself. If new nodes are outside it, a button says so, and shows them on a click.
   * @param {Place[]} nodes
   */
  announce(nodes) {
    const { canvas, hint, legend } = this.host.stage;
    const bottom = canvas.clientHeight - (legend.hidden ? 0 : legend.offsetHeight + 10);
    const outside = nodes.filter((node) => {
      const { x, y } = this.network.canvasToDOM(node);
      return x < 0 || y < 0 || x > canvas.clientWidth || y > bottom;
    });
    hint.hidden = outside.length === 0;
    hint.textContent = `${grouped(outside.length, this.host)} ${this.host.say("new outside the view: show all")}`;
    hint.onclick = () => this.fit();
  }

  /**
   * Animates nodes to new positions, then calls `then`. Nodes that the reader drags meanwhile are left alone.
   * @param {(Place & { id: string })[]} nodes
   */
  travel(nodes, then = () => {}) {
    const ways = new Map(nodes.map(({ id, x, y }) => [id, { from: this.host.placeOf(id), to: { x, y } }]));
    const start = performance.now();
    const span = calm() ? 0 : TRAVEL;
    this.travels += 1;
    /** @param {number} now */
    const step = (now) => {
      if (!this.network.isOpen) return;
      const t = span ? Math.min(1, Math.max(0, (now - start) / span)) : 1;
      for (const id of this.host.dragging) ways.delete(id);
      for (const [id, { from, to }] of ways) {
        if (this.network.hasNode(id)) this.network.put(id, between(from, to, t));
      }
      this.network.redraw();
      if (t < 1) return void requestAnimationFrame(step);
      this.travels -= 1;
      then();
    };
    requestAnimationFrame(step);
  }

  // Called after each movement and not on close, because the canvas has no size any more by then.
  #remember() {
    if (!this.#size.width) return;
    outlooks.set(this.id, { position: this.network.getViewPosition(), scale: this.network.getScale() });
  }

  stop() {
    clearTimeout(this.#settled);
    this.watcher.disconnect();
  }
}

/** @param {number} scale */
function bounded(scale) {
  return Math.min(CLOSEST, Math.max(FARTHEST, scale));
}

/** @param {number[]} values */
function span(values) {
  return { least: Math.min(...values), most: Math.max(...values) };
}

/**
 * Where a node is on its way after this part of the time, slow at both ends.
 * @type {(from: Place, to: Place, part: number) => Place}
 */
export function between(from, to, part) {
  const eased = part < 0.5 ? 2 * part * part : 1 - 2 * (1 - part) ** 2;
  return { x: from.x + (to.x - from.x) * eased, y: from.y + (to.y - from.y) * eased };
}

/**
 * The pixels left and right of the outermost nodes. In a narrow network, names of outer nodes lie on their inner side.
 * @param {number} width of the free area
 */
export function besides(width) {
  return Math.min(76, Math.max(34, width * 0.1));
}

/**
 * The centre and scale at which all places, with their names, are in the free area; null if there is nothing to show.
 * @param {Place[]} places
 * @param {FreeArea} free
 */
export function fitting(places, free) {
  if (!places.length || free.width <= 0) return null;
  const across = span(places.map(({ x }) => x));
  const down = span(places.map(({ y }) => y));
  const wanted = Math.min(
    (free.width - 2 * besides(free.width)) / (across.most - across.least || 1),
    (free.height - 2 * NAMES) / (down.most - down.least || 1),
  );
  const scale = Math.min(LARGEST, Math.max(FARTHEST, wanted));
  const middle = { x: (across.least + across.most) / 2, y: (down.least + down.most) / 2 };
  return { position: { x: middle.x, y: middle.y - free.y / scale }, scale };
}
