// The elements of the component. Everything is built here with textContent and attributes; no markup is parsed.

export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

const HOW_TO = "Network of actors. Arrow keys walk along the ties, where none leads that way to the nearest node, Enter "
  + "opens, Shift+Enter adds, Space expands, square brackets walk the ties of a node, plus and minus zoom, F shows all, "
  + "P pins, Escape lets go.";

export class Stage {
  constructor(root) {
    this.root = root;
    this.canvas = element("div", { class: "canvas", tabindex: "0", role: "application" });
    this.toolbar = element("div", { class: "toolbar", role: "toolbar" });
    this.legend = element("div", { class: "legend" });
    this.hint = element("button", { type: "button", class: "hint", hidden: "" });
    this.tooltip = element("div", { class: "tooltip", role: "tooltip", hidden: "" });
    this.counts = element("div", { class: "counts", "aria-hidden": "true" });
    this.empty = element("div", { class: "empty", hidden: "" });
    this.times = element("div", { class: "times", hidden: "" });
    this.voice = element("div", { class: "voice", "aria-live": "polite" });
    root.replaceChildren(this.canvas, this.empty, this.toolbar, this.legend, this.counts, this.hint, this.tooltip, this.times, this.voice);
  }

  setHeight(height) {
    if (height) this.root.style.height = typeof height === "number" ? `${height}px` : height; // else the page says it
  }

  // Names what has no name in sight, in the reader's language.
  speak(texts) {
    this.canvas.setAttribute("aria-label", texts[HOW_TO] ?? HOW_TO);
    this.toolbar.setAttribute("aria-label", texts["Network tools"] ?? "Network tools");
    this.empty.textContent = texts["Nothing to draw yet"] ?? "Nothing to draw yet";
  }

  say(text) {
    this.voice.textContent = text;
  }

  count(nodes, sentence) {
    this.counts.textContent = sentence;
    this.empty.hidden = nodes > 0;
  }
}
