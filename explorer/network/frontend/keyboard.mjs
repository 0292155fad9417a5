// Keyboard control of the network: move, select, expand and zoom, with messages for screen readers.

const AHEAD = 0.34; // cosine; the maximum angle between an arrow key and a tie that it follows
const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

export class Keyboard {
  focus = null; // the node with the keyboard focus

  constructor(view) {
    this.view = view;
    this.network = view.network;
    this.controller = new AbortController();
    const { signal } = this.controller;
    view.stage.canvas.addEventListener("keydown", (event) => this.#pressed(event), { signal });
    for (const event of ["focus", "blur"])
      view.stage.canvas.addEventListener(event, () => view.redraw(), { signal });
  }

  stop() {
    this.controller.abort();
  }

  moveTo(node) {
    this.focus = node;
  }

  // Announces an action, and the node it was applied to.
  say(what, node) {
    const name = node === undefined ? "" : `: ${this.view.about("nodes", node).label}`;
    this.view.stage.say(`${this.view.say(what)}${name}`);
  }

  forget(nodes) {
    if (nodes.includes(this.focus)) this.focus = null;
  }

  #pressed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const direction = DIRECTIONS[event.key];
    const done = direction
      ? this.#arrow(direction, event.shiftKey)
      : this.#command(event.key, event.shiftKey);
    if (done === false) return;
    event.preventDefault();
    event.stopPropagation(); // the page has shortcuts of its own
  }

  #arrow(direction, shift) {
    if (shift) this.view.camera.pan(...direction);
    else this.#walk(direction);
  }

  #command(key, shift) {
    const { view, focus } = this;
    switch (key) {
      case "+":
      case "=":
        return view.camera.zoom(1.3);
      case "-":
        return view.camera.zoom(1 / 1.3);
      case "f":
      case "F":
      case "0":
        return view.camera.fit();
      case "Escape":
        return this.#letGo();
      default:
        return focus === null ? false : this.#commandAt(focus, key, shift);
    }
  }

  #commandAt(node, key, shift) {
    switch (key) {
      case "Enter":
        this.view.select(shift ? this.view.chosenWith(node) : [node], []);
        return this.say("Selected", node);
      case " ":
        this.view.expand(node);
        return this.say("Expanded", node);
      case "p":
      case "P":
        this.view.togglePins([node]);
        return this.say(this.view.pinned.has(node) ? "Pinned" : "Unpinned", node);
      case "]":
        return this.#nextTie(node, 1);
      case "[":
        return this.#nextTie(node, -1);
      default:
        return false;
    }
  }

  #letGo() {
    this.focus = null;
    this.view.area.toggle(false);
    this.view.select([], []);
    this.say("Selection cleared");
  }

  // Moves the focus along a tie in this direction, otherwise to the nearest node in this direction.
  #walk(direction) {
    const tied = this.focus === null ? [] : this.network.getConnectedNodes(this.focus);
    const next =
      this.#nearest(direction, tied, AHEAD) ?? this.#nearest(direction, this.view.nodes.getIds(), 0);
    if (next === null) return;
    this.focus = next;
    this.view.camera.follow(next);
    this.view.stage.say(this.view.about("nodes", next).title.replaceAll("\n", ", "));
    this.view.redraw();
  }

  // The best of these nodes in this direction, or null: it is near, and ahead rather than to the side. Without a
  // focus, the node nearest to the centre of the view.
  #nearest([dx, dy], nodes, ahead) {
    const from = this.focus !== null ? this.view.placeOf(this.focus) : this.network.getViewPosition();
    let best = null;
    let least = Infinity;
    for (const id of nodes) {
      const { x, y } = this.view.placeOf(id);
      const along = (x - from.x) * dx + (y - from.y) * dy;
      const aside = Math.abs((x - from.x) * dy - (y - from.y) * dx);
      if (id === this.focus || !this.view.showsNode(id)) continue;
      if (this.focus !== null && along <= Math.max(1, ahead * Math.hypot(along, aside))) continue;
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
