// The position and zoom of the view: remembered for each view across page visits, and never changed unasked.
import { calm } from "./theme.mjs";

const CLOSEST = 5;
const FARTHEST = 0.05;
const SETTLING = 800; // milliseconds
const LARGEST = 1.4; // maximum scale of `fit`, so that a small network is not enlarged too much
const NAMES = { x: 76, y: 34 }; // pixels around the outermost nodes, for their names
const EASE = { duration: 260, easingFunction: "easeInOutQuad" };
const outlooks = new Map(); // view id -> { position, scale }

function span(values) {
  return [Math.min(...values), Math.max(...values)];
}

export class Camera {
  #size = { width: 0, height: 0 };

  constructor(view, id) {
    this.view = view;
    this.network = view.network;
    this.id = id;
    this.touched = false;
    this.travels = 0; // number of node animations that are running
    this.#frame();
    for (const event of ["dragStart", "zoom", "click"])
      this.network.once(event, () => {
        this.touched = true;
      });
    this.network.on("zoom", () => this.#keepInRange());
    for (const event of ["zoom", "dragEnd", "animationFinished"])
      this.network.on(event, () => this.#remember());
    this.watcher = new ResizeObserver(() => this.#resized());
    this.watcher.observe(view.stage.canvas);
  }

  // Sets position and zoom again after each resize, until the reader moves the view or the page has settled: the
  // page layout still changes after the first drawing, and vis-network rescales with every change of the canvas.
  #frame() {
    const until = performance.now() + SETTLING;
    this.settled = setTimeout(() => this.#remember(), SETTLING);
    const kept = outlooks.get(this.id);
    this.look = () => (kept ? this.network.moveTo({ ...kept, animation: false }) : this.fit(false));
    this.look();
    this.network.on("resize", () => {
      if (!this.touched && performance.now() < until)
        queueMicrotask(() => this.network.canvas && this.look());
    });
  }

  #keepInRange() {
    const scale = this.network.getScale();
    const bounded = Math.min(CLOSEST, Math.max(FARTHEST, scale));
    if (bounded !== scale) this.network.moveTo({ scale: bounded });
  }

  #resized() {
    const { clientWidth: width, clientHeight: height } = this.view.stage.canvas;
    const appeared = this.#size.width === 0 && width > 0 && !this.touched; // the canvas was in a closed tab
    this.#size = { width, height };
    if (appeared) this.look();
  }

  // Shows all nodes in the part of the canvas that the legend and the toolbar leave free.
  fit(smoothly = true) {
    this.view.stage.hint.hidden = true;
    const places = this.view.snapshot.nodes.values().map(({ id }) => this.view.placeOf(id));
    const free = this.#freeArea();
    if (!places.length || free.width <= 0) return;
    const [left, right] = span(places.map(({ x }) => x));
    const [top, bottom] = span(places.map(({ y }) => y));
    const wanted = Math.min(
      (free.width - 2 * NAMES.x) / (right - left || 1),
      (free.height - 2 * NAMES.y) / (bottom - top || 1),
    );
    const scale = Math.min(LARGEST, Math.max(FARTHEST, wanted));
    const position = { x: (left + right) / 2, y: (top + bottom) / 2 - free.y / scale };
    this.network.moveTo({ position, scale, animation: smoothly && !calm() ? EASE : false });
  }

  // The size of the free part, and how far its centre is below the centre of the canvas, in pixels.
  #freeArea() {
    const { canvas, legend } = this.view.stage;
    const { clientWidth: width, clientHeight: height } = canvas;
    const above = 40;
    const below = legend.hidden || height < 360 ? 8 : legend.offsetHeight + 8;
    return { width, height: height - above - below, y: (above - below) / 2 };
  }

  zoom(factor) {
    const scale = Math.min(CLOSEST, Math.max(FARTHEST, this.network.getScale() * factor));
    this.network.moveTo({ scale, animation: calm() ? false : EASE });
  }

  pan(x, y) {
    const { x: atX, y: atY } = this.network.getViewPosition();
    const step = 60 / this.network.getScale();
    this.network.moveTo({ position: { x: atX + x * step, y: atY + y * step } });
    this.#remember();
  }

  // Moves the view to a node that is outside the canvas or close to its edge.
  follow(node) {
    const place = this.view.placeOf(node);
    const { x, y } = this.network.canvasToDOM(place);
    const { clientWidth: width, clientHeight: height } = this.view.stage.canvas;
    if (x < 40 || y < 40 || x > width - 40 || y > height - 40) {
      this.network.moveTo({ position: place, animation: calm() ? false : EASE });
    }
  }

  // The view does not move by itself. If new nodes are outside it, a button says so, and shows them on a click.
  announce(nodes) {
    const { canvas, hint, legend } = this.view.stage;
    const bottom = canvas.clientHeight - (legend.hidden ? 0 : legend.offsetHeight + 10);
    const outside = nodes.filter((node) => {
      const { x, y } = this.network.canvasToDOM(node);
      return x < 0 || y < 0 || x > canvas.clientWidth || y > bottom;
    });
    hint.hidden = outside.length === 0;
    hint.textContent = `${outside.length} ${this.view.say("new outside the view: show all")}`;
    hint.onclick = () => this.fit();
  }

  // Animates nodes to new positions, then calls `then`. Nodes that the reader drags meanwhile are left alone.
  travel(nodes, then = () => {}) {
    const from = new Map(nodes.map(({ id }) => [id, this.view.placeOf(id)]));
    const start = performance.now();
    const span = calm() ? 0 : 450;
    const taken = new Set();
    this.travels += 1;
    const step = (now) => {
      if (!this.network.body.nodes) return;
      const t = span ? Math.min(1, Math.max(0, (now - start) / span)) : 1;
      const eased = t < 0.5 ? 2 * t * t : 1 - 2 * (1 - t) ** 2;
      for (const id of this.view.dragging) taken.add(id);
      for (const { id, x, y } of nodes.filter((node) => !taken.has(node.id))) {
        const node = this.network.body.nodes[id];
        const old = from.get(id);
        if (node) Object.assign(node, { x: old.x + (x - old.x) * eased, y: old.y + (y - old.y) * eased });
      }
      this.network.redraw();
      if (t < 1) return void requestAnimationFrame(step);
      this.travels -= 1;
      then();
    };
    requestAnimationFrame(step);
  }

  // Called after each movement and not on close, because the canvas has no size any more by then.
  #remember() {
    if (this.#size.width)
      outlooks.set(this.id, { position: this.network.getViewPosition(), scale: this.network.getScale() });
  }

  stop() {
    clearTimeout(this.settled);
    this.watcher.disconnect();
  }
}
