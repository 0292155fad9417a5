// @ts-check
// Draws names of nodes and captions of edges in screen pixels on top of the network, so that they are sharp at every
// zoom. The most connected nodes come first. A name that would cover another name or a node is left out, and drawn
// while the node is selected or under the pointer.
import { captionsOf, drawCaptions } from "./captions.mjs";
import { Crowd } from "./crowd.mjs";
import { drawGroupNames } from "./group_names.mjs";

const SIZE = 14;
const HALO = 4;
const UNLIT = 0.3;
/** @type {[number, number][]} */
const SIDES = [
  [0, 1],
  [0, -1],
  [1, 0],
  [-1, 0],
  [1, 1],
  [-1, 1],
  [1, -1],
  [-1, -1],
]; // directions from a node to its name, the best first
const RINGS = [0, 6]; // pixels between a node and its name, beyond the least distance

/**
 * @typedef {import("./crowd.mjs").Box} Box
 * @typedef {{ x: number, y: number }} Spot
 * @typedef {Box & { node: string, side: [number, number] }} NameBox
 * @typedef {Spot & { id: string, label: string, degree: number, radius: number, forced: boolean, lit: boolean }} Named
 *   a node on the canvas; `forced` ones must get a name
 *
 * @typedef {object} LabelHost
 * @property {import("./drawing.mjs").Drawing} network
 * @property {{ canvas: HTMLElement }} stage
 * @property {import("./theme.mjs").Theme} theme
 * @property {{ labels: number, groups: Messages.GroupName[] }} data
 * @property {{ chosenNodes(): Set<string>, chosenEdges(): string[], isLit(node: string): boolean, isLitEdge(edge: string): boolean }} emphasis
 * @property {{ nodes: { values(): Messages.DrawnNode[] }, edges: { values(): Messages.DrawnEdge[] } }} snapshot
 * @property {boolean} captioned
 * @property {(kind: "nodes" | "edges", id: string) => { label: string } | undefined} about
 * @property {(node: string) => boolean} showsNode
 * @property {(edge: string) => boolean} showsEdge
 * @property {(node: string) => Spot} placeOf
 * @property {() => void} redraw
 */

export class LabelLayer {
  /** @type {Map<string, number>} */
  #widths = new Map(); // weight and name -> width relative to the font size
  /** @type {NameBox[]} */
  boxes = []; // of names, as last drawn
  /** @type {{ kind: "nodes" | "edges", id: string } | null} */
  #hovered = null;

  /** @param {LabelHost} host */
  constructor(host) {
    this.host = host;
    this.network = host.network;
    document.fonts?.ready.then(() => {
      this.#widths.clear();
      this.host.redraw();
    });
  }

  /** @param {{ kind: "nodes" | "edges", id: string } | null} item the node or edge under the pointer */
  hover(item) {
    this.#hovered = item;
    this.host.redraw();
  }

  /**
   * The node whose name is drawn at this point of the canvas, or undefined.
   * @param {Spot} spot
   */
  nodeAt({ x, y }) {
    return this.boxes.find(
      ({ left, top, right, bottom }) => x >= left && x <= right && y >= top && y <= bottom,
    )?.node;
  }

  /** @param {CanvasRenderingContext2D} context */
  draw(context) {
    const { theme } = this.host;
    const ratio = this.network.pixelRatio;
    context.save();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    Object.assign(context, {
      lineJoin: "round",
      textAlign: "center",
      textBaseline: "middle",
      lineWidth: HALO,
      strokeStyle: theme.background,
    });
    const crowd = this.#drawNames(context);
    const hovered = this.#hovered?.kind === "edges" ? this.#hovered.id : null;
    drawCaptions(context, this.host, captionsOf(this.host, hovered), {
      size: this.#fontFor(context, false),
      crowd,
      write: (text, box) => this.#write(context, text, box, 1),
    });
    context.restore();
  }

  /**
   * Draws names, and returns the crowd of names and nodes.
   * @param {CanvasRenderingContext2D} context
   */
  #drawNames(context) {
    const shown = this.#onScreen();
    /** @type {Crowd<Box>} */
    const crowd = new Crowd();
    for (const { x, y, radius } of shown) {
      crowd.add({ left: x - radius, top: y - radius, right: x + radius, bottom: y + radius });
    }
    for (const box of drawGroupNames(context, this.host)) crowd.add(box);
    this.boxes = [];
    let left = this.host.data.labels;
    for (const spot of shown) {
      if (!spot.forced && left <= 0) continue;
      const box = this.#boxFor(context, spot, (box) => crowd.meets(box));
      if (!box) continue;
      crowd.add(box);
      this.boxes.push(box);
      if (!spot.forced) left -= 1;
      this.#write(context, spot.label, box, spot.lit ? 1 : UNLIT);
    }
    return crowd;
  }

  /** The nodes on the canvas, the most important first. */
  #onScreen() {
    const { network, host } = this;
    const { clientWidth: width, clientHeight: height } = host.stage.canvas;
    const scale = network.getScale();
    const { emphasis } = host;
    const chosen = emphasis.chosenNodes();
    if (this.#hovered?.kind === "nodes") chosen.add(this.#hovered.id);
    return host.snapshot.nodes
      .values()
      .filter(({ id }) => host.showsNode(id))
      .map(({ id, label, degree, size }) => {
        const { x, y } = network.canvasToDOM(host.placeOf(id));
        const forced = chosen.has(id);
        return { id, label, degree, x, y, radius: size * scale, forced, lit: forced || emphasis.isLit(id) };
      })
      .filter(({ x, y, radius }) => x > -radius && y > -radius && x < width + radius && y < height + radius)
      .sort(byImportance);
  }

  /**
   * The box of a name: on a free side of its node, where the fewest edges leave the node.
   * @type {(context: CanvasRenderingContext2D, spot: Named, blocked: (box: NameBox) => boolean) => NameBox | undefined}
   */
  #boxFor(context, spot, blocked) {
    const size = this.#fontFor(context, spot.forced);
    const nameWidth = this.#width(context, size, spot);
    const { clientWidth: width } = this.host.stage.canvas;
    for (const ring of RINGS) {
      const free = boxesAround(spot, nameWidth, size, ring).filter(
        (box) => box.left > 4 && box.right < width - 4 && !blocked(box),
      );
      if (free.length) return this.#leastCrossed(free);
    }
    return spot.forced ? boxesAround(spot, nameWidth, size)[0] : undefined;
  }

  /** @param {NameBox[]} boxes */
  #leastCrossed(boxes) {
    if (boxes.length === 1) return boxes[0];
    const [{ node }] = boxes;
    const ends = this.network.getConnectedNodes(node).map((other) => this.host.placeOf(other));
    const crossed = crossings(
      this.host.placeOf(node),
      ends,
      boxes.map(({ side }) => side),
    );
    return boxes[crossed.indexOf(Math.min(...crossed))];
  }

  /** @type {(context: CanvasRenderingContext2D, strong: boolean) => number} */
  #fontFor(context, strong) {
    const size = Math.min(20, SIZE * Math.max(1, Math.sqrt(this.network.getScale())));
    context.font = `${strong ? 600 : 400} ${size}px ${this.host.theme.font}`;
    return size;
  }

  /**
   * The width of a name, measured once per name: it is proportional to the font size.
   * @type {(context: CanvasRenderingContext2D, size: number, spot: Named) => number}
   */
  #width(context, size, { label, forced }) {
    const key = `${forced} ${label}`;
    const width = this.#widths.get(key) ?? context.measureText(label).width / size;
    this.#widths.set(key, width);
    return width * size;
  }

  /** @type {(context: CanvasRenderingContext2D, text: string, box: Box, alpha: number) => void} */
  #write(context, text, { left, top, right, bottom }, alpha) {
    const x = (left + right) / 2;
    const y = (top + bottom) / 2;
    context.globalAlpha = alpha;
    context.strokeText(text, x, y);
    context.fillStyle = this.host.theme.text;
    context.fillText(text, x, y);
    context.globalAlpha = 1;
  }
}

/**
 * First the nodes that must be named, then the highlighted ones, then by degree.
 * @type {(a: Named, b: Named) => number}
 */
export function byImportance(a, b) {
  return (
    Number(b.forced) - Number(a.forced) ||
    Number(b.lit) - Number(a.lit) ||
    b.degree - a.degree ||
    (a.id < b.id ? -1 : 1)
  );
}

/**
 * The boxes that the name of a node can have, one on each side, the best first.
 * @param {Spot & { id: string, radius: number }} spot
 * @param {number} width of the name
 * @param {number} size of the font
 * @param {number} [away] pixels that it is farther away than it has to be
 * @returns {NameBox[]}
 */
export function boxesAround({ id: node, x, y, radius }, width, size, away = 0) {
  const half = width / 2 + 2;
  const high = size / 2 + 1;
  const gap = radius + 3 + away;
  return SIDES.map((side) => {
    const [dx, dy] = side;
    const [cx, cy] = [x + dx * (dy ? half : gap + half), y + dy * (gap + high)];
    return { node, side, left: cx - half, top: cy - high, right: cx + half, bottom: cy + high };
  });
}

/**
 * How many edges, from a node to these ends, leave the node on each of these sides.
 * @type {(from: Spot, ends: Spot[], sides: [number, number][]) => number[]}
 */
export function crossings(from, ends, sides) {
  const ways = ends.map((to) => {
    const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
    return [(to.x - from.x) / length, (to.y - from.y) / length];
  });
  return sides.map(([dx, dy]) => {
    const limit = dy ? 0.57 : 0.9; // cosine; a wide name covers more directions above and below its node than beside it
    return ways.filter(([x, y]) => (x * dx + y * dy) / Math.hypot(dx, dy) > limit).length;
  });
}
