// One network on a page: owns the vis-network, applies the data from Python, and reports the reader's actions.

import { Area } from "./area.mjs";
import { Camera } from "./camera.mjs";
import { drawn, Snapshot } from "./diff.mjs";
import { Emphasis } from "./emphasis.mjs";
import { Keyboard } from "./keyboard.mjs";
import { LabelLayer } from "./labels.mjs";
import { Legend } from "./legend.mjs";
import { sift, timed } from "./period.mjs";
import { Stage } from "./stage.mjs";
import { readTheme } from "./theme.mjs";
import { Times } from "./times.mjs";
import { Toolbar } from "./toolbar.mjs";
import { Tooltip } from "./tooltip.mjs";
import { DataSet, Network } from "./vendor/vis-network.min.mjs";

let events = 0; // number of the last event sent to Python; it outlives a view, because Python remembers it as well

const SILENT = { state() {}, trigger() {} };

export class NetworkView {
  constructor(root) {
    this.root = root;
    this.stage = new Stage(root);
    this.calls = 0;
    this.chosen = []; // the nodes that were selected after the reader's last action
    this.locked = false; // whether nodes cannot be dragged
    this.dragging = []; // nodes that the reader is dragging
    this.send = SILENT;
    this.toolbar = new Toolbar(this);
    this.legend = new Legend(this);
    this.tooltip = new Tooltip(this.stage);
    this.times = new Times(timed(this));
  }

  isOnPage() {
    return this.root.isConnected;
  }

  // ------------------------------------------------------------------ Python -> picture

  update(data) {
    if (this.network && data.view !== this.data.view) this.close();
    const previous = this.data;
    this.data = data;
    this.stage.setHeight(data.height);
    this.stage.speak(data.texts);
    this.toolbar.name();
    this.theme = readTheme(this.root);
    this.pinned = new Set(data.pinned);
    this.times.take(data);
    this.legend.show(data.legend);
    const another = this.network ? this.patch(data, previous) : this.open(data);
    this.applySelection(data);
    this.times.show(data.window);
    this.sift(false);
    if (another) this.stage.say(this.stage.counts.textContent);
    this.toolbar.refresh();
    this.redraw();
  }

  sift(anew = true) {
    sift(this);
    this.count();
    if (anew) this.emphasis.refresh();
  }

  count() {
    const { nodeIndices, edgeIndices } = this.network.body;
    this.stage.count(
      nodeIndices.length,
      `${nodeIndices.length} ${this.say("nodes")} · ${edgeIndices.length} ${this.say("ties")}`,
    );
  }

  // Whether the node is visible now: in the network, and in the chosen period.
  showsNode(id) {
    return this.network.body.nodes[id]?.options.hidden === false;
  }

  showsEdge(id) {
    return this.network.body.edges[id]?.options.hidden === false;
  }

  open(data) {
    this.snapshot = { nodes: new Snapshot(data.nodes), edges: new Snapshot(data.edges) };
    this.nodes = new DataSet(data.nodes.map(drawn));
    this.edges = new DataSet(data.edges.map(drawn));
    const options = { ...data.options, autoResize: true };
    this.network = new Network(this.stage.canvas, { nodes: this.nodes, edges: this.edges }, options);
    this.stage.canvas.firstElementChild.tabIndex = -1; // the element around it takes the keyboard focus; one tab stop is enough
    this.labels = new LabelLayer(this);
    this.emphasis = new Emphasis(this);
    this.keyboard = new Keyboard(this);
    this.camera = new Camera(this, data.view);
    this.area = new Area(this);
    this.lock(this.locked);
    this.bind();
    this.stage.root.networkView = this; // for browser tests and the console
    this.network.once("afterDrawing", () => {
      this.stage.root.dataset.ready = "true";
    });
  }

  // Redraws with the next frame, only once even if called several times.
  redraw() {
    this.network?.body.emitter.emit("_requestRedraw");
  }

  // Applies the differences. Returns whether nodes or edges were added or removed.
  patch(data, previous) {
    const nodes = this.snapshot.nodes.advance(data.nodes);
    const edges = this.snapshot.edges.advance(data.edges);
    this.edges.remove(edges.gone);
    this.nodes.remove(nodes.gone);
    this.nodes.add(nodes.fresh.map(drawn));
    this.edges.add(edges.fresh.map(drawn));
    // The browser decides positions: an update keeps the node where it is, whatever position Python sent.
    this.nodes.update(nodes.changed.map((node) => ({ ...drawn(node), ...this.placeOf(node.id) })));
    this.edges.update(edges.changed.map(drawn));
    if (JSON.stringify(data.options) !== JSON.stringify(previous.options))
      this.network.setOptions(data.options);
    if (data.arrangement !== previous.arrangement) this.camera.travel(data.nodes, () => this.camera.fit());
    else if (nodes.moved.length && data.seen >= events) this.camera.travel(nodes.moved);
    if (nodes.fresh.length) this.camera.announce(nodes.fresh);
    this.emphasis.refresh();
    this.keyboard.forget(nodes.gone);
    return [nodes, edges].some(({ fresh, gone }) => fresh.length + gone.length > 0);
  }

  applySelection({ selected: wish, seen }) {
    if (!wish || seen < events) return; // the reader has acted since, and Python has not seen it
    const nodes = wish.nodes.filter((id) => this.nodes.get(id));
    const edges = wish.edges.filter((id) => this.edges.get(id));
    this.network.setSelection({ nodes, edges }, { highlightEdges: false });
    this.told = JSON.stringify([nodes, edges]); // a click on the previous selection has to be reported again
    this.chosen = nodes;
    this.emphasis.refresh();
  }

  // ------------------------------------------------------------------ picture -> Python

  bind() {
    const network = this.network;
    network.on("click", (event) => this.clicked(event));
    network.on("doubleClick", (event) => this.doubleClicked(event));
    network.on("dragStart", (event) => {
      this.dragging = event.nodes;
    });
    network.on("dragEnd", (event) => this.dragged(event.nodes));
    network.on("hoverNode", (event) => this.hovered(event, "nodes", event.node));
    network.on("hoverEdge", (event) => this.hovered(event, "edges", event.edge));
    for (const event of ["blurNode", "blurEdge", "dragStart", "zoom"])
      network.on(event, () => this.unhovered());
    this.stage.canvas.addEventListener("pointerleave", () => this.unhovered());
    network.on("beforeDrawing", (context) => this.emphasis.drawBackground(context));
    network.on("afterDrawing", (context) => {
      this.emphasis.draw(context);
      this.labels.draw(context);
      this.emphasis.drawn();
    });
  }

  clicked(event) {
    this.tooltip.hide();
    const spot = event.pointer.DOM;
    const covered = this.network.getNodeAt(spot) ?? this.network.getEdgeAt(spot); // otherwise the click may be on a name
    const node =
      this.network.getNodeAt(spot) ?? (covered === undefined ? this.labels.nodeAt(spot) : undefined);
    const { shiftKey, ctrlKey, metaKey } = event.event.srcEvent;
    this.pressed = { node, time: performance.now() };
    if (node !== undefined && (shiftKey || ctrlKey || metaKey))
      this.network.setSelection({ nodes: this.chosenWith(node), edges: [] });
    else if (node !== undefined && covered === undefined) this.network.selectNodes([node], false);
    this.keyboard.moveTo(this.network.getSelection().nodes[0] ?? null);
    this.reportSelection();
  }

  // The previous selection with this node added, or removed if it was selected.
  chosenWith(node) {
    const before = this.chosen.filter((id) => this.nodes.get(id));
    return before.includes(node) ? before.filter((id) => id !== node) : [...before, node];
  }

  doubleClicked(event) {
    // The panel that the first click opened may have moved the network under the pointer, so the first hit counts.
    const recent = this.pressed && performance.now() - this.pressed.time < 600;
    const node =
      (recent ? this.pressed.node : undefined) ??
      this.network.getNodeAt(event.pointer.DOM) ??
      this.labels.nodeAt(event.pointer.DOM);
    if (node !== undefined) this.expand(node);
  }

  select(nodes, edges) {
    this.network.setSelection({ nodes, edges }, { highlightEdges: false });
    this.reportSelection();
  }

  reportSelection() {
    const { nodes, edges } = this.network.getSelection();
    const told = JSON.stringify([nodes, edges]);
    if (told !== this.told) this.send.state("selection", { nodes, edges, n: ++events });
    this.told = told;
    this.chosen = nodes;
    setTimeout(() => this.emphasise()); // after the event is sent, because drawing takes a while
  }

  emphasise() {
    if (!this.network) return;
    this.emphasis.refresh();
    this.toolbar.refresh();
  }

  expand(node) {
    this.select([node], []);
    this.tell("expand", { node });
  }

  arrange() {
    this.tell("arrange", {});
  }

  // Sends an event that Python sees for one run.
  tell(name, what) {
    this.send.trigger(name, { ...what, n: ++events });
  }

  dragged(nodes) {
    this.dragging = [];
    if (!nodes.length) return;
    for (const node of nodes) {
      this.pinned.add(node);
      const { x, y } = this.placeOf(node);
      this.network.moveNode(node, Math.round(x), Math.round(y)); // vis-network truncates positions to whole pixels when they are set
    }
    if (!this.chosen.includes(nodes[0])) this.selectAgain(); // dragging does not select
    this.reportPlaces(nodes);
  }

  // Restores the selection that was last reported to Python.
  selectAgain() {
    const [nodes, edges] = JSON.parse(this.told ?? "[[], []]");
    this.network.setSelection(
      { nodes: nodes.filter((id) => this.nodes.get(id)), edges: edges.filter((id) => this.edges.get(id)) },
      { highlightEdges: false },
    );
  }

  // Locks nodes, so that they are not dragged by accident.
  lock(on) {
    this.locked = on;
    this.network.setOptions({ interaction: { dragNodes: !on } });
  }

  togglePins(nodes) {
    const all = nodes.every((node) => this.pinned.has(node));
    for (const node of nodes) all ? this.pinned.delete(node) : this.pinned.add(node);
    this.reportPlaces(nodes);
  }

  reportPlaces(nodes) {
    const positions = Object.fromEntries(nodes.map((node) => [node, Object.values(this.placeOf(node))]));
    this.redraw();
    this.toolbar.refresh();
    this.tell("move", { positions, pinned: [...this.pinned] });
  }

  hovered(event, kind, id) {
    this.labels.hover(kind, id);
    this.tooltip.show(this.snapshot[kind].get(id)?.title, event.pointer.DOM);
    this.stage.canvas.style.cursor = "pointer";
  }

  unhovered() {
    this.labels.hover(null, null);
    this.tooltip.hide();
    this.stage.canvas.style.cursor = "default";
  }

  // ------------------------------------------------------------------ questions

  placeOf(node) {
    const { x, y } = this.network.body.nodes[node];
    return { x, y };
  }

  say(text) {
    return this.data?.texts[text] ?? text;
  }

  about(kind, id) {
    return this.snapshot[kind].get(id);
  }

  close() {
    if (!this.network) return;
    this.camera.stop();
    this.area.stop();
    this.times.stop();
    this.keyboard.stop();
    this.tooltip.hide();
    this.network.destroy();
    this.network = undefined;
    this.told = undefined;
    delete this.stage.root.dataset.ready;
  }
}
