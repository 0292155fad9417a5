// The network without a mouse: walk, select, expand, zoom; what is reached is said aloud.

const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

export class Keyboard {
  focus = null; // the node that the keys are at

  constructor(view) {
    this.view = view;
    this.network = view.network;
    this.controller = new AbortController();
    const { signal } = this.controller;
    view.stage.canvas.addEventListener("keydown", (event) => this.#pressed(event), { signal });
    for (const event of ["focus", "blur"]) view.stage.canvas.addEventListener(event, () => view.network.redraw(), { signal });
  }

  stop() {
    this.controller.abort();
  }

  moveTo(node) {
    this.focus = node;
  }

  forget(nodes) {
    if (nodes.includes(this.focus)) this.focus = null;
  }

  #pressed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const direction = DIRECTIONS[event.key];
    const done = direction ? this.#arrow(direction, event.shiftKey) : this.#command(event.key, event.shiftKey);
    if (done === false) return;
    event.preventDefault();
    event.stopPropagation(); // the page has keys of its own
  }

  #arrow(direction, shift) {
    if (shift) this.view.camera.pan(...direction);
    else this.#walk(direction);
  }

  #command(key, shift) {
    const { view, focus } = this;
    switch (key) {
      case "+": case "=": return view.camera.zoom(1.3);
      case "-": return view.camera.zoom(1 / 1.3);
      case "f": case "F": case "0": return view.camera.fit();
      case "Escape": this.focus = null; view.area.toggle(false); return view.select([], []);
      default: return focus === null ? false : this.#commandAt(focus, key, shift);
    }
  }

  #commandAt(node, key, shift) {
    switch (key) {
      case "Enter": return this.view.select(shift ? this.view.chosenWith(node) : [node], []);
      case " ": return this.view.expand(node);
      case "p": case "P": return this.view.togglePins([node]);
      case "]": return this.#nextTie(node, 1);
      case "[": return this.#nextTie(node, -1);
      default: return false;
    }
  }

  #walk(direction) {
    const next = this.#nearest(direction);
    if (next === null) return;
    this.focus = next;
    this.view.camera.follow(next);
    this.view.stage.say(this.view.about("nodes", next).title.replaceAll("\n", ", "));
    this.network.redraw();
  }

  // The node that lies best in this direction: near, and rather ahead than aside.
  #nearest([dx, dy]) {
    const from = this.focus !== null ? this.view.placeOf(this.focus) : this.network.getViewPosition();
    let best = this.focus;
    let least = Infinity;
    for (const { id } of this.view.snapshot.nodes.values()) {
      const { x, y } = this.view.placeOf(id);
      const along = (x - from.x) * dx + (y - from.y) * dy;
      const aside = Math.abs((x - from.x) * dy - (y - from.y) * dx);
      if (id === this.focus || !this.view.showsNode(id) || (along <= 1 && this.focus !== null)) continue;
      const cost = Math.abs(along) + 2.5 * aside;
      if (cost < least) [best, least] = [id, cost];
    }
    return best;
  }

  #nextTie(node, step) {
    const ties = this.network.getConnectedEdges(node).filter((id) => this.view.showsEdge(id));
    if (!ties.length) return;
    const at = ties.indexOf(this.network.getSelectedEdges()[0]);
    const tie = ties[(at + step + ties.length) % ties.length];
    this.view.stage.say(this.view.about("edges", tie).title.replaceAll("\n", ", "));
    this.view.select([], [tie]);
  }
}
