// @ts-check
// Highlights nodes and edges: veils the others, and draws rings, pins and the opaque background.
import { drawMarks } from "./marks.mjs";
import { calm } from "./theme.mjs";

const VEIL = 0.74;
const FADE = 160; // milliseconds
const FRAME = 16; // milliseconds; if a drawing takes longer, the veil changes without fading

/**
 * @template Item
 * @typedef {{ get(id: string): Item | undefined, values(): Item[] }} Items
 */

/**
 * @typedef {{ nodes: Set<string>, edges: Set<string> }} Lit ids of highlighted nodes and edges
 * @typedef {CanvasRenderingContext2D} Context
 *
 * @typedef {object} EmphasisHost
 * @property {import("./drawing.mjs").Drawing} network
 * @property {{ canvas: HTMLElement }} stage
 * @property {import("./theme.mjs").Theme} theme
 * @property {{ lit?: Messages.LitItems }} data
 * @property {Emphasis} emphasis
 * @property {Set<string>} pinned
 * @property {{ focus: string | null } | undefined} keyboard
 * @property {{ draw(): void }} times
 * @property {{ nodes: Items<Messages.DrawnNode>, edges: Items<Messages.DrawnEdge> }} snapshot
 * @property {(node: string) => boolean} showsNode
 * @property {(edge: string) => boolean} showsEdge
 * @property {(node: string) => { x: number, y: number }} placeOf
 * @property {() => void} redraw
 */

export class Emphasis {
  /** @type {Lit | null} */
  #lit = null; // null if nothing is highlighted
  /** @type {Lit} */
  #veiled = { nodes: new Set(), edges: new Set() }; // what was last highlighted, for as long as the veil fades
  /** @type {Messages.LegendLine | null} */
  #picked = null; // the legend entry that the reader highlighted
  #veil = { from: 0, to: 0, start: 0 };
  #fades = true; // whether the last drawing was fast enough for fading
  #began = 0;

  /** @param {EmphasisHost} host */
  constructor(host) {
    this.host = host;
    this.network = host.network;
  }

  /** Updates the highlight after the selection, the legend or the graph changed. */
  refresh() {
    const lit = this.#picked ? this.#litByLegend(this.#picked) : this.#litBySelection();
    const changes = lit || this.#lit;
    this.#veiled = lit ?? this.#veiled;
    this.#lit = lit;
    this.#fadeTo(lit ? VEIL : 0);
    if (changes) this.host.times.draw();
  }

  /** The highlighted edges, or null if nothing is highlighted. */
  litEdges() {
    return this.#lit?.edges ?? null;
  }

  /** @param {Messages.LegendLine | null} entry */
  pick(entry) {
    this.#picked = entry;
    this.refresh();
  }

  /** @param {string} node */
  isLit(node) {
    return this.#lit === null || this.#lit.nodes.has(node);
  }

  /** @param {string} edge */
  isLitEdge(edge) {
    return this.#lit === null || this.#lit.edges.has(edge);
  }

  /** The selected nodes, and the one with the keyboard focus. */
  chosenNodes() {
    const focus = this.host.keyboard?.focus ?? null;
    return new Set([...this.network.getSelectedNodes(), ...(focus === null ? [] : [focus])]);
  }

  chosenEdges() {
    return this.network.getSelectedEdges();
  }

  /** @returns {Lit | null} */
  #litBySelection() {
    const { host } = this;
    const selected = this.network.getSelection();
    const nodes = selected.nodes.filter((node) => host.showsNode(node)); // a removed node stays selected for a moment
    const edges = selected.edges.filter((edge) => host.showsEdge(edge));
    if (!nodes.length && !edges.length) return null;
    const wished = host.data.lit;
    if (wished && wished.of.length === nodes.length && nodes.every((node) => wished.of.includes(node))) {
      return this.#present(wished);
    }
    const tied = nodes.flatMap((node) => this.network.getConnectedEdges(node));
    return this.#withEnds(
      nodes,
      [...edges, ...tied].filter((edge) => host.showsEdge(edge)),
    );
  }

  /**
   * The nodes and edges that Python wants highlighted for this selection, such as the paths between two actors.
   * @param {Messages.LitItems} wished
   */
  #present({ nodes, edges }) {
    return {
      nodes: new Set(nodes.filter((node) => this.host.showsNode(node))),
      edges: new Set(edges.filter((edge) => this.host.showsEdge(edge))),
    };
  }

  /**
   * @param {Messages.LegendLine} entry
   * @returns {Lit}
   */
  #litByLegend({ channel, key }) {
    const { host } = this;
    if (channel === "kind" || channel === "community") {
      const nodes = host.snapshot.nodes
        .values()
        .filter((node) => node[channel] === key && host.showsNode(node.id));
      return { nodes: new Set(nodes.map(({ id }) => id)), edges: new Set() };
    }
    const edges = host.snapshot.edges
      .values()
      .filter((edge) => edge[channel] === key && host.showsEdge(edge.id));
    return this.#withEnds(
      [],
      edges.map(({ id }) => id),
    );
  }

  /** @type {(nodes: string[], edges: string[]) => Lit} */
  #withEnds(nodes, edges) {
    const ends = edges.flatMap((edge) => this.network.getConnectedNodes(edge));
    return { nodes: new Set([...nodes, ...ends]), edges: new Set(edges) };
  }

  /** @param {number} alpha */
  #fadeTo(alpha) {
    const start = performance.now();
    const from = this.#fades ? this.#alpha(start) : alpha;
    this.#veil = { from, to: alpha, start };
    const step = () => {
      this.host.redraw();
      if (this.#veil.start === start && from !== alpha && performance.now() - start < FADE)
        requestAnimationFrame(step);
    };
    step();
  }

  /** @param {number} now */
  #alpha(now) {
    const { from, to, start } = this.#veil;
    const t = calm() ? 1 : Math.min(1, (now - start) / FADE);
    return from + (to - from) * t;
  }

  /** @param {Context} context */
  drawBackground(context) {
    this.#began = performance.now();
    this.#cover(context, 1); // opaque, so that a saved picture has a background
  }

  /** @param {Context} context */
  draw(context) {
    const alpha = this.#alpha(performance.now());
    if (alpha > 0.01) {
      this.#cover(context, alpha);
      this.network.drawAgain(context, this.#veiled.nodes, this.#veiled.edges);
    }
    drawMarks(context, this.host);
    this.#drawRings(context);
    this.#drawPins(context);
  }

  /** Called after everything has been drawn. */
  drawn() {
    this.#fades = performance.now() - this.#began < FRAME;
  }

  /** @type {(context: Context, alpha: number) => void} */
  #cover(context, alpha) {
    context.save();
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.globalAlpha = alpha;
    context.fillStyle = this.host.theme.background;
    context.fillRect(0, 0, context.canvas.width, context.canvas.height);
    context.restore();
  }

  /** @param {Context} context */
  #drawRings(context) {
    const { theme, keyboard, stage } = this.host;
    context.save();
    context.strokeStyle = theme.accent;
    for (const id of this.network.getSelectedNodes()) {
      if (this.host.showsNode(id)) this.#ring(context, id, { distance: 5, width: 2.5, dashes: [] });
    }
    const focus = keyboard?.focus ?? null;
    if (focus !== null && stage.canvas.matches(":focus-visible")) {
      this.#ring(context, focus, { distance: 10, width: 2, dashes: [5, 4] });
    }
    context.restore();
  }

  /** @type {(context: Context, id: string, line: { distance: number, width: number, dashes: number[] }) => void} */
  #ring(context, id, { distance, width, dashes }) {
    const node = this.host.snapshot.nodes.get(id);
    if (!node) return;
    const unit = 1 / this.network.getScale();
    const { x, y } = this.host.placeOf(id);
    context.setLineDash(dashes.map((dash) => dash * unit));
    context.lineWidth = width * unit;
    context.beginPath();
    context.arc(x, y, ringRadius(node, distance * unit), 0, 2 * Math.PI);
    context.stroke();
  }

  /** @param {Context} context */
  #drawPins(context) {
    const { theme, pinned } = this.host;
    context.save();
    context.fillStyle = theme.text;
    context.strokeStyle = theme.background;
    for (const id of pinned) {
      const node = this.host.snapshot.nodes.get(id);
      if (!node || !this.host.showsNode(id)) continue;
      const { x, y } = this.host.placeOf(id);
      context.lineWidth = 1.5;
      context.beginPath();
      context.arc(x + node.size * 0.8, y - node.size * 0.8, 4, 0, 2 * Math.PI);
      context.fill();
      context.stroke();
    }
    context.restore();
  }
}

/**
 * The radius of a ring around a node, which leaves this distance to its outline.
 * @type {(node: { size: number, shape: string }, distance: number) => number}
 */
export function ringRadius({ size, shape }, distance) {
  return size * (shape === "square" ? 1.3 : 1.05) + distance;
}
