// @ts-check
// One picture of the overview and what the reader does with it: pointing, selecting, finding, opening in the network.
import { Area } from "../konstelasi.network/area.mjs";
import { grouped } from "../konstelasi.network/numbers.mjs";
import { readTheme } from "../konstelasi.network/theme.mjs";
import { Names } from "./finding.mjs";
import { press } from "./keys.mjs";
import { NameLayer } from "./names.mjs";
import { Places } from "./places.mjs";
import { Scene } from "./scene.mjs";

const CELL = 200; // the width of a cell of the grid, in the coordinates of the picture
const REACH = 12; // pixels from a node in which the pointer meets it
const CLICK = 5; // pixels; a shorter movement is a click
const SUGGESTED = 12; // names
const ZOOM = 1.6;

/**
 * @typedef {import("./overview.mjs").Call} Call
 * @typedef {{ x: number, y: number }} Spot
 */

export class Board {
  /** @type {Set<number>} */
  chosen = new Set();
  /** @type {number | null} */
  pointed = null;
  /** @type {number | null} */
  stepped = null; // the node that the keyboard has reached
  /** @type {Spot} */
  #down = { x: 0, y: 0 };

  /**
   * @param {import("./stage.mjs").Stage} stage
   * @param {Call} call
   * @param {Messages.OverviewPicture} picture
   * @param {string[]} chosen ids of nodes that were selected before
   */
  constructor(stage, call, picture, chosen) {
    this.stage = stage;
    this.call = call;
    this.picture = picture;
    const kept = new Set(chosen);
    this.chosen = new Set(picture.ids.flatMap((id, node) => (kept.has(id) ? [node] : [])));
    this.names = new Names(picture.names);
    this.places = new Places(picture.x, picture.y, CELL);
    this.scene = new Scene(stage.canvas, picture, () => this.#rendered());
    this.layer = new NameLayer(stage.canvas, this);
    this.controller = new AbortController();
    this.#listen(this.controller.signal);
    this.area = new Area(this.#areaHost());
  }

  say = (/** @type {string} */ text) => this.call.data.texts[text] ?? text;
  theme = () => readTheme(this.stage.root);

  /** @param {Call} call */
  update(call) {
    this.call = call;
    this.stage.speak(call.data, this.say);
    this.#offerTools();
    this.stage.explain(this.colouring.groups, this.picture.sign_looks, this.say);
    this.#show();
  }

  close() {
    this.controller.abort();
    this.area.stop();
    this.scene.close();
    this.stage.canvas.replaceChildren();
    delete this.stage.root.dataset.drawn;
  }

  #rendered() {
    this.layer.draw();
    this.stage.root.dataset.drawn = String(this.picture.ids.length); // what tests and measures wait for
  }

  chosenIds() {
    return [...this.chosen].map((node) => this.picture.ids[node]);
  }

  get colouring() {
    return this.picture.colourings[this.call.data.colour];
  }

  /** The overview as the host of the lasso of the network. */
  #areaHost() {
    const board = this;
    const { scene, picture, stage } = this;
    return {
      stage,
      network: { getNodeAt: () => undefined, canvasToDOM: (/** @type {Spot} */ place) => scene.spot(place) },
      toolbar: { refresh: () => this.#offerTools() },
      get chosen() {
        return [...board.chosen].map(String);
      },
      shownNodes: () => picture.ids.map((_, node) => String(node)),
      placeOf: (/** @type {string} */ node) => ({ x: picture.x[Number(node)], y: picture.y[Number(node)] }),
      select: (/** @type {string[]} */ nodes) => this.select(nodes.map(Number)),
      unhovered: () => this.#point(null, { x: 0, y: 0 }),
    };
  }

  /**
   * Selects nodes, those with the most partners first, and says so.
   * @param {Iterable<number>} nodes
   */
  select(nodes) {
    this.chosen = new Set([...nodes].sort((one, other) => one - other));
    this.#show();
    const said = this.chosen.size === 1 ? `${this.say("Selected")}: ${this.#said()}` : this.#said();
    this.stage.voice.textContent = this.chosen.size ? said : this.say("Selection cleared");
  }

  /** The only selected node, or how many are selected and how many of them the network opens. */
  #said() {
    const { most } = this.call.data;
    const number = this.chosen.size;
    if (number === 1) return this.picture.names[[...this.chosen][0]];
    const text =
      number > most
        ? "Selected: {number}. The network opens the {most} with the most partners"
        : "Selected: {number}";
    return this.say(text).replace("{number}", grouped(number, this)).replace("{most}", grouped(most, this));
  }

  #show() {
    this.scene.colour(this.colouring, this.chosen, this.theme().background);
    if (!this.chosen.size) this.stage.offerNothing();
    else {
      const open = this.say(this.chosen.size === 1 ? "Open it in the network" : "Open these in the network");
      this.stage.offerChosen(this.#said(), [
        { label: open, look: "open", act: () => this.#open() },
        { label: this.say("Clear the selection"), look: "", act: () => this.select([]) },
      ]);
    }
  }

  #open() {
    const ids = this.chosenIds().slice(0, this.call.data.most);
    this.call.setTriggerValue(
      "act",
      ids.length === 1 ? { act: "OpenEntity", entity: ids[0] } : { act: "OpenTogether", entities: ids },
    );
  }

  #offerTools() {
    const { scene, say } = this;
    const drawing = this.area?.on ?? false;
    this.stage.offerTools([
      { name: "in", label: say("Zoom in (+)"), act: () => scene.zoom(ZOOM) },
      { name: "out", label: say("Zoom out (−)"), act: () => scene.zoom(1 / ZOOM) },
      { name: "fit", label: say("Show all (F)"), act: () => scene.fit() },
      {
        name: "area",
        label: say("Select an area (or Shift+drag)"),
        act: () => this.area.toggle(),
        pressed: drawing,
      },
    ]);
  }

  /** @param {AbortSignal} signal */
  #listen(signal) {
    const { canvas, find } = this.stage;
    canvas.addEventListener("pointermove", (event) => this.#moved(event), { signal });
    canvas.addEventListener("pointerleave", () => this.#point(null, { x: 0, y: 0 }), { signal });
    canvas.addEventListener("mousemove", kept, { signal, capture: true });
    canvas.addEventListener("mousedown", (event) => this.#pressed(event), { signal, capture: true });
    canvas.addEventListener("click", (event) => this.#clicked(event), { signal });
    canvas.addEventListener("keydown", (event) => press(event, this), { signal });
    find.addEventListener("input", () => this.#suggest(), { signal });
    find.addEventListener("change", () => this.#find(), { signal });
    find.addEventListener("keydown", (event) => event.stopPropagation(), { signal });
  }

  /** @param {MouseEvent} event */
  #spot({ clientX, clientY }) {
    const { left, top } = this.stage.canvas.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  }

  /**
   * Leaves a drag that draws an area to the lasso: the picture must not move with it.
   * @param {MouseEvent} event
   */
  #pressed(event) {
    this.#down = this.#spot(event);
    if (event.shiftKey || this.area.on) event.stopPropagation();
  }

  /** @param {Spot} spot */
  nodeAt(spot) {
    return this.places.nearest(this.scene.placeOf(spot), REACH * this.scene.pixel);
  }

  /** @param {PointerEvent} event */
  #moved(event) {
    if (event.buttons) return;
    const spot = this.#spot(event);
    this.#point(this.nodeAt(spot), spot);
  }

  /** @type {(node: number | null, spot: Spot) => void} */
  #point(node, spot) {
    if (node === this.pointed) return;
    this.pointed = node;
    this.stage.canvas.style.cursor = node === null ? "" : "pointer";
    if (node === null) this.stage.tooltip.hidden = true;
    else this.stage.hint(this.titleOf(node), spot);
    this.layer.draw();
  }

  /**
   * What the tooltip of a node says, line by line.
   * @param {number} node
   */
  titleOf(node) {
    const { names, kinds, degrees } = this.picture;
    const { groups, of } = this.colouring;
    const partners = `${this.say("Partners")}: ${grouped(degrees[node], this)}`;
    return [names[node], kinds[node], partners, groups[of[node]].label];
  }

  /** @param {MouseEvent} event */
  #clicked(event) {
    const spot = this.#spot(event);
    if (Math.hypot(spot.x - this.#down.x, spot.y - this.#down.y) > CLICK) return;
    const node = this.nodeAt(spot);
    if (node === null) return;
    const more = event.shiftKey || event.ctrlKey || event.metaKey;
    this.select(more ? toggled(this.chosen, node) : [node]);
  }

  /**
   * Goes to the next node by the number of partners, and says what it is.
   * @param {number} by
   */
  step(by) {
    const count = this.picture.ids.length;
    this.stepped = this.stepped === null ? 0 : (this.stepped + by + count) % count;
    this.pointed = this.stepped;
    this.scene.fly(this.stepped);
    this.stage.voice.textContent = this.titleOf(this.stepped).join(", ");
  }

  toggleStepped() {
    if (this.stepped !== null) this.select(toggled(this.chosen, this.stepped));
  }

  escape() {
    if (this.area.on) this.area.toggle(false);
    else this.select([]);
  }

  #suggest() {
    const { find, voice } = this.stage;
    const nodes = this.names.find(find.value, SUGGESTED);
    this.stage.suggest(nodes.map((node) => this.picture.names[node]));
    voice.textContent = find.value && !nodes.length ? this.say("No actor of the overview has this name") : "";
  }

  /** Flies to the first actor with the typed name. */
  #find() {
    const [node] = this.names.find(this.stage.find.value, 1);
    if (node === undefined) return;
    this.stepped = node;
    this.scene.fly(node);
    this.select([node]);
  }
}

/**
 * Keeps movements without a button from sigma, which would read the picture back to find the node under the pointer.
 * @param {MouseEvent} event
 */
function kept(event) {
  if (!event.buttons) event.stopPropagation();
}

/** @type {(chosen: Set<number>, node: number) => number[]} */
function toggled(chosen, node) {
  return chosen.has(node) ? [...chosen].filter((each) => each !== node) : [...chosen, node];
}
