// @ts-check
// The list of keys, over the network.
import { element } from "./stage.mjs";

/** @type {[string, string][]} */
export const KEYS = [
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

/**
 * @typedef {object} KeysHost
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
    const rows = KEYS.map(([keys, what]) =>
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
    if (event.key === "Escape" || event.key === "?") this.#back();
    else if (!["Enter", " "].includes(event.key)) return;
    if (!["Enter", " "].includes(event.key)) event.preventDefault();
    event.stopPropagation();
  }
}
