// @ts-check
// The menu of a node, a tie or the ground: right click, or M at the node with the keyboard focus. It offers what can be
// done there.
import { actionsAt } from "./actions.mjs";
import { element } from "./stage.mjs";

/**
 * @typedef {import("./actions.mjs").Action} Action
 * @typedef {import("./actions.mjs").Target} Target
 * @typedef {import("./actions.mjs").ActionHost} ActionHost
 * @typedef {{ x: number, y: number }} Spot
 *
 * @typedef {ActionHost & {
 *   stage: { canvas: HTMLElement, menu: HTMLElement },
 *   network: import("./drawing.mjs").Drawing,
 *   labels: { nodeAt(spot: Spot): string | undefined },
 *   keyboard: { focus: string | null, moveTo(node: string | null): void },
 *   unhovered: () => void,
 *   placeOf: (node: string) => Spot,
 * }} MenuHost
 */

export class Menu {
  /** @param {MenuHost} host */
  constructor(host) {
    this.host = host;
    this.box = host.stage.menu;
    this.controller = new AbortController();
    const { signal } = this.controller;
    const { canvas } = host.stage;
    canvas.addEventListener("contextmenu", (event) => this.#asked(event), { signal });
    canvas.addEventListener("pointerdown", () => this.close(), { signal, capture: true });
    canvas.addEventListener("wheel", () => this.close(), { signal, capture: true, passive: true });
    this.box.addEventListener("keydown", (event) => this.#pressed(event), { signal });
    this.box.addEventListener("focusout", (event) => this.#left(event), { signal });
    this.box.addEventListener("contextmenu", (event) => event.preventDefault(), { signal });
  }

  stop() {
    this.close();
    this.controller.abort();
  }

  close() {
    this.box.hidden = true;
  }

  /** Opens at the node with the keyboard focus, or for the ground if there is none. */
  openAtFocus() {
    const { focus } = this.host.keyboard;
    const { canvas } = this.host.stage;
    if (focus === null)
      this.#open({ kind: "ground" }, { x: canvas.clientWidth / 3, y: canvas.clientHeight / 3 });
    else this.#open({ kind: "node", id: focus }, this.host.network.canvasToDOM(this.host.placeOf(focus)));
  }

  /** @param {MouseEvent} event */
  #asked(event) {
    event.preventDefault();
    const { left, top } = this.host.stage.canvas.getBoundingClientRect();
    const spot = { x: event.clientX - left, y: event.clientY - top };
    this.#open(this.#targetAt(spot), spot);
  }

  /**
   * @param {Spot} spot
   * @returns {Target}
   */
  #targetAt(spot) {
    const { network, labels } = this.host;
    const tie = network.getEdgeAt(spot);
    const node = network.getNodeAt(spot) ?? (tie === undefined ? labels.nodeAt(spot) : undefined);
    if (node !== undefined) return { kind: "node", id: node };
    return tie === undefined ? { kind: "ground" } : { kind: "tie", id: tie };
  }

  /** @type {(target: Target, spot: Spot) => void} */
  #open(target, { x, y }) {
    const { host, box } = this;
    host.unhovered();
    if (target.kind === "node") host.keyboard.moveTo(target.id);
    const items = actionsAt(target, host).map((action) => this.#item(action));
    box.setAttribute("aria-label", host.say("What can be done here"));
    box.replaceChildren(...items);
    box.hidden = false;
    const { clientWidth: width, clientHeight: height } = host.stage.canvas;
    const left = Math.max(4, Math.min(x + 2, width - box.offsetWidth - 4));
    const top = Math.max(4, Math.min(y + 2, height - box.offsetHeight - 4));
    Object.assign(box.style, { left: `${left}px`, top: `${top}px` });
    items[0]?.focus();
  }

  /** @param {Action} action */
  #item({ label, key, act }) {
    const item = element(
      "button",
      { type: "button", role: "menuitem", tabindex: "-1" },
      this.host.say(label),
    );
    if (key) item.append(element("kbd", { "aria-hidden": "true" }, key));
    item.addEventListener("click", () => {
      this.#back();
      act();
    });
    return item;
  }

  /** Closes the menu and returns the keyboard focus to the network. */
  #back() {
    this.close();
    this.host.stage.canvas.focus({ preventScroll: true });
  }

  /** @param {FocusEvent} event */
  #left({ relatedTarget }) {
    if (!(relatedTarget instanceof Node && this.box.contains(relatedTarget))) this.close();
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    const items = /** @type {HTMLElement[]} */ ([...this.box.children]);
    const root = /** @type {Document | ShadowRoot} */ (this.box.getRootNode());
    const at = items.indexOf(/** @type {HTMLElement} */ (root.activeElement));
    const next = nextItem(event.key, at, items.length);
    if (next !== undefined) items[next]?.focus();
    else if (event.key === "Escape") this.#back();
    else if (!["Enter", " ", "Tab"].includes(event.key)) return;
    if (["Enter", " "].includes(event.key)) items[at]?.click();
    if (event.key !== "Tab") event.preventDefault();
    event.stopPropagation();
  }
}

/**
 * The index of the item that a key moves to from the item `at`; undefined if the key does not move.
 * @type {(key: string, at: number, count: number) => number | undefined}
 */
export function nextItem(key, at, count) {
  /** @type {Record<string, number>} */
  const next = { ArrowDown: (at + 1) % count, ArrowUp: (at + count - 1) % count, Home: 0, End: count - 1 };
  return next[key];
}
