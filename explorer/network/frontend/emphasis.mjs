// Highlights nodes and edges: veils the others, and draws rings, pins and the opaque background.
import { calm } from "./theme.mjs";

const VEIL = 0.74;
const FADE = 160; // milliseconds
const FRAME = 16; // milliseconds; if a drawing takes longer, the veil changes without fading

export class Emphasis {
  #nodes = null; // ids of highlighted nodes, or null if all are
  #edges = null;
  #lit = null; // the highlighted nodes and edges, or null
  #picked = null; // the legend entry that the reader highlighted, or null
  #veil = { from: 0, to: 0, start: 0 };
  #fades = true; // whether the last drawing was fast enough for fading
  #began = 0;

  constructor(view) {
    this.view = view;
    this.network = view.network;
  }

  // Updates the highlight after the selection, the legend or the graph changed.
  refresh() {
    const lit = this.#picked ? this.#litByLegend() : this.#litBySelection();
    if (lit) [this.#nodes, this.#edges] = [lit.nodes, lit.edges];
    this.#fadeTo(lit ? VEIL : 0);
    if (lit || this.#lit) this.view.times.draw();
    this.#lit = lit;
  }

  // The highlighted edges, or null if nothing is highlighted.
  litEdges() {
    return this.#lit ? this.#edges : null;
  }

  pick(entry) {
    this.#picked = entry;
    this.refresh();
  }

  isLit(node) {
    return this.#veil.to === 0 || this.#nodes.has(node);
  }

  chosenNodes() {
    return new Set([
      ...this.network.getSelectedNodes(),
      ...(this.view.keyboard.focus === null ? [] : [this.view.keyboard.focus]),
    ]);
  }

  chosenEdges() {
    return this.network.getSelectedEdges();
  }

  #litBySelection() {
    const selected = this.network.getSelection();
    const nodes = selected.nodes.filter((node) => this.view.showsNode(node)); // a removed node stays selected for a moment
    const edges = selected.edges.filter((edge) => this.view.showsEdge(edge));
    if (!nodes.length && !edges.length) return null;
    const wished = this.view.data.lit;
    if (wished && wished.of.length === nodes.length && nodes.every((node) => wished.of.includes(node)))
      return this.#present(wished);
    const lit = { nodes: new Set(nodes), edges: new Set(edges) };
    for (const node of nodes) {
      for (const edge of this.network.getConnectedEdges(node)) {
        if (this.view.showsEdge(edge)) lit.edges.add(edge);
      }
    }
    return this.#withEnds(lit);
  }

  // The nodes and edges that Python wants highlighted for this selection, such as the paths between two actors.
  #present({ nodes, edges }) {
    return {
      nodes: new Set(nodes.filter((node) => this.view.showsNode(node))),
      edges: new Set(edges.filter((edge) => this.view.showsEdge(edge))),
    };
  }

  #litByLegend() {
    const { channel, key } = this.#picked;
    const { nodes, edges } = this.view.snapshot;
    if (channel === "kind") {
      return {
        nodes: new Set(
          nodes
            .values()
            .filter((node) => node.kind === key && this.view.showsNode(node.id))
            .map((node) => node.id),
        ),
        edges: new Set(),
      };
    }
    const matching = edges.values().filter((edge) => edge[channel] === key && this.view.showsEdge(edge.id));
    return this.#withEnds({ nodes: new Set(), edges: new Set(matching.map((edge) => edge.id)) });
  }

  #withEnds(lit) {
    for (const edge of lit.edges)
      for (const node of this.network.getConnectedNodes(edge)) lit.nodes.add(node);
    return lit;
  }

  #fadeTo(alpha) {
    const start = performance.now();
    const from = this.#fades ? this.#alpha(start) : alpha;
    this.#veil = { from, to: alpha, start };
    const step = () => {
      this.view.redraw();
      if (this.#veil.start === start && from !== alpha && performance.now() - start < FADE)
        requestAnimationFrame(step);
    };
    step();
  }

  #alpha(now) {
    const { from, to, start } = this.#veil;
    const t = calm() ? 1 : Math.min(1, (now - start) / FADE);
    return from + (to - from) * t;
  }

  drawBackground(context) {
    this.#began = performance.now();
    this.#cover(context, 1); // opaque, so that a saved picture has a background
  }

  draw(context) {
    const alpha = this.#alpha(performance.now());
    if (alpha > 0.01) {
      this.#cover(context, alpha);
      this.#drawLit(context);
    }
    this.#drawRings(context);
    this.#drawPins(context);
  }

  // Called after everything has been drawn.
  drawn() {
    this.#fades = performance.now() - this.#began < FRAME;
  }

  #cover(context, alpha) {
    context.save();
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.globalAlpha = alpha;
    context.fillStyle = this.view.theme.background;
    context.fillRect(0, 0, context.canvas.width, context.canvas.height);
    context.restore();
  }

  #drawLit(context) {
    const { nodes, edges } = this.network.body;
    const lines = [...this.#edges].map((id) => edges[id]).filter((edge) => edge?.connected);
    for (const edge of lines) edge.draw(context);
    for (const id of this.#nodes) nodes[id]?.draw(context);
    for (const edge of lines) edge.drawArrows(context);
  }

  #drawRings(context) {
    const { theme, keyboard } = this.view;
    context.save();
    context.strokeStyle = theme.accent;
    for (const id of this.network.getSelectedNodes())
      if (this.view.showsNode(id)) this.#ring(context, id, 5, 2.5, []);
    if (keyboard.focus !== null && this.view.stage.canvas.matches(":focus-visible"))
      this.#ring(context, keyboard.focus, 10, 2, [5, 4]);
    context.restore();
  }

  #ring(context, id, distance, width, dashes) {
    const node = this.view.about("nodes", id);
    if (!node) return;
    const unit = 1 / this.network.getScale();
    const { x, y } = this.view.placeOf(id);
    const radius = node.size * (node.shape === "square" ? 1.3 : 1.05) + distance * unit;
    context.setLineDash(dashes.map((dash) => dash * unit));
    context.lineWidth = width * unit;
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.stroke();
  }

  #drawPins(context) {
    const { theme, pinned } = this.view;
    context.save();
    context.fillStyle = theme.text;
    context.strokeStyle = theme.background;
    for (const id of pinned) {
      const node = this.view.about("nodes", id);
      if (!node || !this.view.showsNode(id)) continue;
      const { x, y } = this.view.placeOf(id);
      context.lineWidth = 1.5;
      context.beginPath();
      context.arc(x + node.size * 0.8, y - node.size * 0.8, 4, 0, 2 * Math.PI);
      context.fill();
      context.stroke();
    }
    context.restore();
  }
}
