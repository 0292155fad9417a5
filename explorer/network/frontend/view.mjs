// @ts-check
// The component on a page: toolbar, legend, time bar, and the network of the view that Python sends.
import { Legend } from "./legend.mjs";
import { areSeen, Reports } from "./reports.mjs";
import { ShownNetwork } from "./shown.mjs";
import { Stage } from "./stage.mjs";
import { readTheme } from "./theme.mjs";
import { Times } from "./times.mjs";
import { Toolbar } from "./toolbar.mjs";
import { Tooltip } from "./tooltip.mjs";

/**
 * What is drawn. An exported page has only a frame and a network.
 * @typedef {Messages.NetworkFrame & Messages.DrawnNetwork & Partial<Pick<Messages.NetworkData,
 *   "seen" | "selected" | "lit" | "window" | "acts">> & { times?: Messages.TimeBar }} ViewData
 */

export class NetworkView {
  locked = false; // whether nodes cannot be dragged
  captioned = false; // whether all ties have captions
  /** @type {ShownNetwork | null} */
  shown = null;
  reports = new Reports();

  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.theme = readTheme(root);
    this.stage = new Stage(root);
    this.toolbar = new Toolbar(this);
    this.legend = new Legend(this);
    this.tooltip = new Tooltip(this.stage);
    this.times = new Times(this.#timed());
    /** @type {Record<string, string>} */
    this.texts = {};
  }

  isOnPage() {
    return this.root.isConnected;
  }

  /** @param {ViewData} data */
  update(data) {
    if (this.shown && data.view !== this.shown.data.view) this.close();
    this.texts = data.texts;
    this.stage.setHeight(data.height);
    this.stage.speak(data.texts);
    this.toolbar.name();
    this.theme = readTheme(this.root);
    this.times.take(data.times);
    this.legend.show(data.legend);
    const heard = !this.shown || areSeen(data);
    const another = this.shown ? this.shown.patch(data) : this.#open(data);
    this.times.show(heard ? (data.window ?? null) : undefined);
    this.shown?.applyPeriod();
    if (another) this.stage.say(this.stage.counts.textContent);
    this.toolbar.refresh();
    this.shown?.redraw();
  }

  /** @param {ViewData} data */
  #open(data) {
    this.shown = new ShownNetwork(this, data);
    this.shown.applySelection(data);
    const { root } = this;
    Object.assign(root, { networkView: this.shown }); // for browser tests and the console
    this.shown.network.once("afterDrawing", () => {
      root.dataset.ready = "true";
    });
    return false;
  }

  /** The network as the host of the time bar. */
  #timed() {
    return {
      root: this.root,
      box: this.stage.times,
      say: (/** @type {string} */ text) => this.say(text),
      theme: () => this.theme,
      ties: () => this.shown?.countedTies() ?? [],
      lit: () => this.shown?.emphasis.litEdges() ?? null,
      changed: () => this.shown?.changePeriod(),
      tell: (/** @type {[string, string] | null} */ days) => this.reports.tell("window", { days }),
      isOnPage: () => this.isOnPage(),
    };
  }

  /** @param {string} text */
  say(text) {
    return this.texts[text] ?? text;
  }

  /** @param {Messages.LegendLine | null} entry whose nodes or edges are highlighted */
  pick(entry) {
    this.shown?.emphasis.pick(entry);
  }

  close() {
    if (!this.shown) return;
    this.times.stop();
    this.legend.unpick();
    this.shown.close();
    this.shown = null;
    delete this.root.dataset.ready;
  }
}
