// @ts-check
// The time bar below the network and the map: it shows when events happened. A chosen period filters the drawing in the
// browser, without Python; only the period that the reader ends with is reported.
import { beginning, binAt, daysOf, draggedTo, heights, heldAt, nameOf, rangeOf, stepped } from "./bins.mjs";
import { icon } from "./icons.mjs";
import { element } from "./stage.mjs";

/** @type {import("./bins.mjs").Sign[]} */
const ORDER = ["cooperation", "neutral", "relation", "conflict"]; // from bottom to top
const STILL = 3; // pixels; a shorter movement is a click
const BEAT = 420; // milliseconds for each step of the animation
const PALE = 0.28;
const CURSORS = { left: "ew-resize", right: "ew-resize", move: "grab", new: "crosshair" };
/** @type {Record<string, -1 | 1>} */
const STEPS = { ArrowLeft: -1, ArrowRight: 1 };

/**
 * The network or the map.
 * @typedef {object} TimesHost
 * @property {HTMLElement} root
 * @property {HTMLElement} box where the bar is put
 * @property {(text: string) => string} say translates a text
 * @property {() => import("./theme.mjs").Theme} theme
 * @property {() => string[]} ties ids of all ties that are counted
 * @property {() => Set<string> | null} lit ids of the highlighted ties, or null
 * @property {() => void} changed called when the period changed
 * @property {(days: [string, string] | null) => void} tell reports the period to Python
 * @property {() => boolean} isOnPage
 *
 * @typedef {import("./bins.mjs").Range} Range
 * @typedef {ReturnType<typeof heights>} Heights
 */

export class Times {
  /** @type {Range | null} */
  range = null;
  /** @type {[string, string][]} */
  bins = [];
  /** @type {string[]} */
  names = [];
  /** @type {Messages.TimeBar["colours"]} */
  colours = { cooperation: "", neutral: "", relation: "", conflict: "" };
  /** @type {import("./bins.mjs").Drag & { x: number } | null} */
  #drag = null;
  #clock = 0;
  #frame = 0;
  /** @type {Map<string, Messages.TimeBar["edges"][string]>} */
  #edges = new Map();
  /** @type {Messages.TimeBar | undefined} */
  #taken;

  /** @param {TimesHost} host */
  constructor(host) {
    this.host = host;
    this.play = element("button", { type: "button", class: "play" }, icon("play"));
    this.bars = element("canvas", { class: "bars", tabindex: "0", role: "slider" });
    this.label = element("button", { type: "button", class: "period" });
    this.box = host.box;
    this.box.replaceChildren(this.play, this.bars, this.label);
    this.play.addEventListener("click", () => this.toggle());
    this.label.addEventListener("click", () => this.#settle(null));
    this.bars.addEventListener("pointerdown", (event) => this.#begin(event));
    this.bars.addEventListener("pointermove", (event) => this.#go(event));
    this.bars.addEventListener("pointerup", () => this.#end());
    this.bars.addEventListener("pointercancel", () => this.#end());
    this.bars.addEventListener("dblclick", () => this.#settle(null));
    this.bars.addEventListener("keydown", (event) => this.#pressed(event));
    new ResizeObserver(() => this.draw()).observe(this.bars);
  }

  /**
   * Stores the data from Python: the bins, and the counts of each edge. The network may use them before `show`.
   * @param {Messages.TimeBar | undefined} times
   */
  take(times) {
    if (times && times === this.#taken) return;
    this.#taken = times;
    if (times?.bins.length !== this.bins.length) this.stop(); // the range of an animation counts in the old bins
    this.bins = times?.bins ?? [];
    this.names = times?.names ?? [];
    this.colours = times?.colours ?? this.colours;
    this.#edges = new Map(Object.entries(times?.edges ?? {}));
  }

  /**
   * Draws the bar with this period, given as days; null is all time. Without one, it keeps the reader's choice.
   * @param {[string, string] | null} [period]
   */
  show(period) {
    this.host.root.classList.toggle("timed", this.bins.length > 1);
    this.box.hidden = this.bins.length < 2;
    this.bars.setAttribute(
      "aria-label",
      this.host.say("Time: drag to select a period, arrow keys move it, double-click selects all time"),
    );
    this.play.setAttribute("aria-label", this.host.say("Play through time"));
    this.play.title = this.host.say("Play through time");
    this.label.title = this.host.say("All time");
    if (period !== undefined && !this.#drag && !this.#clock) {
      this.range = period ? rangeOf(this.bins, period) : null;
    }
    this.draw();
  }

  /**
   * Whether the edge has a claim in the period.
   * @param {string} edge
   */
  lets(edge) {
    if (!this.range || !this.bins.length) return true;
    const [first, last] = this.range;
    return (this.#edges.get(edge) ?? []).some(([bin]) => bin >= first && bin <= last);
  }

  toggle() {
    if (this.#clock) {
      this.stop();
      this.#report();
      return;
    }
    this.#clock = window.setInterval(() => this.#beat(), BEAT);
    this.play.setAttribute("aria-pressed", "true");
    this.#choose(beginning(this.range, this.bins.length));
  }

  #beat() {
    const next = stepped(this.range, 1, false, this.bins.length);
    if (next && this.host.isOnPage()) return this.#choose(next);
    this.stop();
    this.#report();
  }

  /** Stops the animation and any drag, without reporting the period. */
  stop() {
    clearInterval(this.#clock);
    this.#clock = 0;
    this.#drag = null;
    this.play.setAttribute("aria-pressed", "false");
  }

  // ------------------------------------------------------------------ choosing

  /** @param {PointerEvent} event */
  #begin(event) {
    if (event.button !== 0) return;
    this.stop();
    const x = event.offsetX;
    const { clientWidth: width } = this.bars;
    const count = this.bins.length;
    this.bars.setPointerCapture(event.pointerId);
    const how = heldAt(x, this.range, width, count);
    this.#drag = { x, bin: binAt(x, width, count), before: this.range, how };
  }

  /** @param {PointerEvent} event */
  #go(event) {
    const drag = this.#drag;
    const { clientWidth: width } = this.bars;
    const count = this.bins.length;
    this.bars.style.cursor = CURSORS[drag?.how ?? heldAt(event.offsetX, this.range, width, count)];
    if (!drag || Math.abs(event.offsetX - drag.x) <= STILL) return;
    this.#choose(draggedTo(drag, binAt(event.offsetX, width, count), count));
  }

  #end() {
    if (!this.#drag) return;
    const { bin, before } = this.#drag;
    this.#drag = null;
    if (this.range === before) this.#choose([bin, bin]);
    this.#report();
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key in STEPS) this.#step(STEPS[event.key], event.shiftKey);
    else if (event.key === "Escape") this.#settle(null);
    else if (event.key === " ") this.toggle();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** @type {(step: -1 | 1, lastOnly: boolean) => void} */
  #step(step, lastOnly) {
    const wanted = stepped(this.range, step, lastOnly, this.bins.length);
    if (wanted) this.#settle(wanted);
  }

  /** @param {Range | null} range */
  #settle(range) {
    this.stop();
    this.#choose(range);
    this.#report();
  }

  /** @param {Range | null} range */
  #choose(range) {
    this.range = range;
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      this.draw();
      this.host.changed();
    });
  }

  #report() {
    this.host.tell(daysOf(this.bins, this.range));
  }

  // ------------------------------------------------------------------ drawing

  draw() {
    const { bars } = this;
    const [width, height, ratio] = [bars.clientWidth, bars.clientHeight, window.devicePixelRatio];
    if (!width || !this.bins.length) return;
    Object.assign(bars, { width: width * ratio, height: height * ratio });
    const pen = /** @type {CanvasRenderingContext2D} */ (bars.getContext("2d"));
    pen.scale(ratio, ratio);
    const lit = this.host.lit();
    const ties = this.host.ties();
    const all = heights(this.bins.length, ties, this.#edges);
    const most = Math.max(1, ...all.map((bin) => ORDER.reduce((sum, sign) => sum + bin[sign], 0)));
    const scale = { step: width / this.bins.length, bottom: height - 2, claim: (height - 8) / most };
    pen.globalAlpha = lit ? PALE : 1;
    this.#stack(pen, all, scale);
    pen.globalAlpha = 1;
    if (lit) {
      const chosen = ties.filter((tie) => lit.has(tie));
      this.#stack(pen, heights(this.bins.length, chosen, this.#edges), scale);
    }
    this.#frameRange(pen, width, height);
    this.#name();
  }

  /** @type {(pen: CanvasRenderingContext2D, bins: Heights, scale: { step: number, bottom: number, claim: number }) => void} */
  #stack(pen, bins, { step, bottom, claim }) {
    for (const [at, bin] of bins.entries()) {
      let y = bottom;
      for (const sign of ORDER) {
        const high = bin[sign] && Math.max(1, bin[sign] * claim);
        pen.fillStyle = this.colours[sign];
        pen.fillRect(at * step + 0.5, y - high, Math.max(1, step - 1), high);
        y -= high;
      }
    }
  }

  /** @type {(pen: CanvasRenderingContext2D, width: number, height: number) => void} */
  #frameRange(pen, width, height) {
    if (!this.range) return;
    const theme = this.host.theme();
    const step = width / this.bins.length;
    const [left, right] = [this.range[0] * step, (this.range[1] + 1) * step];
    pen.fillStyle = theme.background;
    pen.globalAlpha = 0.72;
    pen.fillRect(0, 0, left, height);
    pen.fillRect(right, 0, width - right, height);
    pen.globalAlpha = 1;
    pen.strokeStyle = theme.accent;
    pen.lineWidth = 1.5;
    pen.strokeRect(
      Math.max(1, left),
      1,
      Math.max(3, Math.min(width - 1, right) - Math.max(1, left)),
      height - 2,
    );
  }

  #name() {
    const text = nameOf(this.names, this.range);
    this.label.textContent = this.range ? `${text} ✕` : text;
    this.label.disabled = !this.range;
    const values = { min: 0, max: this.bins.length - 1, now: this.range?.[0] ?? 0, text };
    for (const [name, value] of Object.entries(values)) {
      this.bars.setAttribute(`aria-value${name}`, String(value));
    }
  }
}
