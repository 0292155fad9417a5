// @ts-check
// The network of vis-network, with what its public interface lacks. No other module uses its private members. They
// are written to directly where a data set would take a hundred times as long.
import { Network } from "./vendor/vis-network.min.mjs";

/**
 * The private members of vis-network 10.1.5 that are used here.
 * @typedef {object} Body
 * @property {Record<string, Spot & { options: { hidden?: boolean }, draw(context: Context): void }>} nodes
 * @property {Record<string, PrivateEdge>} edges
 * @property {string[]} nodeIndices the ids of visible nodes
 * @property {string[]} edgeIndices
 * @property {{ emit(name: string): void }} emitter
 *
 * @typedef {object} PrivateEdge
 * @property {boolean} connected whether both ends are drawn
 * @property {{ hidden?: boolean }} options
 * @property {Line} edgeType
 * @property {(context: Context) => void} draw
 * @property {(context: Context) => void} drawArrows
 *
 * @typedef {object} Line
 * @property {(at: number) => Spot} getPoint
 * @property {(selected: boolean, hovered: boolean) => number} getLineWidth
 * @property {number} selectionWidth
 * @property {number} hoverWidth
 * @property {{ width: number }} options
 * @property {{ view: { scale: number } }} _body
 *
 * @typedef {import("./vendor/vis-network.min.mjs").Spot} Spot
 * @typedef {CanvasRenderingContext2D} Context
 */

export class Drawing extends Network {
  #widened = false;

  /**
   * @param {HTMLElement} canvas
   * @param {ConstructorParameters<typeof Network>[1]} data
   * @param {ConstructorParameters<typeof Network>[2]} options
   */
  constructor(canvas, data, options) {
    super(canvas, data, options);
    this.on("beforeDrawing", () => this.#widen());
  }

  /** Lets lines keep their width on the screen when the view is zoomed out, because width has a meaning. */
  #widen() {
    const [edge] = this.#widened ? [] : Object.values(this.#body.edges);
    if (!edge) return;
    this.#widened = true;
    let drawing = edge.edgeType; // all kinds of lines inherit from the object that has the method
    while (!Object.hasOwn(drawing, "getLineWidth")) drawing = Object.getPrototypeOf(drawing);
    drawing.getLineWidth = widthOnScreen;
  }

  /** @returns {Body} */
  get #body() {
    return /** @type {any} */ (this).body;
  }

  /** Whether the network can still be drawn: after `destroy`, an animation may have a frame left. */
  get isOpen() {
    return Boolean(/** @type {any} */ (this).canvas && this.#body.nodes);
  }

  /** The number of device pixels in a pixel of the page. */
  get pixelRatio() {
    return /** @type {number} */ (/** @type {any} */ (this).canvas.pixelRatio);
  }

  /** The numbers of visible nodes and edges. */
  get counts() {
    return { nodes: this.#body.nodeIndices.length, edges: this.#body.edgeIndices.length };
  }

  /** @param {string} node */
  hasNode(node) {
    return node in this.#body.nodes;
  }

  /** @param {string} node */
  showsNode(node) {
    return this.#body.nodes[node]?.options.hidden === false;
  }

  /** @param {string} edge */
  showsEdge(edge) {
    return this.#body.edges[edge]?.options.hidden === false;
  }

  /**
   * Shows and hides nodes and edges.
   * @param {Map<string, boolean>} nodes whether each is shown
   * @param {Map<string, boolean>} edges
   */
  show(nodes, edges) {
    const body = this.#body;
    for (const [id, shown] of nodes) if (body.nodes[id]) body.nodes[id].options.hidden = !shown;
    for (const [id, shown] of edges) if (body.edges[id]) body.edges[id].options.hidden = !shown;
    /** @type {any} */ (this)._updateVisibleIndices();
  }

  /** @param {string} node */
  placeOf(node) {
    const { x, y } = this.#body.nodes[node];
    return { x, y };
  }

  /**
   * Moves a node without drawing it.
   * @param {string} node
   * @param {Spot} place
   */
  put(node, { x, y }) {
    Object.assign(this.#body.nodes[node], { x, y });
  }

  /**
   * The points of an edge at these fractions of its way, in pixels of the canvas; undefined if it is not drawn.
   * @param {string} edge
   * @param {number[]} fractions
   */
  pointsOf(edge, fractions) {
    const line = this.#body.edges[edge];
    if (!line?.connected) return undefined;
    return fractions.map((at) => this.canvasToDOM(line.edgeType.getPoint(at)));
  }

  /**
   * Draws these nodes and edges on top of everything.
   * @param {Context} context
   * @param {Iterable<string>} nodes
   * @param {Iterable<string>} edges
   */
  drawAgain(context, nodes, edges) {
    const body = this.#body;
    const lines = [...edges].map((id) => body.edges[id]).filter((edge) => edge?.connected);
    for (const line of lines) line.draw(context);
    for (const id of nodes) body.nodes[id]?.draw(context);
    for (const line of lines) line.drawArrows(context);
  }

  /**
   * Draws what is on the screen with another pen, `ratio` of its pixels for each pixel of the page.
   * @param {Context} pen
   * @param {number} ratio
   */
  drawInto(pen, ratio) {
    const { canvas, renderer } = /** @type {any} */ (this);
    const { pixelRatio } = canvas;
    Object.assign(canvas, { pixelRatio: ratio, getContext: () => pen });
    try {
      renderer._redraw();
    } finally {
      delete canvas.getContext; // the one of its class
      canvas.pixelRatio = pixelRatio;
    }
  }

  /** Redraws with the next frame, only once even if called several times. */
  redrawSoon() {
    this.#body.emitter.emit("_requestRedraw");
  }
}

/**
 * The width of a line in the units of the network, in place of the method of vis-network.
 * @this {Line}
 * @param {boolean} selected
 * @param {boolean} hovered
 */
function widthOnScreen(selected, hovered) {
  const width = selected ? this.selectionWidth : hovered ? this.hoverWidth : this.options.width;
  return width / Math.min(1, this._body.view.scale);
}
