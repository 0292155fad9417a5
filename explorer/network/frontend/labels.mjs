// Names of nodes and captions of edges, drawn in screen pixels on top of the picture: crisp at every zoom, the
// most connected first, and none that would cover another name or a node.

const SIZE = 14;
const HALO = 4;
const UNLIT = 0.3;
const IMPORTANT = 24; // so many names may cover small nodes, else hubs amid their neighbours had none

export class LabelLayer {
  #widths = new Map(); // font and text -> pixels
  #boxes = []; // [node, left, top, right, bottom] of the names as last drawn
  #hovered = { kind: null, id: null };

  constructor(view) {
    this.view = view;
    this.network = view.network;
    document.fonts?.ready.then(() => { this.#widths.clear(); if (this.network.canvas) this.network.redraw(); });
  }

  hover(kind, id) {
    this.#hovered = { kind, id };
    this.network.redraw();
  }

  // The node whose name is drawn at this point of the canvas, or undefined.
  nodeAt({ x, y }) {
    return this.#boxes.find(([, left, top, right, bottom]) => x >= left && x <= right && y >= top && y <= bottom)?.[0];
  }

  draw(context) {
    const { theme } = this.view;
    const ratio = this.network.canvas.pixelRatio;
    context.save();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    Object.assign(context, { lineJoin: "round", textAlign: "center", textBaseline: "middle", lineWidth: HALO, strokeStyle: theme.background });
    this.#drawNames(context);
    this.#drawCaptions(context);
    context.restore();
  }

  #drawNames(context) {
    const shown = this.#onScreen();
    const bodies = shown.map(({ x, y, radius }) => [null, x - radius, y - radius, x + radius, y + radius]);
    const overlaps = (box) => (other) => box[1] < other[3] && other[1] < box[3] && box[2] < other[4] && other[2] < box[4];
    this.#boxes = [];
    let left = this.view.data.labels;
    for (const [rank, spot] of shown.entries()) {
      if (!spot.forced && left <= 0) continue;
      const nodes = rank < IMPORTANT ? bodies.slice(0, rank) : bodies;
      const box = this.#boxFor(context, spot, (box) => this.#boxes.some(overlaps(box)) || nodes.some(overlaps(box)));
      if (!box) continue;
      this.#boxes.push(box);
      if (!spot.forced) left -= 1;
      this.#write(context, spot.label, box, spot.lit ? 1 : UNLIT);
    }
  }

  // The nodes inside the canvas, those that must be named first, then by degree.
  #onScreen() {
    const { network, view } = this;
    const { clientWidth: width, clientHeight: height } = view.stage.canvas;
    const scale = network.getScale();
    const { emphasis } = view;
    return view.snapshot.nodes.values()
      .filter(({ id }) => view.showsNode(id))
      .map(({ id, label, degree, size }) => {
        const { x, y } = network.canvasToDOM(view.placeOf(id));
        const forced = emphasis.isChosen(id) || (this.#hovered.kind === "nodes" && this.#hovered.id === id);
        return { id, label, degree, x, y, radius: size * scale, forced, lit: forced || emphasis.isLit(id) };
      })
      .filter(({ x, y, radius }) => x > -radius && y > -radius && x < width + radius && y < height + radius)
      .sort((a, b) => b.forced - a.forced || b.lit - a.lit || b.degree - a.degree || (a.id < b.id ? -1 : 1));
  }

  #boxFor(context, spot, blocked) {
    const size = this.#fontFor(context, spot.forced);
    const half = this.#width(context, spot.label) / 2 + 2;
    const high = size / 2 + 1;
    const { id, x, y, radius } = spot;
    const gap = radius + 3;
    const spots = [[0, 1], [0, -1], [1, 0], [-1, 0]]
      .map(([dx, dy]) => ({ crossed: this.#edgesTowards(id, dx, dy), at: [x + dx * (gap + half), y + dy * (gap + high)] }))
      .sort((a, b) => a.crossed - b.crossed);
    const boxes = spots.map(({ at: [cx, cy] }) => [id, cx - half, cy - high, cx + half, cy + high]);
    const { clientWidth: width } = this.view.stage.canvas;
    const whole = boxes.filter(([, left, , right]) => left > 4 && right < width - 4);
    const found = whole.find((box) => !blocked(box));
    return found ?? (spot.forced ? whole[0] ?? boxes[0] : undefined);
  }

  // How many edges leave the node towards this side, where its name would cover them.
  #edgesTowards(id, dx, dy) {
    const from = this.view.placeOf(id);
    const limit = dy ? 0.57 : 0.9; // cosine; a name is wide, so above and below it covers more directions
    return this.network.getConnectedNodes(id).filter((other) => {
      const to = this.view.placeOf(other);
      return ((to.x - from.x) * dx + (to.y - from.y) * dy) / (Math.hypot(to.x - from.x, to.y - from.y) || 1) > limit;
    }).length;
  }

  #fontFor(context, strong) {
    const size = Math.min(20, SIZE * Math.max(1, Math.sqrt(this.network.getScale())));
    context.font = `${strong ? 600 : 400} ${size}px ${this.view.theme.font}`;
    return size;
  }

  #width(context, text) {
    const key = context.font + text;
    let width = this.#widths.get(key);
    if (width === undefined) this.#widths.set(key, (width = context.measureText(text).width));
    return width;
  }

  #write(context, text, [, left, top, right, bottom], alpha) {
    const x = (left + right) / 2;
    const y = (top + bottom) / 2;
    context.globalAlpha = alpha;
    context.strokeText(text, x, y);
    context.fillStyle = this.view.theme.text;
    context.fillText(text, x, y);
    context.globalAlpha = 1;
  }

  // Where a caption of this size covers little of its edge: off the middle of it, on the outer side of its bow.
  #besideMiddle(edge, size) {
    const [start, middle, end] = [0.05, 0.5, 0.95].map((at) => this.network.canvasToDOM(edge.edgeType.getPoint(at)));
    const [dx, dy] = [end.x - start.x, end.y - start.y];
    const length = Math.hypot(dx, dy) || 1;
    const [nx, ny] = [-dy / length, dx / length];
    const outer = (middle.x - (start.x + end.x) / 2) * nx + (middle.y - (start.y + end.y) / 2) * ny >= 0 ? 1 : -1;
    const away = outer * (size + 4);
    return { x: middle.x + nx * away, y: middle.y + ny * away };
  }

  // What a tie is about is written at its middle when the reader points at it or has selected it.
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
      this.#write(context, caption, [id, x, y, x, y], 1);
    }
  }
}
