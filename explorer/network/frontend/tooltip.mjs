// The tooltip of the node or edge under the pointer. Text from the news is only ever set as text.
import { element } from "./stage.mjs";

const PATIENCE = 140; // milliseconds before the tooltip appears

export class Tooltip {
  #timer = 0;

  constructor(stage) {
    this.stage = stage;
  }

  show(title, { x, y }) {
    this.hide();
    if (!title) return;
    this.#timer = setTimeout(() => this.#place(title, x, y), PATIENCE);
  }

  hide() {
    clearTimeout(this.#timer);
    this.stage.tooltip.hidden = true;
  }

  #place(title, x, y) {
    const [first, ...others] = title.split("\n");
    const box = this.stage.tooltip;
    box.replaceChildren(element("strong", {}, first), ...others.map((line) => element("span", {}, line)));
    box.hidden = false;
    const { clientWidth: width, clientHeight: height } = this.stage.canvas;
    const left = x + 16 + box.offsetWidth > width ? x - 16 - box.offsetWidth : x + 16;
    const top = Math.min(y + 12, height - box.offsetHeight - 8);
    Object.assign(box.style, { left: `${Math.max(8, left)}px`, top: `${Math.max(8, top)}px` });
  }
}
