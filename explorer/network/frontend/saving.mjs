// @ts-check
// The menu that saves what is on the screen as a picture: PNG at three sizes, or SVG.
import { outlinesOf, pixelsOf } from "./picture.mjs";
import { element } from "./stage.mjs";

const MOST_PIXELS = 16_000; // pixels of a side; browsers draw no larger pictures

/** @type {[label: string, ending: string, ratio: number | null][]} */
const FORMS = [
  ["PNG", ".png", 0],
  ["PNG, 2×", "-2x.png", 2],
  ["PNG, 4×", "-4x.png", 4],
  ["SVG", ".svg", null],
]; // the ratio is that of the screen for 0, and none for SVG

/**
 * @typedef {import("./picture.mjs").PictureHost & { root: HTMLElement, data: { file_name: string },
 *   stage: { toolbar: HTMLElement }, say(text: string): string }} SavingHost
 */

export class Saving {
  /** @param {SavingHost} host */
  constructor(host) {
    this.host = host;
    this.box = element("div", { class: "saving", role: "menu", hidden: "" });
    this.box.addEventListener("keydown", (event) => this.#pressed(event));
    this.box.addEventListener("focusout", (event) => this.#left(event));
    host.root.append(this.box);
  }

  stop() {
    this.box.remove();
  }

  toggle() {
    if (!this.box.hidden) return this.#close();
    this.box.setAttribute("aria-label", this.host.say("Save as picture (PNG or SVG)"));
    this.box.replaceChildren(...FORMS.map((form) => this.#line(...form)));
    this.box.hidden = false;
    this.#lines()[0].focus();
  }

  #close() {
    this.box.hidden = true;
    /** @type {HTMLElement | null} */ (this.host.stage.toolbar.querySelector("[data-tool=png]"))?.focus();
  }

  #lines() {
    return /** @type {HTMLElement[]} */ ([...this.box.children]);
  }

  /** @type {(label: string, ending: string, ratio: number | null) => HTMLElement} */
  #line(label, ending, ratio) {
    const line = element("button", { type: "button", role: "menuitem" }, label);
    line.addEventListener("click", () => {
      this.#close();
      const name = `${this.host.data.file_name}${ending}`;
      if (ratio === null) save(outlines(this.host), name);
      else this.#pixels(ratio).toBlob((blob) => blob && save(blob, name));
    });
    return line;
  }

  /** @param {number} wanted */
  #pixels(wanted) {
    const { clientWidth, clientHeight } = this.host.stage.canvas;
    const ratio = wanted || Math.max(1, window.devicePixelRatio);
    return pixelsOf(this.host, Math.min(ratio, MOST_PIXELS / Math.max(clientWidth, 1.5 * clientHeight)));
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    const lines = this.#lines();
    const root = /** @type {Document | ShadowRoot} */ (this.box.getRootNode());
    const at = lines.indexOf(/** @type {HTMLElement} */ (root.activeElement));
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) lines.at((at + step) % lines.length)?.focus();
    else if (event.key === "Escape") this.#close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {FocusEvent} event */
  #left({ relatedTarget }) {
    const tool = this.host.stage.toolbar.querySelector("[data-tool=png]");
    if (relatedTarget === tool) return; // its click closes the menu
    this.box.hidden ||= !this.box.contains(/** @type {Node | null} */ (relatedTarget));
  }
}

/** @param {SavingHost} host */
function outlines(host) {
  return new Blob([new XMLSerializer().serializeToString(outlinesOf(host))], { type: "image/svg+xml" });
}

/** @type {(blob: Blob, name: string) => void} */
function save(blob, name) {
  const address = URL.createObjectURL(blob);
  element("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
