// Draws names of nodes and captions of edges in screen pixels on top of the network, so that they are sharp at every
// zoom. The most connected nodes come first. A name that would cover another name or a node is left out.
import { Crowd } from "./crowd.mjs";

const SIZE = 14;
const HALO = 4;
const UNLIT = 0.3;
const SIDES = [
  [0, 1],
  [0, -1],
  [1, 0],
  [-1, 0],
]; // directions from a node to its name, the best first
const IMPORTANT = 24; // number of names that may cover less important nodes, so that hubs among their neighbours get a name

export class LabelLayer {
  #widths = new Map(); // weight and name -> width relative to the font size
  #boxes = []; // boxes of the names as last drawn: { node, left, top, right, bottom }
  #hovered = { kind: null, id: null };

  constructor(view) {
    this.view = view;
    this.network = view.network;
    document.fonts?.ready.then(() => {
      this.#widths.clear();
      this.view.redraw();
    });
  }

  hover(kind, id) {
    this.#hovered = { kind, id };
    this.view.redraw();
  }

  // The node whose name is drawn at this point of the canvas, or undefined.
  nodeAt({ x, y }) {
    return this.#boxes.find(
      ({ left, top, right, bottom }) => x >= left && x <= right && y >= top && y <= bottom,
    )?.node;
  }

  draw(context) {
    const { theme } = this.view;
    const ratio = this.network.canvas.pixelRatio;
    context.save();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    Object.assign(context, {
      lineJoin: "round",
      textAlign: "center",
      textBaseline: "middle",
      lineWidth: HALO,
      strokeStyle: theme.background,
    });
    this.#drawNames(context);
    this.#drawCaptions(context);
    context.restore();
  }

  #drawNames(context) {
    const shown = this.#onScreen();
    const names = new Crowd();
    const nodes = new Crowd();
    for (const [rank, { x, y, radius }] of shown.entries()) {
      nodes.add({ rank, left: x - radius, top: y - radius, right: x + radius, bottom: y + radius });
    }
    this.#boxes = [];
    let left = this.view.data.labels;
    for (const [rank, spot] of shown.entries()) {
      if (!spot.forced && left <= 0) continue;
      const inWay = rank < IMPORTANT ? (node) => node.rank < rank : undefined;
      const box = this.#boxFor(context, spot, (box) => names.meets(box) || nodes.meets(box, inWay));
      if (!box) continue;
      names.add(box);
      this.#boxes.push(box);
      if (!spot.forced) left -= 1;
      this.#write(context, spot.label, box, spot.lit ? 1 : UNLIT);
    }
  }

  // The nodes on the canvas: first those that must be named, then the highlighted ones, then by degree.
  #onScreen() {
    const { network, view } = this;
    const { clientWidth: width, clientHeight: height } = view.stage.canvas;
    const scale = network.getScale();
    const { emphasis } = view;
    const chosen = emphasis.chosenNodes();
    if (this.#hovered.kind === "nodes") chosen.add(this.#hovered.id);
    return view.snapshot.nodes
      .values()
      .filter(({ id }) => view.showsNode(id))
      .map(({ id, label, degree, size }) => {
        const { x, y } = network.canvasToDOM(view.placeOf(id));
        const forced = chosen.has(id);
        return { id, label, degree, x, y, radius: size * scale, forced, lit: forced || emphasis.isLit(id) };
      })
      .filter(({ x, y, radius }) => x > -radius && y > -radius && x < width + radius && y < height + radius)
      .sort((a, b) => b.forced - a.forced || b.lit - a.lit || b.degree - a.degree || (a.id < b.id ? -1 : 1));
  }

  // The box of a name: on a free side of its node, where the fewest edges leave the node.
  #boxFor(context, spot, blocked) {
    const size = this.#fontFor(context, spot.forced);
    const half = this.#width(context, size, spot) / 2 + 2;
    const high = size / 2 + 1;
    const { id: node, x, y, radius } = spot;
    const gap = radius + 3;
    const boxes = SIDES.map((side) => {
      const [cx, cy] = [x + side[0] * (gap + half), y + side[1] * (gap + high)];
      return { node, side, left: cx - half, top: cy - high, right: cx + half, bottom: cy + high };
    });
    const { clientWidth: width } = this.view.stage.canvas;
    const whole = boxes.filter(({ left, right }) => left > 4 && right < width - 4);
    const free = whole.filter((box) => !blocked(box));
    if (free.length) return this.#leastCrossed(free);
    return spot.forced ? this.#leastCrossed(whole.length ? whole : boxes) : undefined;
  }

  #leastCrossed(boxes) {
    if (boxes.length === 1) return boxes[0];
    const [{ node }] = boxes;
    const from = this.view.placeOf(node);
    const ways = this.network.getConnectedNodes(node).map((other) => {
      const to = this.view.placeOf(other);
      const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
      return [(to.x - from.x) / length, (to.y - from.y) / length];
    });
    const crossed = boxes.map(({ side: [dx, dy] }) => {
      const limit = dy ? 0.57 : 0.9; // cosine; a wide name covers more directions above and below its node than beside it
      return ways.filter(([x, y]) => x * dx + y * dy > limit).length;
    });
    return boxes[crossed.indexOf(Math.min(...crossed))];
  }

  #fontFor(context, strong) {
    const size = Math.min(20, SIZE * Math.max(1, Math.sqrt(this.network.getScale())));
    context.font = `${strong ? 600 : 400} ${size}px ${this.view.theme.font}`;
    return size;
  }

  // The width of a name, measured once per name: it is proportional to the font size.
  #width(context, size, { label, forced }) {
    const key = `${forced} ${label}`;
    const width = this.#widths.get(key) ?? context.measureText(label).width / size;
    this.#widths.set(key, width);
    return width * size;
  }

  #write(context, text, { left, top, right, bottom }, alpha) {
    const x = (left + right) / 2;
    const y = (top + bottom) / 2;
    context.globalAlpha = alpha;
    context.strokeText(text, x, y);
    context.fillStyle = this.view.theme.text;
    context.fillText(text, x, y);
    context.globalAlpha = 1;
  }

  // The position of a caption of this size: beside the middle of its edge, on the outer side of the curve.
  #besideMiddle(edge, size) {
    const [start, middle, end] = [0.05, 0.5, 0.95].map((at) =>
      this.network.canvasToDOM(edge.edgeType.getPoint(at)),
    );
    const [dx, dy] = [end.x - start.x, end.y - start.y];
    const length = Math.hypot(dx, dy) || 1;
    const [nx, ny] = [-dy / length, dx / length];
    const outer =
      (middle.x - (start.x + end.x) / 2) * nx + (middle.y - (start.y + end.y) / 2) * ny >= 0 ? 1 : -1;
    const away = outer * (size + 4);
    return { x: middle.x + nx * away, y: middle.y + ny * away };
  }

  // Draws the captions of edges that are selected or under the pointer.
  #drawCaptions(context) {
    const chosen = new Set(this.view.emphasis.chosenEdges());
    if (this.#hovered.kind === "edges") chosen.add(this.#hovered.id);
    for (const id of chosen) {
      const edge = this.network.body.edges[id];
      const caption = this.view.about("edges", id)?.label;
      if (!caption || !edge?.connected || !this.view.showsEdge(id)) continue;
      const size = this.#fontFor(context, false) * 0.93;
      context.font = `600 ${size}px ${this.view.theme.font}`;
      const { x, y } = this.#besideMiddle(edge, size);
      this.#write(context, caption, { left: x, top: y, right: x, bottom: y }, 1);
    }
  }
}
