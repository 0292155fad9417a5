// @ts-check
// Draws arcs and capitals on the world map in the component, and hides those outside the period of the time bar.
// Text is only ever set as text.
import { areSeen, numbered } from "../konstelasi.network/reports.mjs";
import { readTheme } from "../konstelasi.network/theme.mjs";
import { Times } from "../konstelasi.network/times.mjs";
import { around, bow, kept, NAMED, SIDES, sidesOf, zoomed } from "./mapping.mjs";
import { offer } from "./tools.mjs";

const SPACE = "http://www.w3.org/2000/svg";
const CLICK = 4; // pixels; a shorter movement is a click

/**
 * @typedef {Component<Messages.AtlasData, Messages.AtlasTriggers>} Call
 * @typedef {import("./mapping.mjs").Part} Part
 * @typedef {Messages.AtlasPlace | Messages.AtlasArc} Item
 * @typedef {{ node: SVGElement, item: Item, kind: "place" | "arc" }} Drawn
 * @typedef {{ node: SVGTextElement, place: Messages.AtlasPlace }} Named
 */

/**
 * @template {keyof SVGElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | number>} attributes
 */
function svg(tag, attributes) {
  const made = document.createElementNS(SPACE, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  return made;
}

/**
 * Lets an arc or a place be reached and chosen.
 * @type {(node: SVGElement, kind: "place" | "arc", item: Item) => Drawn}
 */
function reachable(node, kind, item) {
  const title = svg("title", {});
  title.textContent = item.title;
  node.append(title);
  node.dataset.kind = kind;
  node.dataset.id = item.id;
  node.setAttribute("tabindex", "0");
  node.setAttribute("role", "button");
  node.setAttribute("aria-label", item.title.replaceAll("\n", ", "));
  node.classList.toggle("chosen", item.chosen);
  return { node, kind, item };
}

/**
 * The act of a click, as explorer/acts/network.py defines it.
 * @type {(kind: string | undefined, id: string) => Messages.AtlasTriggers["act"]}
 */
function selecting(kind, id) {
  return kind === "arc" ? { act: "SelectEdge", edge: id } : { act: "SelectNode", node: id };
}

class Atlas {
  /** @type {Drawn[]} */
  #drawn = [];
  /** @type {Named[]} */
  #names = [];
  /** @type {Set<string> | null} */
  #lit = null; // ids of the ties of what is chosen
  /** @type {{ x: number, y: number, box: Part } | null} */
  #from = null; // where a drag began
  #moved = false;
  #fitted = false;

  /**
   * @param {HTMLElement} root
   * @param {Call} call
   */
  constructor(root, call) {
    this.root = root;
    this.call = call;
    this.world = /** @type {SVGSVGElement} */ (root.querySelector("svg"));
    this.layer = svg("g", {});
    this.world.append(this.layer);
    const { width, height } = this.world.viewBox.baseVal;
    this.full = { x: 0, y: 0, width, height };
    this.box = { ...this.full };
    this.#listen();
    this.times = new Times(this.#timed());
  }

  #listen() {
    const { world } = this;
    world.addEventListener("wheel", (event) => this.#zoom(event), { passive: false });
    world.addEventListener("pointerdown", (event) => {
      this.#from = { x: event.clientX, y: event.clientY, box: { ...this.box } };
      this.#moved = false;
    });
    world.addEventListener("pointermove", (event) => this.#drag(event));
    world.addEventListener("pointerup", () => {
      this.#from = null;
    });
    world.addEventListener("dblclick", () => this.#look(this.full));
    world.addEventListener("click", (event) => {
      if (!this.#moved) this.#tell(event.target);
    });
    world.addEventListener("keydown", (event) => this.#keyed(event));
  }

  /** The map as the host of the time bar. */
  #timed() {
    const { root } = this;
    return {
      root,
      box: /** @type {HTMLElement} */ (root.querySelector(".times")),
      say: (/** @type {string} */ text) => this.call.data.texts[text] ?? text,
      theme: () => readTheme(root),
      ties: () => Object.keys(this.call.data.times.edges),
      lit: () => this.#lit,
      changed: () => this.#sift(),
      tell: (/** @type {[string, string] | null} */ days) =>
        this.call.setTriggerValue("window", numbered({ days })),
      isOnPage: () => root.isConnected,
    };
  }

  /** @param {Call} call */
  draw(call) {
    const fresh = this.call === call;
    this.call = call;
    const { arcs, places, height, label, note, times, window: period } = call.data;
    this.root.style.height = typeof height === "number" ? `${height}px` : height;
    this.#offerTools();
    this.world.setAttribute("aria-label", label);
    /** @type {HTMLElement} */ (this.root.querySelector(".note")).textContent = note;
    this.layer.classList.toggle(
      "some",
      arcs.some(({ chosen }) => chosen),
    );
    this.#drawn = [...arcs.map(lineOf), ...places.map(dotOf)];
    this.#names = places.map(nameOf);
    this.layer.replaceChildren(...[...this.#drawn, ...this.#names].map(({ node }) => node));
    this.#look(this.#fitted ? this.box : around(places, this.full));
    this.#fitted ||= places.length > 0;
    const chosen = [...arcs, ...places].filter((item) => item.chosen);
    this.#lit = chosen.length ? new Set(chosen.flatMap(({ ties }) => ties)) : null;
    this.times.take(times);
    this.times.show(fresh || areSeen(call.data) ? period : undefined);
    this.#sift();
  }

  /** Shows the places and arcs that have a tie in the period. Places without ties are always shown. */
  #sift() {
    const shown = new Set();
    for (const { node, item, kind } of this.#drawn) {
      const through = !item.ties.length || item.ties.some((tie) => this.times.lets(tie));
      node.toggleAttribute("data-past", !through);
      if (through && kind === "place") shown.add(item.id);
    }
    for (const { node, place } of this.#names) node.toggleAttribute("data-past", !shown.has(place.id));
    for (const path of this.world.querySelectorAll(".land path")) {
      path.classList.toggle("tied", shown.has(path.getAttribute("data-country")));
    }
    this.#look(this.box);
  }

  /** The number of map units in a screen pixel. */
  #unit() {
    return Math.max(
      this.box.width / (this.world.clientWidth || 1),
      this.box.height / (this.world.clientHeight || 1),
    );
  }

  /**
   * Shows this part of the map. Names and dots keep their size on the screen at every zoom.
   * @param {Part} box
   */
  #look(box) {
    this.box = kept(box, this.full);
    const { x, y, width, height } = this.box;
    this.world.setAttribute("viewBox", `${x} ${y} ${width} ${height}`);
    const unit = this.#unit();
    for (const { node, kind } of this.#drawn) {
      if (kind === "place") setAll(node, { r: 3.2 * unit, "stroke-width": 1.2 });
    }
    const names = this.#names.filter(({ node }) => !node.hasAttribute("data-past"));
    const sides = sidesOf(
      names.map(({ place }) => ({ ...place, text: place.name })),
      unit,
    );
    for (const [at, { node }] of names.entries()) {
      const { anchor, dx, dy } = sides[at] ?? SIDES[0];
      setAll(node, { "font-size": NAMED * unit, "stroke-width": 2.5 * unit, dx: dx * unit, dy: dy * unit });
      node.setAttribute("text-anchor", anchor);
      node.style.display = sides[at] ? "" : "none";
    }
  }

  /** @param {WheelEvent} event */
  #zoom(event) {
    event.preventDefault();
    const matrix = this.world.getScreenCTM();
    if (!matrix) return; // the map is not shown
    const spot = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
    this.#look(zoomed(this.box, this.full, spot, Math.exp(event.deltaY * 0.0015)));
  }

  /**
   * Zooms about the centre.
   * @param {number} factor of the width of what is seen
   */
  #nearer(factor) {
    const { x, y, width, height } = this.box;
    this.#look(zoomed(this.box, this.full, { x: x + width / 2, y: y + height / 2 }, factor));
  }

  /** @param {KeyboardEvent} event */
  #keyed(event) {
    const { x, y, width, height } = this.box;
    const step = width / 8;
    /** @type {Record<string, () => void>} */
    const acts = {
      "+": () => this.#nearer(1 / 1.4),
      "=": () => this.#nearer(1 / 1.4),
      "-": () => this.#nearer(1.4),
      f: () => this.#look(this.full),
      F: () => this.#look(this.full),
      ArrowLeft: () => this.#look({ x: x - step, y, width, height }),
      ArrowRight: () => this.#look({ x: x + step, y, width, height }),
      ArrowUp: () => this.#look({ x, y: y - step, width, height }),
      ArrowDown: () => this.#look({ x, y: y + step, width, height }),
      Enter: () => this.#tell(event.target),
      " ": () => this.#tell(event.target),
    };
    if (event.ctrlKey || event.metaKey || event.altKey || !acts[event.key]) return;
    event.preventDefault();
    acts[event.key]();
  }

  #offerTools() {
    const say = (/** @type {string} */ text) => this.call.data.texts[text] ?? text;
    offer(/** @type {HTMLElement} */ (this.root.querySelector(".tools")), [
      { name: "in", label: say("Zoom in (+)"), act: () => this.#nearer(1 / 1.4) },
      { name: "out", label: say("Zoom out (−)"), act: () => this.#nearer(1.4) },
      { name: "fit", label: say("Show all (F)"), act: () => this.#look(this.full) },
    ]);
  }

  /** @param {PointerEvent} event */
  #drag(event) {
    if (!event.buttons) this.#from = null; // the button was released outside the map
    if (!this.#from) return;
    const [dx, dy] = [event.clientX - this.#from.x, event.clientY - this.#from.y];
    if (Math.hypot(dx, dy) < CLICK) return;
    this.#moved = true;
    const unit = this.#unit();
    this.#look({ ...this.box, x: this.#from.box.x - dx * unit, y: this.#from.box.y - dy * unit });
  }

  /** @param {EventTarget | null} target */
  #tell(target) {
    if (!(target instanceof Element)) return;
    const node = /** @type {SVGElement | null} */ (target.closest("[data-kind]"));
    const country = target.closest("path.tied")?.getAttribute("data-country");
    if (node?.dataset.id) this.call.setTriggerValue("act", selecting(node.dataset.kind, node.dataset.id));
    else if (country) this.call.setTriggerValue("act", selecting("place", country));
  }
}

/** @type {(node: Element, attributes: Record<string, number>) => void} */
function setAll(node, attributes) {
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
}

/** @param {Messages.AtlasArc} arc */
function lineOf(arc) {
  const look = { class: "arc", d: bow(arc), stroke: arc.colour, "stroke-width": arc.width };
  return reachable(svg("path", look), "arc", arc);
}

/** @param {Messages.AtlasPlace} place */
function dotOf(place) {
  return reachable(svg("circle", { class: "place", cx: place.x, cy: place.y }), "place", place);
}

/**
 * @param {Messages.AtlasPlace} place
 * @returns {Named}
 */
function nameOf(place) {
  const node = svg("text", { class: place.chosen ? "name chosen" : "name", x: place.x, y: place.y });
  node.textContent = place.name;
  return { node, place };
}

/** @type {WeakMap<HTMLElement, Atlas>} */
const maps = new WeakMap();

/** @param {Call} call */
export default function (call) {
  const root = /** @type {HTMLElement} */ (call.parentElement.querySelector(".atlas"));
  const atlas = maps.get(root) ?? new Atlas(root, call);
  maps.set(root, atlas);
  atlas.draw(call);
}
