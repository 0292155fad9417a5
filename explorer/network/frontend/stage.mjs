// @ts-check
// The DOM elements of the component. They are built with textContent and attributes; no markup is parsed.

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string>} attributes
 * @param {...(Node | string)} children
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

const HOW_TO =
  "Network of actors. Arrow keys follow ties, or go to the nearest node in that direction. Enter selects, " +
  "Shift+Enter adds to the selection, Space expands, square brackets step through the ties of a node, plus and minus " +
  "zoom, F shows all, P pins or unpins, M opens the menu, Escape clears the selection, ? lists the keys.";

export class Stage {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.canvas = element("div", { class: "canvas", tabindex: "0", role: "application" });
    this.toolbar = element("div", { class: "toolbar", role: "toolbar" });
    this.legend = element("div", { class: "legend" });
    this.hint = element("button", { type: "button", class: "hint", hidden: "" });
    this.tooltip = element("div", { class: "tooltip", role: "tooltip", hidden: "" });
    this.counts = element("div", { class: "counts", "aria-hidden": "true" });
    this.top = element(
      "div",
      { class: "top" },
      element("div", { class: "notes" }, this.counts, this.hint),
      this.toolbar,
    );
    this.empty = element("div", { class: "empty", hidden: "" });
    this.times = element("div", { class: "times", hidden: "" });
    this.menu = element("div", { class: "menu", role: "menu", hidden: "" });
    this.keys = element("div", { class: "keys", role: "dialog", hidden: "" });
    this.voice = element("div", { class: "voice", "aria-live": "polite" });
    root.replaceChildren(
      this.canvas,
      this.empty,
      this.top,
      this.legend,
      this.tooltip,
      this.times,
      this.menu,
      this.keys,
      this.voice,
    );
  }

  /** @param {number | string} height in pixels, or a CSS length; 0 leaves it to the page's style sheet */
  setHeight(height) {
    if (height) this.root.style.height = typeof height === "number" ? `${height}px` : height;
  }

  /**
   * Sets the texts and accessible names of the elements, in the reader's language.
   * @param {Record<string, string>} texts
   */
  speak(texts) {
    this.canvas.setAttribute("aria-label", texts[HOW_TO] ?? HOW_TO);
    this.toolbar.setAttribute("aria-label", texts["Network tools"] ?? "Network tools");
    this.empty.textContent = texts["Nothing to show yet"] ?? "Nothing to show yet";
  }

  /** @param {string} text */
  say(text) {
    this.voice.textContent = text;
  }

  /** @type {(nodes: number, sentence: string) => void} */
  count(nodes, sentence) {
    this.counts.textContent = sentence;
    this.empty.hidden = nodes > 0;
  }
}
