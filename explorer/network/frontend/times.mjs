// The time bar below the network and the map: it shows when events happened. A chosen period filters the drawing in the
// browser, without Python; only the period that the reader ends with is reported.
//
// `host` is the network or the map. It has its `root` element, the `box` for the bar, `say` (translates a text),
// `theme`, `ties` (ids of all ties that are counted), `lit` (a set of the highlighted ones, or null), `changed`
// (called when the period changed), `tell` (reports the period to Python), and `isOnPage`.
import { icon } from "./icons.mjs";
import { element } from "./stage.mjs";

const ORDER = ["cooperation", "relation", "conflict"]; // from bottom to top
const EDGE = 7; // pixels around an end of the period in which it can be dragged
const STILL = 3; // pixels; a shorter movement is a click
const BEAT = 420; // milliseconds for each step of the animation
const PALE = 0.28;

export class Times {
  range = null; // indexes of the [first, last] bin, inclusive; null is all time
  #drag = null;
  #clock = 0;
  #frame = 0;
  #edges = new Map(); // edge -> [[bin, claims, sign]]

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
    for (const name of ["pointerup", "pointercancel"]) this.bars.addEventListener(name, () => this.#end());
    this.bars.addEventListener("dblclick", () => this.#settle(null));
    this.bars.addEventListener("keydown", (event) => this.#pressed(event));
    new ResizeObserver(() => this.draw()).observe(this.bars);
  }

  // Stores the data from Python: the bins, and the counts of each edge. The network may use them before `show`.
  take({ times }) {
    if (times && times === this.taken) return;
    this.taken = times;
    this.bins = times?.bins ?? [];
    this.names = times?.names ?? [];
    this.colours = times?.colours ?? {};
    this.#edges = new Map(Object.entries(times?.edges ?? {}));
  }

  // Draws the bar with this period, given as days.
  show(window) {
    this.host.root.classList.toggle("timed", this.bins.length > 1);
    this.box.hidden = this.bins.length < 2;
    this.bars.setAttribute(
      "aria-label",
      this.host.say("Time: drag to select a period, arrow keys move it, double-click selects all time"),
    );
    this.play.setAttribute("aria-label", this.host.say("Play through time"));
    this.play.title = this.host.say("Play through time");
    this.label.title = this.host.say("All time");
    if (!this.#drag && !this.#clock) this.range = window ? this.#binsOf(window) : null;
    this.draw();
  }

  // Whether the edge has a claim in the period.
  lets(edge) {
    if (!this.range || !this.bins.length) return true;
    const [first, last] = this.range;
    return (this.#edges.get(edge) ?? []).some(([bin]) => bin >= first && bin <= last);
  }

  toggle() {
    if (this.#clock) this.#stop();
    else {
      this.range ??= [0, Math.max(0, Math.ceil(this.bins.length / 10) - 1)];
      this.#clock = setInterval(() => this.#beat(), BEAT);
      this.#choose(this.range);
    }
    this.play.setAttribute("aria-pressed", String(this.#clock !== 0));
  }

  #beat() {
    const [first, last] = this.range;
    if (last + 1 >= this.bins.length || !this.host.isOnPage()) this.#stop();
    else this.#choose([first + 1, last + 1]);
  }

  #stop() {
    clearInterval(this.#clock);
    this.#clock = 0;
    this.play.setAttribute("aria-pressed", "false");
    this.#report();
  }

  #binsOf([first, last]) {
    const inside = this.bins
      .map(([start, end], at) => (start <= last && first <= end ? at : -1))
      .filter((at) => at >= 0);
    return inside.length ? [inside[0], inside.at(-1)] : [this.bins.length, this.bins.length];
  }

  // ------------------------------------------------------------------ choosing

  #binAt(x) {
    const width = this.bars.clientWidth || 1;
    return Math.min(this.bins.length - 1, Math.max(0, Math.floor((x / width) * this.bins.length)));
  }

  #begin(event) {
    if (event.button !== 0) return;
    clearInterval(this.#clock);
    this.#clock = 0;
    const x = event.offsetX;
    const bin = this.#binAt(x);
    this.bars.setPointerCapture(event.pointerId);
    this.#drag = { x, bin, before: this.range, how: this.#hold(x) };
  }

  // What a drag at this point changes: an end of the period, the whole period, or none of it (a new period).
  #hold(x) {
    if (!this.range) return "new";
    const step = this.bars.clientWidth / this.bins.length;
    const [left, right] = [this.range[0] * step, (this.range[1] + 1) * step];
    if (Math.abs(x - left) <= EDGE) return "left";
    if (Math.abs(x - right) <= EDGE) return "right";
    return x > left && x < right ? "move" : "new";
  }

  #go(event) {
    const drag = this.#drag;
    this.bars.style.cursor =
      { left: "ew-resize", right: "ew-resize", move: "grab" }[drag?.how ?? this.#hold(event.offsetX)] ??
      "crosshair";
    if (!drag || Math.abs(event.offsetX - drag.x) <= STILL) return;
    const bin = this.#binAt(event.offsetX);
    const [first, last] = drag.before ?? [drag.bin, drag.bin];
    const shift = Math.min(this.bins.length - 1 - last, Math.max(-first, bin - drag.bin));
    const wanted = {
      new: [drag.bin, bin],
      left: [bin, last],
      right: [first, bin],
      move: [first + shift, last + shift],
    }[drag.how];
    this.#choose(wanted.toSorted((a, b) => a - b));
  }

  #end() {
    if (!this.#drag) return;
    const { bin, before } = this.#drag;
    this.#drag = null;
    if (this.range === before) this.#choose([bin, bin]);
    this.#report();
  }

  #pressed(event) {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (step) {
      const [first, last] = this.range ?? (step > 0 ? [-1, -1] : [this.bins.length, this.bins.length]);
      const wanted = event.shiftKey && this.range ? [first, last + step] : [first + step, last + step];
      if (wanted[0] >= 0 && wanted[1] < this.bins.length && wanted[0] <= wanted[1]) this.#settle(wanted);
    } else if (event.key === "Escape") this.#settle(null);
    else if (event.key === " ") this.toggle();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #settle(range) {
    this.#drag = null;
    this.#choose(range);
    this.#report();
  }

  #choose(range) {
    this.range = range;
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      this.draw();
      this.host.changed();
    });
  }

  #report() {
    const days = this.range && [this.bins[this.range[0]][0], this.bins[this.range[1]][1]];
    this.host.tell(days);
  }

  // ------------------------------------------------------------------ drawing

  draw() {
    const { bars } = this;
    const [width, height, ratio] = [bars.clientWidth, bars.clientHeight, window.devicePixelRatio];
    if (!width || !this.bins?.length) return;
    Object.assign(bars, { width: width * ratio, height: height * ratio });
    const pen = bars.getContext("2d");
    pen.scale(ratio, ratio);
    const chosen = this.host.lit();
    const all = this.#heights(() => true);
    const most = Math.max(1, ...all.map((bin) => ORDER.reduce((sum, sign) => sum + bin[sign], 0)));
    pen.globalAlpha = chosen ? PALE : 1;
    this.#stack(pen, all, most, width, height);
    pen.globalAlpha = 1;
    if (chosen)
      this.#stack(
        pen,
        this.#heights((edge) => chosen.has(edge)),
        most,
        width,
        height,
      );
    this.#frameRange(pen, width, height);
    this.#name();
  }

  // Counts the claims of each sign in each bin, for the ties that pass the test `counts`.
  #heights(counts) {
    const bins = this.bins.map(() => ({ cooperation: 0, relation: 0, conflict: 0 }));
    for (const tie of this.host.ties()) {
      if (!counts(tie)) continue;
      for (const [bin, claims, sign] of this.#edges.get(tie) ?? []) bins[bin][sign] += claims;
    }
    return bins;
  }

  #stack(pen, bins, most, width, height) {
    const step = width / bins.length;
    bins.forEach((bin, at) => {
      let y = height - 2;
      for (const sign of ORDER) {
        const high = bin[sign] && Math.max(1, (bin[sign] / most) * (height - 8));
        pen.fillStyle = this.colours[sign];
        pen.fillRect(at * step + 0.5, y - high, Math.max(1, step - 1), high);
        y -= high;
      }
    });
  }

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
    const [first, last] = this.range ?? [0, this.bins.length - 1];
    const [from, to] = [this.names[first], this.names[last]].map((name) => name?.split(" – ") ?? [""]);
    const text = [...new Set([from[0], to.at(-1)])].join(" – ");
    this.label.textContent = this.range ? `${text} ✕` : text;
    this.label.disabled = !this.range;
    for (const [name, value] of Object.entries({ min: 0, max: this.bins.length - 1, now: first, text }))
      this.bars.setAttribute(`aria-value${name}`, String(value));
  }

  // Stops the animation and any drag, because another view takes this one's place.
  stop() {
    clearInterval(this.#clock);
    this.#clock = 0;
    this.#drag = null;
  }
}
