// @ts-check
// The list of keys, over the network.
import { element } from "./stage.mjs";

/** @type {[string, string][]} */
const KEYS = [
  ["← → ↑ ↓", "Go to a neighbour, or to the nearest node that way"],
  ["Enter", "Select"],
  ["Shift + Enter", "Add to the selection"],
  ["Space", "Show its ties"],
  ["[ ]", "Step through the ties of a node"],
  ["M", "Menu of the node"],
  ["P", "Pin or unpin"],
  ["H", "Hide"],
  ["E", "Write on the ties what they are"],
  ["+ −", "Zoom"],
  ["Shift + ← → ↑ ↓", "Move the view"],
  ["F", "Show all"],
  ["Esc", "Clear the selection"],
  ["?", "Keys"],
];

const ACTING = new Set(["Show its ties", "Hide"]); // what only the app can do

/** @param {boolean} acts whether the page performs acts; without them, some keys do nothing */
export function keysFor(acts) {
  return acts ? KEYS : KEYS.filter(([, what]) => !ACTING.has(what));
}

/**
 * @typedef {object} KeysHost
 * @property {{ acts?: boolean }} data
 * @property {{ canvas: HTMLElement, keys: HTMLElement }} stage
 * @property {(text: string) => string} say
 */

export class Keys {
  /** @param {KeysHost} host */
  constructor(host) {
    this.host = host;
    this.box = host.stage.keys;
    this.controller = new AbortController();
    const { signal } = this.controller;
    this.box.addEventListener("keydown", (event) => this.#pressed(event), { signal });
    host.stage.canvas.addEventListener("pointerdown", () => this.close(), { signal, capture: true });
  }

  stop() {
    this.close();
    this.controller.abort();
  }

  open() {
    const { host, box } = this;
    const close = element("button", { type: "button", class: "close" }, host.say("Close"));
    close.addEventListener("click", () => this.#back());
    const rows = keysFor(Boolean(host.data.acts)).map(([keys, what]) =>
      element("div", {}, element("dt", {}, element("kbd", {}, keys)), element("dd", {}, host.say(what))),
    );
    box.setAttribute("aria-label", host.say("Keys"));
    box.replaceChildren(element("strong", {}, host.say("Keys")), element("dl", {}, ...rows), close);
    box.hidden = false;
    close.focus();
  }

  close() {
    this.box.hidden = true;
  }

  #back() {
    this.close();
    this.host.stage.canvas.focus({ preventScroll: true });
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    const closes = ["Escape", "?"].includes(event.key);
    const presses = ["Enter", " "].includes(event.key); // the button, as the browser does by itself
    if (closes || presses) event.stopPropagation();
    if (!closes) return;
    event.preventDefault();
    this.#back();
  }
}
