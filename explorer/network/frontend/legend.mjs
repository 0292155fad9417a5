// What colours, shapes and lines mean, with how many of each are drawn; an entry puts the light on its own.
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
    const groups = Object.entries(HEADINGS).map(([channel, heading]) => this.#group(heading, entries.filter((entry) => entry.channel === channel)));
    this.box.replaceChildren(...groups.filter(Boolean));
    this.box.hidden = !this.#open || entries.length === 0;
    this.view.toolbar.buttons.get("legend").setAttribute("aria-pressed", String(this.#open));
  }

  #group(heading, entries) {
    if (!entries.length) return null;
    return element("div", { class: "group", role: "group", "aria-label": this.view.say(heading) }, ...entries.map((entry) => this.#line(entry)));
  }

  #line(entry) {
    const swatch = entry.dash ? lineSwatch(entry.colour, entry.dash) : nodeSwatch(entry.shape, entry.colour);
    const count = element("span", { class: "number" }, String(entry.count));
    const line = element("button", { type: "button", "aria-pressed": "false", title: `${this.view.say("Put the light on")}: ${entry.label}` }, swatch, element("span", {}, entry.label), count);
    line.addEventListener("click", () => this.#toggle(entry, line));
    return line;
  }

  #toggle(entry, line) {
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
