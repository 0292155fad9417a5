// @ts-check
// The network of one view, as long as it is drawn: applies the data from Python, and reports the reader's actions.
import { Area } from "./area.mjs";
import { Camera } from "./camera.mjs";
import { drawn, Snapshot } from "./diff.mjs";
import { Drawing } from "./drawing.mjs";
import { Emphasis } from "./emphasis.mjs";
import { Keyboard } from "./keyboard.mjs";
import { Keys } from "./keys.mjs";
import { LabelLayer } from "./labels.mjs";
import { Menu } from "./menu.mjs";
import { grouped } from "./numbers.mjs";
import { inPeriod } from "./period.mjs";
import { pinDragged, reportPlaces, switchPins } from "./pins.mjs";
import { Pointer } from "./pointer.mjs";
import { areSeen, isSame } from "./reports.mjs";
import { Saving } from "./saving.mjs";
import { DataSet } from "./vendor/vis-network.min.mjs";

const ONLY = { highlightEdges: false };

/**
 * @typedef {import("./view.mjs").ViewData} ViewData
 *
 * @typedef {object} ShownHost the component around the network
 * @property {import("./stage.mjs").Stage} stage
 * @property {{ refresh(): void }} toolbar
 * @property {{ toggle(): void }} legend
 * @property {import("./tooltip.mjs").Tooltip} tooltip
 * @property {import("./times.mjs").Times} times
 * @property {import("./theme.mjs").Theme} theme
 * @property {import("./reports.mjs").Reports} reports
 * @property {boolean} locked
 * @property {boolean} captioned
 * @property {(text: string) => string} say
 */

export class ShownNetwork {
  /** @type {string[]} */
  chosen = []; // the nodes that were selected after the reader's last action
  /** @type {string[]} */
  dragging = []; // nodes that the reader is dragging
  /** @type {Messages.SelectedItems | null} */
  #told = null; // the selection that Python knows

  /**
   * @param {ShownHost} host
   * @param {ViewData} data
   */
  constructor(host, data) {
    this.host = host;
    this.data = data;
    this.stage = host.stage;
    this.root = host.stage.root;
    this.toolbar = host.toolbar;
    this.legend = host.legend;
    this.tooltip = host.tooltip;
    this.times = host.times;
    this.reports = host.reports;
    this.pinned = new Set(data.pinned);
    this.snapshot = { nodes: new Snapshot(data.nodes), edges: new Snapshot(data.edges) };
    this.nodes = new DataSet(data.nodes.map(drawn));
    this.edges = new DataSet(data.edges.map(drawn));
    const options = { ...data.options, autoResize: true };
    this.network = new Drawing(this.stage.canvas, { nodes: this.nodes, edges: this.edges }, options);
    // The element around it takes the keyboard focus; one tab stop is enough.
    this.stage.canvas.firstElementChild?.setAttribute("tabindex", "-1");
    this.labels = new LabelLayer(this);
    this.keyboard = new Keyboard(this);
    this.emphasis = new Emphasis(this);
    this.camera = new Camera(this, data.view);
    this.area = new Area(this);
    this.pointer = new Pointer(this);
    this.saving = new Saving(this);
    this.keys = new Keys(this);
    this.menu = new Menu(this);
    this.lock(this.locked);
    this.#draw();
  }

  #draw() {
    this.network.on("beforeDrawing", (context) => this.emphasis.drawBackground(context));
    this.network.on("afterDrawing", (context) => {
      this.emphasis.draw(context);
      this.labels.draw(context);
      this.emphasis.drawn();
    });
  }

  close() {
    this.camera.stop();
    this.area.stop();
    this.keyboard.stop();
    this.pointer.stop();
    this.saving.stop();
    this.keys.stop();
    this.menu.stop();
    this.network.destroy();
  }

  // ------------------------------------------------------------------ Python -> network

  /**
   * Applies the differences. Returns whether nodes or edges were added or removed.
   * @param {ViewData} data
   */
  patch(data) {
    const previous = this.data;
    this.data = data;
    this.pinned = new Set(data.pinned);
    const nodes = this.snapshot.nodes.advance(data.nodes);
    const edges = this.snapshot.edges.advance(data.edges);
    this.edges.remove(edges.gone);
    this.nodes.remove(nodes.gone);
    this.nodes.add(nodes.fresh.map(drawn));
    this.edges.add(edges.fresh.map(drawn));
    // The browser decides positions: an update keeps the node where it is, whatever position Python sent.
    this.nodes.update(nodes.changed.map((node) => ({ ...drawn(node), ...this.placeOf(node.id) })));
    this.edges.update(edges.changed.map(drawn));
    if (JSON.stringify(data.options) !== JSON.stringify(previous.options)) {
      this.network.setOptions(data.options);
    }
    if (data.arrangement !== previous.arrangement) this.camera.travel(data.nodes, () => this.camera.fit());
    else if (nodes.moved.length && areSeen(data)) this.camera.travel(nodes.moved);
    if (nodes.fresh.length) this.camera.announce(nodes.fresh);
    this.emphasis.refresh();
    this.keyboard.forget(nodes.gone);
    this.applySelection(data);
    return [nodes, edges].some(({ fresh, gone }) => fresh.length + gone.length > 0);
  }

  /** @param {ViewData} data */
  applySelection(data) {
    if (!data.selected || !areSeen(data)) return;
    const selected = this.#present(data.selected);
    this.network.setSelection(selected, ONLY);
    this.#told = selected; // a click on the previous selection has to be reported again
    this.chosen = selected.nodes;
    this.emphasis.refresh();
  }

  /** Shows what is in the period of the time bar. */
  applyPeriod() {
    const { times } = this;
    const lets = times.range === null ? null : (/** @type {string} */ edge) => times.lets(edge);
    const shown = inPeriod(this.nodes.getIds(), this.snapshot.edges.values(), lets);
    this.network.show(shown.nodes, shown.edges);
    const { nodes, edges } = this.network.counts;
    this.stage.count(
      nodes,
      `${grouped(nodes, this)} ${this.say("nodes")} · ${grouped(edges, this)} ${this.say("ties")}`,
    );
  }

  /** The same, after the reader has changed the period. */
  changePeriod() {
    this.applyPeriod();
    this.emphasis.refresh();
  }

  // ------------------------------------------------------------------ network -> Python

  /** @type {(nodes: string[], edges: string[]) => void} */
  select(nodes, edges) {
    this.network.setSelection({ nodes, edges }, ONLY);
    this.reportSelection();
  }

  reportSelection() {
    const selected = this.network.getSelection();
    if (!isSame(selected, this.#told)) this.reports.select(selected);
    this.#told = selected;
    this.chosen = selected.nodes;
    setTimeout(() => this.#emphasise()); // after the event is sent, because drawing takes a while
  }

  #emphasise() {
    if (!this.network.isOpen) return;
    this.emphasis.refresh();
    this.toolbar.refresh();
  }

  /**
   * The previous selection with this node added, or removed if it was selected.
   * @param {string} node
   */
  chosenWith(node) {
    const before = this.chosen.filter((id) => this.nodes.get(id));
    return before.includes(node) ? before.filter((id) => id !== node) : [...before, node];
  }

  /** @param {string} node */
  expand(node) {
    this.select([node], []);
    this.reports.tell("expand", { node });
  }

  arrange() {
    this.reports.tell("arrange", {});
  }

  /** @param {string[]} nodes that were dragged */
  dragged(nodes) {
    this.dragging = [];
    if (!nodes.length) return;
    pinDragged(this, nodes);
    // Dragging does not select.
    if (!this.chosen.includes(nodes[0])) {
      this.network.setSelection(this.#present(this.#told ?? { nodes: [], edges: [] }), ONLY);
    }
    reportPlaces(this, nodes);
  }

  /**
   * Locks nodes, so that they are not dragged by accident.
   * @param {boolean} on
   */
  lock(on) {
    this.host.locked = on;
    this.network.setOptions({ interaction: { dragNodes: !on } });
    this.toolbar.refresh();
  }

  /** @param {string[]} nodes */
  togglePins(nodes) {
    switchPins(this, nodes);
  }

  /** Writes on all ties what they are, or no longer. */
  toggleCaptions() {
    this.host.captioned = !this.host.captioned;
    this.toolbar.refresh();
    this.redraw();
  }

  /** @param {Messages.NetworkTriggers["act"]} act */
  perform(act) {
    if (this.data.acts) this.reports.perform(act);
  }

  // ------------------------------------------------------------------ what its parts ask

  get theme() {
    return this.host.theme;
  }

  get locked() {
    return this.host.locked;
  }

  get captioned() {
    return this.host.captioned;
  }

  say(/** @type {string} */ text) {
    return this.host.say(text);
  }

  redraw() {
    if (this.network.isOpen) this.network.redrawSoon();
  }

  unhovered() {
    this.pointer.unhovered();
  }

  /** @param {string} node */
  placeOf(node) {
    return this.network.placeOf(node);
  }

  /** @param {string} node whether it is visible now: in the network, and in the chosen period */
  showsNode(node) {
    return this.network.showsNode(node);
  }

  /** @param {string} edge */
  showsEdge(edge) {
    return this.network.showsEdge(edge);
  }

  shownNodes() {
    return this.nodes.getIds().filter((id) => this.showsNode(id));
  }

  /** The ties that the time bar counts. */
  countedTies() {
    return this.snapshot.edges.values().flatMap(({ id, hidden }) => (hidden ? [] : [id]));
  }

  /** @type {(kind: "nodes" | "edges", id: string) => { label: string, title: string } | undefined} */
  about(kind, id) {
    return this.snapshot[kind].get(id);
  }

  /** @param {Messages.SelectedItems} items */
  #present({ nodes, edges }) {
    return {
      nodes: nodes.filter((id) => this.nodes.get(id)),
      edges: edges.filter((id) => this.edges.get(id)),
    };
  }
}
