// @ts-check
// The legend: what colours, shapes and lines mean, with the number of each. A click on an entry filters the network,
// or, if the page has no filters, highlights the nodes or edges of the entry.
import { lineSwatch, nodeSwatch } from "./icons.mjs";
import { grouped } from "./numbers.mjs";
import { element } from "./stage.mjs";

const HEADINGS = {
  community: "Communities",
  kind: "Actors",
  sign: "Ties",
  voices: "Independent voices",
  verdict: "Review",
  status: "Status",
  denial: "Denials",
  origin: "Origin",
};

/**
 * @typedef {Messages.LegendLine} Entry
 *
 * @typedef {object} LegendHost
 * @property {{ legend: HTMLElement }} stage
 * @property {{ press(name: string, pressed: boolean): void }} toolbar
 * @property {(text: string) => string} say
 * @property {(entry: Entry | null) => void} pick highlights the nodes or edges of an entry
 * @property {{ tell(name: "press", what: Pick<Entry, "channel" | "key">): void }} reports
 */

export class Legend {
  #open = true;
  /** @type {HTMLElement | null} */
  #picked = null; // the highlighted entry
  #entries = "";

  /** @param {LegendHost} host */
  constructor(host) {
    this.host = host;
    this.box = host.stage.legend;
  }

  toggle() {
    this.#open = !this.#open;
    this.box.hidden = !this.#open;
    this.host.toolbar.press("legend", this.#open);
  }

  /** @param {Entry[]} entries */
  show(entries) {
    const json = JSON.stringify(entries);
    if (json === this.#entries) return;
    this.#entries = json;
    this.unpick();
    const root = /** @type {Document | ShadowRoot} */ (this.box.getRootNode());
    const focused = /** @type {HTMLElement | null} */ (root.activeElement)?.dataset.entry;
    const groups = Object.entries(HEADINGS).map(([channel, heading]) =>
      this.#group(
        heading,
        entries.filter((entry) => entry.channel === channel),
      ),
    );
    this.box.replaceChildren(...groups.flat());
    this.box.hidden = !this.#open || entries.length === 0;
    this.host.toolbar.press("legend", this.#open);
    if (!focused) return;
    /** @type {HTMLElement | null} */ (
      this.box.querySelector(`[data-entry="${CSS.escape(focused)}"]`)
    )?.focus();
  }

  /** @type {(heading: string, entries: Entry[]) => HTMLElement[]} */
  #group(heading, entries) {
    if (!entries.length) return [];
    const attributes = { class: "group", role: "group", "aria-label": this.host.say(heading) };
    return [element("div", attributes, ...entries.map((entry) => this.#line(entry)))];
  }

  /** @param {Entry} entry */
  #line(entry) {
    const swatch = entry.dash ? lineSwatch(entry) : nodeSwatch(entry.shape, entry.colour);
    const count = element("span", { class: "number" }, entry.count ? grouped(entry.count, this.host) : "");
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

  /** @param {Entry} entry */
  #promise(entry) {
    if (entry.pressed === null) return this.host.say("Highlight");
    return entry.pressed ? this.host.say("Remove filter") : this.host.say("Filter by");
  }

  /** @type {(entry: Entry, line: HTMLElement) => void} */
  #filter(entry, line) {
    line.setAttribute("aria-pressed", String(!entry.pressed));
    this.host.reports.tell("press", { channel: entry.channel, key: entry.key });
  }

  /** @type {(entry: Entry, line: HTMLElement) => void} */
  #light(entry, line) {
    const again = this.#picked === line;
    this.unpick();
    if (again) return;
    this.#picked = line;
    line.setAttribute("aria-pressed", "true");
    this.host.pick(entry);
  }

  /** Highlights no entry any more. */
  unpick() {
    this.#picked?.setAttribute("aria-pressed", "false");
    if (this.#picked) this.host.pick(null);
    this.#picked = null;
  }
}
