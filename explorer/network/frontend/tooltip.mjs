// @ts-check
// The tooltip of the node or edge under the pointer. Text from the news is only ever set as text.
import { element } from "./stage.mjs";

const PATIENCE = 140; // milliseconds before the tooltip appears

export class Tooltip {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {{ tooltip: HTMLElement, canvas: HTMLElement }} host */
  constructor(host) {
    this.host = host;
  }

  /**
   * @param {string | undefined} title lines
   * @param {{ x: number, y: number }} spot
   */
  show(title, { x, y }) {
    this.hide();
    if (!title) return;
    this.#timer = setTimeout(() => this.#place(title, x, y), PATIENCE);
  }

  hide() {
    clearTimeout(this.#timer);
    this.host.tooltip.hidden = true;
  }

  /** @type {(title: string, x: number, y: number) => void} */
  #place(title, x, y) {
    const [first, ...others] = title.split("\n");
    const { tooltip: box, canvas } = this.host;
    box.replaceChildren(element("strong", {}, first), ...others.map((line) => element("span", {}, line)));
    box.hidden = false;
    const { clientWidth: width, clientHeight: height } = canvas;
    const left = x + 16 + box.offsetWidth > width ? x - 16 - box.offsetWidth : x + 16;
    const top = Math.min(y + 12, height - box.offsetHeight - 8);
    Object.assign(box.style, { left: `${Math.max(8, left)}px`, top: `${Math.max(8, top)}px` });
  }
}
