// @ts-check
// The DOM elements of the overview, built without markup.
import { icon } from "../konstelasi.network/icons.mjs";
import { grouped } from "../konstelasi.network/numbers.mjs";
import { element } from "../konstelasi.network/stage.mjs";

const HOW_TO =
  "Overview of all actors. Plus and minus zoom, arrow keys move, F shows all, square brackets step through " +
  "the actors from the one with the most partners, Escape clears the selection. Scroll to zoom, drag to " +
  "move, Shift and drag to select an area.";
const NO_WEBGL =
  "The overview needs WebGL 2, which this browser does not offer or has switched off. The pages Network and " +
  "Actors show the same graph without it.";

/** @typedef {(text: string) => string} Say */

export class Stage {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.canvas = element("div", { class: "canvas", tabindex: "0", role: "application" });
    this.tools = element("div", { class: "tools", role: "toolbar" });
    this.options = element("datalist", { id: "overview-names" });
    this.find = element("input", {
      type: "search",
      list: "overview-names",
      autocomplete: "off",
      class: "find",
    });
    this.legend = element("div", { class: "legend" });
    this.tooltip = element("div", { class: "tooltip", role: "tooltip", hidden: "" });
    this.chosen = element("div", { class: "chosen", hidden: "" });
    this.note = element("p", { class: "note" });
    this.voice = element("div", { class: "voice", "aria-live": "polite" });
    const top = element("div", { class: "top" }, element("div", {}, this.find, this.options), this.tools);
    root.replaceChildren(this.canvas, top, this.legend, this.chosen, this.tooltip, this.note, this.voice);
  }

  /**
   * Sets what does not depend on the picture.
   * @param {Messages.OverviewData} data
   * @param {Say} say
   */
  speak({ height, note }, say) {
    this.root.style.height = typeof height === "number" ? `${height}px` : height;
    this.note.textContent = note;
    this.canvas.setAttribute("aria-label", say(HOW_TO));
    this.find.setAttribute("aria-label", say("Find an actor"));
    this.find.placeholder = say("Find an actor");
  }

  /** @param {Say} say */
  refuse(say) {
    this.root.style.height = "";
    this.root.replaceChildren(element("p", { class: "refusal", role: "status" }, say(NO_WEBGL)));
  }

  /** @param {{ name: Parameters<typeof icon>[0], label: string, act: () => void, pressed?: boolean }[]} tools */
  offerTools(tools) {
    const buttons = tools.map(({ name, label, act, pressed }) => {
      const button = element("button", { type: "button", title: label, "aria-label": label }, icon(name));
      if (pressed !== undefined) button.setAttribute("aria-pressed", String(pressed));
      button.addEventListener("click", act);
      return button;
    });
    const { activeElement } = /** @type {Document | ShadowRoot} */ (this.root.getRootNode());
    const focused = /** @type {(Element | null)[]} */ ([...this.tools.children]).indexOf(activeElement);
    this.tools.replaceChildren(...buttons);
    buttons[focused]?.focus();
  }

  /**
   * Shows what is selected, and what can be done with it.
   * @param {string} said
   * @param {{ label: string, look: string, act: () => void }[]} acts
   */
  offerChosen(said, acts) {
    const buttons = acts.map(({ label, look, act }) => {
      const button = element("button", { type: "button", class: look }, label);
      button.addEventListener("click", act);
      return button;
    });
    this.chosen.replaceChildren(element("span", {}, said), ...buttons);
    this.chosen.hidden = false;
  }

  offerNothing() {
    this.chosen.hidden = true;
  }

  /** @param {string[]} names */
  suggest(names) {
    this.options.replaceChildren(...names.map((name) => element("option", { value: name })));
  }

  /**
   * @param {string} title
   * @param {Messages.OverviewGroup[]} groups
   * @param {string} look
   * @param {Say} say
   */
  #entries(title, groups, look, say) {
    const items = groups
      .filter(({ count }) => count)
      .map(({ label, colour, count }) => {
        const swatch = element("span", { class: look, style: `background: ${colour}` });
        return element(
          "li",
          {},
          swatch,
          label,
          element("span", { class: "number" }, grouped(count, { say })),
        );
      });
    return element("ul", { "aria-label": title }, ...items);
  }

  /**
   * @param {Messages.OverviewGroup[]} groups
   * @param {Messages.OverviewSign[]} signs
   * @param {Say} say
   */
  explain(groups, signs, say) {
    this.legend.replaceChildren(
      this.#entries(say("Colours of actors"), groups, "dot", say),
      this.#entries(say("Colours of ties"), signs, "line", say),
    );
  }

  /** @type {(lines: string[], spot: { x: number, y: number }) => void} */
  hint(lines, { x, y }) {
    const [first, ...others] = lines;
    this.tooltip.replaceChildren(
      element("strong", {}, first),
      ...others.map((line) => element("span", {}, line)),
    );
    this.tooltip.hidden = false;
    const left = Math.min(x + 14, this.root.clientWidth - this.tooltip.offsetWidth - 8);
    const top = Math.min(y + 12, this.root.clientHeight - this.tooltip.offsetHeight - 8);
    Object.assign(this.tooltip.style, { left: `${Math.max(8, left)}px`, top: `${Math.max(8, top)}px` });
  }
}
