// Draws arcs and capitals on the world map in the component, and hides those outside the period of the time bar.
// Text is only ever set as text.
import { readTheme } from "../konstelasi.network/theme.mjs";
import { Times } from "../konstelasi.network/times.mjs";

const SPACE = "http://www.w3.org/2000/svg";
const NAMED = 11; // font size of a name, in pixels on the screen
const CLICK = 4; // pixels; a shorter movement is a click
const CLOSEST = 12;

function svg(tag, attributes, title) {
  const made = document.createElementNS(SPACE, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  if (title) made.append(Object.assign(document.createElementNS(SPACE, "title"), { textContent: title }));
  return made;
}

// A curve to the left of its direction, so that arcs in opposite directions do not cover each other.
function bow({ from: [x, y], to: [u, v], bend }) {
  const [dx, dy] = [u - x, v - y];
  return `M${x},${y}Q${(x + u) / 2 + dy * bend},${(y + v) / 2 - dx * bend} ${u},${v}`;
}

function reachable(node, kind, item) {
  node.dataset.kind = kind;
  node.dataset.id = item.id;
  node.setAttribute("tabindex", "0");
  node.setAttribute("role", "button");
  node.setAttribute("aria-label", item.title.replaceAll("\n", ", "));
  node.classList.toggle("chosen", item.chosen);
  node.ties = item.ties;
  return node;
}

// The act of a click, as explorer/acts/network.py defines it.
function selecting(kind, id) {
  return kind === "arc" ? { act: "SelectEdge", edge: id } : { act: "SelectNode", node: id };
}

class Atlas {
  constructor(root) {
    this.root = root;
    this.world = root.querySelector("svg");
    this.layer = svg("g", {});
    this.world.append(this.layer);
    this.whole = this.world.viewBox.baseVal;
    this.box = { x: 0, y: 0, width: this.whole.width, height: this.whole.height };
    this.full = { ...this.box };
    this.world.addEventListener("wheel", (event) => this.zoom(event), { passive: false });
    this.world.addEventListener("pointerdown", (event) => {
      this.from = { x: event.clientX, y: event.clientY, box: { ...this.box } };
      this.moved = false;
    });
    this.world.addEventListener("pointermove", (event) => this.drag(event));
    this.world.addEventListener("pointerup", () => {
      this.from = null;
    });
    this.world.addEventListener("dblclick", () => this.look(this.full));
    this.world.addEventListener("click", (event) => {
      if (!this.moved) this.tell(event);
    });
    this.world.addEventListener("keydown", (event) => {
      if (["Enter", " "].includes(event.key)) {
        event.preventDefault();
        this.tell(event);
      }
    });
    this.times = new Times(this.timed());
  }

  // The map as the host of the time bar.
  timed() {
    return {
      root: this.root,
      box: this.root.querySelector(".times"),
      say: (text) => this.data?.texts[text] ?? text,
      theme: () => readTheme(this.root),
      ties: () => Object.keys(this.data.times.edges),
      lit: () => this.lit,
      changed: () => this.sift(),
      tell: (days) => this.send("window", { days }),
      isOnPage: () => this.root.isConnected,
    };
  }

  draw(data, send) {
    this.data = data;
    this.send = send;
    this.root.style.height = `${data.height}px`;
    this.world.setAttribute("aria-label", data.label);
    this.root.querySelector(".note").textContent = data.note;
    this.layer.classList.toggle(
      "some",
      data.arcs.some(({ chosen }) => chosen),
    );
    this.lines = data.arcs.map((arc) =>
      reachable(
        svg("path", { class: "arc", d: bow(arc), stroke: arc.colour, "stroke-width": arc.width }, arc.title),
        "arc",
        arc,
      ),
    );
    this.dots = data.places.map((place) =>
      reachable(svg("circle", { class: "place", cx: place.x, cy: place.y }, place.title), "place", place),
    );
    this.names = data.places.map((place) =>
      Object.assign(svg("text", { class: place.chosen ? "name chosen" : "name", x: place.x, y: place.y }), {
        textContent: place.name,
      }),
    );
    for (const [at, name] of this.names.entries()) name.dataset.of = data.places[at].id;
    this.layer.replaceChildren(...this.lines, ...this.dots, ...this.names);
    this.look(this.fitted ? this.box : this.around(data.places));
    this.fitted ||= data.places.length > 0;
    const chosen = [...data.arcs, ...data.places].filter((item) => item.chosen);
    this.lit = chosen.length ? new Set(chosen.flatMap(({ ties }) => ties)) : null;
    this.times.take(data);
    this.times.show(data.window);
    this.sift();
  }

  // Shows the places and arcs that have a tie in the period. Places without ties are always shown.
  sift() {
    const shown = new Set();
    for (const node of [...this.lines, ...this.dots]) {
      const through = !node.ties.length || node.ties.some((tie) => this.times.lets(tie));
      node.toggleAttribute("data-past", !through);
      if (through && node.dataset.kind === "place") shown.add(node.dataset.id);
    }
    for (const name of this.names) name.toggleAttribute("data-past", !shown.has(name.dataset.of));
    for (const path of this.world.querySelectorAll(".land path"))
      path.classList.toggle("tied", shown.has(path.dataset.country));
    this.look(this.box);
  }

  // The part of the map that contains these places, with a margin.
  around(places) {
    if (!places.length) return this.full;
    const [left, right] = [Math.min(...places.map(({ x }) => x)), Math.max(...places.map(({ x }) => x))];
    const [top, bottom] = [Math.min(...places.map(({ y }) => y)), Math.max(...places.map(({ y }) => y))];
    const width = Math.min(this.full.width, Math.max(this.full.width / 5, right - left + 120));
    const height = Math.min(this.full.height, Math.max(this.full.height / 5, bottom - top + 80));
    return { x: (left + right - width) / 2 + 15, y: (top + bottom - height) / 2, width, height };
  }

  // The number of map units in a screen pixel.
  unit() {
    return Math.max(
      this.box.width / (this.world.clientWidth || 1),
      this.box.height / (this.world.clientHeight || 1),
    );
  }

  // Shows this part of the map. Names and dots keep their size on the screen at every zoom.
  look(box) {
    this.box = { ...box };
    this.world.setAttribute("viewBox", `${box.x} ${box.y} ${box.width} ${box.height}`);
    const unit = this.unit();
    for (const dot of this.dots) {
      dot.setAttribute("r", 3.2 * unit);
      dot.setAttribute("stroke-width", 1.2);
    }
    const taken = [];
    for (const name of this.names.filter((each) => !each.hasAttribute("data-past"))) {
      name.setAttribute("font-size", NAMED * unit);
      name.setAttribute("stroke-width", 2.5 * unit);
      name.setAttribute("dx", 5 * unit);
      name.setAttribute("dy", 3.5 * unit);
      const at = {
        x: Number(name.getAttribute("x")),
        y: Number(name.getAttribute("y")),
        width: name.textContent.length * 6 * unit,
      };
      const covers = taken.some(
        (other) =>
          Math.abs(other.y - at.y) < NAMED * unit &&
          at.x < other.x + other.width &&
          other.x < at.x + at.width,
      );
      name.toggleAttribute("hidden", covers && !name.classList.contains("chosen"));
      name.style.display = name.hasAttribute("hidden") ? "none" : "";
      if (!name.hasAttribute("hidden")) taken.push(at);
    }
  }

  zoom(event) {
    event.preventDefault();
    const factor = Math.exp(event.deltaY * 0.0015);
    const wanted = Math.min(this.full.width, Math.max(this.full.width / CLOSEST, this.box.width * factor));
    const ratio = wanted / this.box.width;
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(
      this.world.getScreenCTM().inverse(),
    );
    this.look({
      x: x + (this.box.x - x) * ratio,
      y: y + (this.box.y - y) * ratio,
      width: wanted,
      height: this.box.height * ratio,
    });
  }

  drag(event) {
    if (!event.buttons) this.from = null; // the button was released outside the map
    if (!this.from) return;
    const [dx, dy] = [event.clientX - this.from.x, event.clientY - this.from.y];
    if (Math.hypot(dx, dy) < CLICK) return;
    this.moved = true;
    const unit = this.unit();
    this.look({ ...this.box, x: this.from.box.x - dx * unit, y: this.from.box.y - dy * unit });
  }

  tell(event) {
    const node = event.target.closest("[data-kind]");
    const land = event.target.closest("path.tied");
    if (node) this.send("act", selecting(node.dataset.kind, node.dataset.id));
    else if (land) this.send("act", selecting("place", land.dataset.country));
  }
}

export default function ({ parentElement, data, setTriggerValue }) {
  const root = parentElement.querySelector(".atlas");
  root.__atlas ??= new Atlas(root);
  root.__atlas.draw(data, setTriggerValue);
}
