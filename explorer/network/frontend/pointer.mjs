// @ts-check
// What the reader does on the canvas with the mouse: select, expand, drag, and look at tooltips.

const TWICE = 600; // milliseconds from the first click of a double click to its end

/**
 * @typedef {import("./vendor/vis-network.min.mjs").Pointed} Pointed
 * @typedef {import("./vendor/vis-network.min.mjs").Spot} Spot
 *
 * @typedef {object} PointerHost
 * @property {import("./drawing.mjs").Drawing} network
 * @property {{ canvas: HTMLElement }} stage
 * @property {{ nodeAt(spot: Spot): string | undefined, hover(item: { kind: "nodes" | "edges", id: string } | null): void }} labels
 * @property {{ moveTo(node: string | null): void }} keyboard
 * @property {{ show(title: string | undefined, spot: Spot): void, hide(): void }} tooltip
 * @property {{ options: { interaction?: { hover?: boolean } } }} data
 * @property {string[]} dragging
 * @property {(kind: "nodes" | "edges", id: string) => { title: string } | undefined} about
 * @property {(node: string) => string[]} chosenWith
 * @property {() => void} reportSelection
 * @property {(node: string) => void} expand
 * @property {(nodes: string[]) => void} dragged
 */

export class Pointer {
  /** @type {{ node: string | undefined, time: number } | null} */
  #pressed = null; // what the last click hit
  #looking = false; // whether the next frame looks for a node
  /** @type {string | undefined} */
  #below; // the node under the pointer, in a large network

  /** @param {PointerHost} host */
  constructor(host) {
    this.host = host;
    const { network } = host;
    network.on("click", (event) => this.#clicked(event));
    network.on("doubleClick", (event) => this.#doubleClicked(event));
    network.on("dragStart", (event) => {
      host.dragging = event.nodes;
      this.unhovered();
    });
    network.on("dragEnd", (event) => host.dragged(event.nodes));
    network.on("hoverNode", (event) => this.hovered(event, "nodes", event.node));
    network.on("hoverEdge", (event) => this.hovered(event, "edges", event.edge));
    for (const event of /** @type {const} */ (["blurNode", "blurEdge", "zoom"])) {
      network.on(event, () => this.unhovered());
    }
    this.controller = new AbortController();
    const { signal } = this.controller;
    const { canvas } = host.stage;
    canvas.addEventListener("pointerleave", () => this.unhovered(), { signal });
    if (!host.data.options.interaction?.hover) {
      canvas.addEventListener("pointermove", (event) => this.#near(event), { signal });
    }
  }

  /**
   * Names the node under the pointer in a network that is too large for vis-network to look for edges as well.
   * @param {PointerEvent} event
   */
  #near({ clientX, clientY, buttons }) {
    if (buttons || this.#looking) return;
    this.#looking = true;
    requestAnimationFrame(() => {
      this.#looking = false;
      if (!this.host.network.isOpen) return;
      const { left, top } = this.host.stage.canvas.getBoundingClientRect();
      const spot = { x: clientX - left, y: clientY - top };
      const node = this.host.network.getNodeAt(spot);
      if (node === this.#below) return;
      this.#below = node;
      if (node === undefined) this.unhovered();
      else this.hovered({ pointer: { DOM: spot } }, "nodes", node);
    });
  }

  stop() {
    this.controller.abort();
    this.host.tooltip.hide();
  }

  /** @param {Pointed} event */
  #clicked(event) {
    const { host } = this;
    const { network } = host;
    host.tooltip.hide();
    const spot = event.pointer.DOM;
    const hit = network.getNodeAt(spot);
    const isFree = hit === undefined && network.getEdgeAt(spot) === undefined; // the click may be on a name
    const node = isFree ? host.labels.nodeAt(spot) : hit;
    const { shiftKey, ctrlKey, metaKey } = event.event.srcEvent;
    this.#pressed = { node, time: performance.now() };
    if (node !== undefined && (shiftKey || ctrlKey || metaKey)) {
      network.setSelection({ nodes: host.chosenWith(node), edges: [] });
    } else if (node !== undefined && isFree) network.selectNodes([node], false);
    host.keyboard.moveTo(network.getSelection().nodes[0] ?? null);
    host.reportSelection();
  }

  /** @param {Pointed} event */
  #doubleClicked(event) {
    // The panel that the first click opened may have moved the network under the pointer, so the first hit counts.
    const first =
      this.#pressed && performance.now() - this.#pressed.time < TWICE ? this.#pressed.node : undefined;
    const spot = event.pointer.DOM;
    const node = first ?? this.host.network.getNodeAt(spot) ?? this.host.labels.nodeAt(spot);
    if (node !== undefined) this.host.expand(node);
  }

  /** @type {(event: { pointer: { DOM: Spot } }, kind: "nodes" | "edges", id: string) => void} */
  hovered(event, kind, id) {
    this.host.labels.hover({ kind, id });
    this.host.tooltip.show(this.host.about(kind, id)?.title, event.pointer.DOM);
    this.host.stage.canvas.style.cursor = "pointer";
  }

  unhovered() {
    this.#below = undefined; // so that the same node is named when the pointer returns to it
    this.host.labels.hover(null);
    this.host.tooltip.hide();
    this.host.stage.canvas.style.cursor = "default";
  }
}
