// Where the reader looks: kept for each view across visits of the page, and never moved without being asked.
import { calm } from "./theme.mjs";

const CLOSEST = 5;
const FARTHEST = 0.05;
const FIT = { minZoomLevel: FARTHEST, maxZoomLevel: 1.4 };
const EASE = { duration: 260, easingFunction: "easeInOutQuad" };
const outlooks = new Map(); // view id -> { position, scale }

export class Camera {
  #size = { width: 0, height: 0 };

  constructor(view, id) {
    this.view = view;
    this.network = view.network;
    this.id = id;
    this.touched = false;
    this.#frame();
    for (const event of ["dragStart", "zoom", "click"]) this.network.once(event, () => { this.touched = true; });
    this.network.on("zoom", () => this.#keepInRange());
    this.watcher = new ResizeObserver(() => this.#resized());
    this.watcher.observe(view.stage.canvas);
  }

  // The page still lays itself out when the first picture is drawn, and vis-network scales with every change
  // of the canvas: the outlook is set again until the reader takes over or the page has calmed down.
  #frame() {
    const until = performance.now() + 800;
    const kept = outlooks.get(this.id);
    const look = () => (kept ? this.network.moveTo({ ...kept, animation: false }) : this.fit(false));
    look();
    this.network.on("resize", () => {
      if (!this.touched && performance.now() < until) queueMicrotask(() => this.network.canvas && look());
    });
  }

  #keepInRange() {
    const scale = this.network.getScale();
    const bounded = Math.min(CLOSEST, Math.max(FARTHEST, scale));
    if (bounded !== scale) this.network.moveTo({ scale: bounded });
  }

  #resized() {
    const { clientWidth: width, clientHeight: height } = this.view.stage.canvas;
    const appeared = this.#size.width === 0 && width > 0 && !this.touched; // it was in a closed tab
    this.#size = { width, height };
    if (appeared) this.fit(false);
  }

  fit(smoothly = true) {
    this.network.fit({ ...FIT, animation: smoothly && !calm() ? EASE : false });
  }

  zoom(factor) {
    const scale = Math.min(CLOSEST, Math.max(FARTHEST, this.network.getScale() * factor));
    this.network.moveTo({ scale, animation: calm() ? false : EASE });
  }

  pan(x, y) {
    const { x: atX, y: atY } = this.network.getViewPosition();
    const step = 60 / this.network.getScale();
    this.network.moveTo({ position: { x: atX + x * step, y: atY + y * step } });
  }

  // Brings a node into the picture if it is outside or at the very edge of it.
  follow(node) {
    const place = this.view.placeOf(node);
    const { x, y } = this.network.canvasToDOM(place);
    const { clientWidth: width, clientHeight: height } = this.view.stage.canvas;
    if (x < 40 || y < 40 || x > width - 40 || y > height - 40) {
      this.network.moveTo({ position: place, animation: calm() ? false : EASE });
    }
  }

  // Zooms out, about the middle of what is seen, until the new nodes are in the picture as well.
  reveal(nodes) {
    const { clientWidth: width, clientHeight: height } = this.view.stage.canvas;
    const { x, y } = this.network.getViewPosition();
    const reach = nodes.map((node) => Math.max(Math.abs(node.x - x) / (width / 2 - 48), Math.abs(node.y - y) / (height / 2 - 48)));
    const scale = Math.max(FARTHEST, 1 / Math.max(...reach, 1e-9));
    if (scale < this.network.getScale()) this.network.moveTo({ scale, animation: calm() ? false : EASE });
  }

  // Moves the nodes to the places of a new arrangement that the reader asked for.
  travel(nodes) {
    const from = new Map(nodes.map(({ id }) => [id, this.view.placeOf(id)]));
    const start = performance.now();
    const span = calm() ? 0 : 450;
    const step = (now) => {
      if (!this.network.body.nodes) return;
      const t = span ? Math.min(1, Math.max(0, (now - start) / span)) : 1;
      const eased = t < 0.5 ? 2 * t * t : 1 - 2 * (1 - t) ** 2;
      for (const { id, x, y } of nodes) {
        const node = this.network.body.nodes[id];
        const old = from.get(id);
        if (node) Object.assign(node, { x: old.x + (x - old.x) * eased, y: old.y + (y - old.y) * eased });
      }
      this.network.redraw();
      if (t < 1) requestAnimationFrame(step);
      else this.fit();
    };
    requestAnimationFrame(step);
  }

  // At every drawing: when the page is left, the canvas is gone from it before anybody tells us.
  remember() {
    const { width, height } = this.#size;
    if (!width || !height) return;
    const position = this.network.DOMtoCanvas({ x: width / 2, y: height / 2 });
    outlooks.set(this.id, { position, scale: this.network.getScale() });
  }

  stop() {
    this.watcher.disconnect();
  }
}
