// The legend: what colours, shapes and lines mean, with the number of each. A click on an entry filters the network,
// or, if the page has no filters, highlights the nodes or edges of the entry.
import { lineSwatch, nodeSwatch } from "./icons.mjs";
import { element } from "./stage.mjs";

const HEADINGS = { kind: "Actors", sign: "Ties", verdict: "Review" };

export class Legend {
  #open = true;
  #picked = null;
  #entries = "";

  constructor(view) {
    this.view = view;
    this.box = view.stage.legend;
  }

  toggle() {
    this.#open = !this.#open;
    this.box.hidden = !this.#open;
    this.view.toolbar.buttons.get("legend").setAttribute("aria-pressed", String(this.#open));
  }

  show(entries) {
    const json = JSON.stringify(entries);
    if (json === this.#entries) return;
    this.#entries = json;
    this.#unpick();
    const focused = this.box.getRootNode().activeElement?.dataset.entry;
    const groups = Object.entries(HEADINGS).map(([channel, heading]) =>
      this.#group(
        heading,
        entries.filter((entry) => entry.channel === channel),
      ),
    );
    this.box.replaceChildren(...groups.filter(Boolean));
    this.box.hidden = !this.#open || entries.length === 0;
    this.view.toolbar.buttons.get("legend").setAttribute("aria-pressed", String(this.#open));
    if (focused) this.box.querySelector(`[data-entry="${CSS.escape(focused)}"]`)?.focus();
  }

  #group(heading, entries) {
    if (!entries.length) return null;
    return element(
      "div",
      { class: "group", role: "group", "aria-label": this.view.say(heading) },
      ...entries.map((entry) => this.#line(entry)),
    );
  }

  #line(entry) {
    const swatch = entry.dash ? lineSwatch(entry.colour, entry.dash) : nodeSwatch(entry.shape, entry.colour);
    const count = element("span", { class: "number" }, entry.count ? String(entry.count) : "");
    const line = element(
      "button",
      {
        type: "button",
        class: entry.count ? "" : "left-out",
        title: `${this.#promise(entry)}: ${entry.label}`,
        "aria-pressed": String(entry.pressed === true),
        "data-entry": `${entry.channel} ${entry.key}`,
      },
      swatch,
      element("span", {}, entry.label),
      " ",
      count,
    );
    line.addEventListener("click", () =>
      entry.pressed === null ? this.#light(entry, line) : this.#filter(entry, line),
    );
    return line;
  }

  #promise(entry) {
    if (entry.pressed === null) return this.view.say("Highlight");
    return entry.pressed ? this.view.say("Remove filter") : this.view.say("Filter by");
  }

  #filter(entry, line) {
    line.setAttribute("aria-pressed", String(!entry.pressed));
    this.view.tell("press", { channel: entry.channel, key: entry.key });
  }

  #light(entry, line) {
    const again = this.#picked === line;
    this.#unpick();
    if (again) return;
    this.#picked = line;
    line.setAttribute("aria-pressed", "true");
    this.view.emphasis.pick(entry);
  }

  #unpick() {
    this.#picked?.setAttribute("aria-pressed", "false");
    if (this.#picked) this.view.emphasis?.pick(null);
    this.#picked = null;
  }
}
