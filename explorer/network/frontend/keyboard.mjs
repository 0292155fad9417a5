// @ts-check
// Keyboard control of the network: move, select, expand and zoom, with messages for screen readers.
import { withoutPrefix } from "./actions.mjs";

const AHEAD = 0.34; // cosine; the maximum angle between an arrow key and a tie that it follows
/** @type {Record<string, [number, number]>} */
const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/**
 * @typedef {{ x: number, y: number }} Place
 *
 * @typedef {object} KeyboardHost
 * @property {{ canvas: HTMLElement, say(text: string): void }} stage
 * @property {object} network
 * @property {(id: string) => string[]} network.getConnectedNodes
 * @property {(node: string) => string[]} network.getConnectedEdges
 * @property {() => string[]} network.getSelectedEdges
 * @property {() => Place} network.getViewPosition
 * @property {{ zoom(factor: number): void, pan(x: number, y: number): void, fit(): void, follow(node: string): void }} camera
 * @property {{ toggle(on: boolean): void }} area
 * @property {Set<string>} pinned
 * @property {() => string[]} shownNodes
 * @property {(node: string) => boolean} showsNode
 * @property {(edge: string) => boolean} showsEdge
 * @property {(node: string) => Place} placeOf
 * @property {(kind: "nodes" | "edges", id: string) => { label: string, title: string } | undefined} about
 * @property {(text: string) => string} say
 * @property {(nodes: string[], edges: string[]) => void} select
 * @property {(node: string) => string[]} chosenWith
 * @property {(node: string) => void} expand
 * @property {(nodes: string[]) => void} togglePins
 * @property {() => void} redraw
 * @property {() => void} toggleCaptions
 * @property {(act: Messages.NetworkTriggers["act"]) => void} perform
 * @property {{ openAtFocus(): void }} menu
 * @property {{ open(): void }} keys
 */

export class Keyboard {
  /** @type {string | null} */
  focus = null; // the node with the keyboard focus

  /** @param {KeyboardHost} host */
  constructor(host) {
    this.host = host;
    this.controller = new AbortController();
    const { signal } = this.controller;
    const { canvas } = host.stage;
    canvas.addEventListener("keydown", (event) => this.#pressed(event), { signal });
    for (const event of ["focus", "blur"]) canvas.addEventListener(event, () => host.redraw(), { signal });
  }

  stop() {
    this.controller.abort();
  }

  /** @param {string | null} node */
  moveTo(node) {
    this.focus = node;
  }

  /**
   * Announces an action, and the node it was applied to.
   * @param {string} what
   * @param {string} [node]
   */
  say(what, node) {
    const name = node === undefined ? "" : `: ${this.host.about("nodes", node)?.label ?? ""}`;
    this.host.stage.say(`${this.host.say(what)}${name}`);
  }

  /** @param {string[]} nodes that are gone */
  forget(nodes) {
    if (this.focus !== null && nodes.includes(this.focus)) this.focus = null;
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const direction = DIRECTIONS[event.key];
    if (direction) this.#arrow(direction, event.shiftKey);
    else if (this.#command(event.key, event.shiftKey) === false) return;
    event.preventDefault();
    event.stopPropagation(); // the page has shortcuts of its own
  }

  /** @type {(direction: [number, number], shift: boolean) => void} */
  #arrow(direction, shift) {
    if (shift) this.host.camera.pan(...direction);
    else this.#walk(direction);
  }

  /**
   * Does what a key stands for. Returns false if it stands for nothing.
   * @type {(key: string, shift: boolean) => false | void}
   */
  #command(key, shift) {
    const { camera } = this.host;
    switch (key) {
      case "+":
      case "=":
        return camera.zoom(1.3);
      case "-":
        return camera.zoom(1 / 1.3);
      case "f":
      case "F":
      case "0":
        return camera.fit();
      case "Escape":
        return this.#letGo();
      case "e":
      case "E":
        return this.host.toggleCaptions();
      case "m":
      case "M":
      case "ContextMenu":
        return this.host.menu.openAtFocus();
      case "?":
        return this.host.keys.open();
      default:
        return this.focus === null ? false : this.#commandAt(this.focus, key, shift);
    }
  }

  /** @type {(node: string, key: string, shift: boolean) => false | void} */
  #commandAt(node, key, shift) {
    const { host } = this;
    switch (key) {
      case "Enter":
        host.select(shift ? host.chosenWith(node) : [node], []);
        return this.say("Selected", node);
      case " ":
        host.expand(node);
        return this.say("Expanded", node);
      case "p":
      case "P":
        host.togglePins([node]);
        return this.say(host.pinned.has(node) ? "Pinned" : "Unpinned", node);
      case "h":
      case "H":
        return host.perform({ act: "Hide", entities: [withoutPrefix(node)] });
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
    this.host.area.toggle(false);
    this.host.select([], []);
    this.say("Selection cleared");
  }

  /**
   * Moves the focus along a tie in this direction, otherwise to the nearest node in this direction.
   * @param {[number, number]} direction
   */
  #walk(direction) {
    const { host, focus } = this;
    /** @type {(nodes: string[]) => { id: string, place: Place }[]} */
    const placed = (nodes) => nodes.map((id) => ({ id, place: host.placeOf(id) }));
    const others = host.shownNodes().filter((id) => id !== focus);
    const tied =
      focus === null ? [] : host.network.getConnectedNodes(focus).filter((id) => others.includes(id));
    const from = focus === null ? host.network.getViewPosition() : host.placeOf(focus);
    const next =
      focus === null
        ? nearest(from, direction, placed(others), null)
        : (nearest(from, direction, placed(tied), AHEAD) ?? nearest(from, direction, placed(others), 0));
    if (next === null) return;
    this.focus = next;
    host.camera.follow(next);
    this.#tell("nodes", next);
    host.redraw();
  }

  /** @type {(node: string, step: number) => void} */
  #nextTie(node, step) {
    const { host } = this;
    const ties = host.network.getConnectedEdges(node).filter((id) => host.showsEdge(id));
    if (!ties.length) return;
    const tie = ties[nextIndex(ties.indexOf(host.network.getSelectedEdges()[0]), step, ties.length)];
    this.#tell("edges", tie);
    host.select([], [tie]);
  }

  /** @type {(kind: "nodes" | "edges", id: string) => void} */
  #tell(kind, id) {
    this.host.stage.say((this.host.about(kind, id)?.title ?? "").replaceAll("\n", ", "));
  }
}

/**
 * The index of the next or previous item; -1 means that none is chosen yet.
 * @type {(at: number, step: number, count: number) => number}
 */
export function nextIndex(at, step, count) {
  if (at < 0) return step > 0 ? 0 : count - 1;
  return (at + step + count) % count;
}

/**
 * The best of these nodes in a direction, or null: it is near, and ahead rather than to the side. `ahead` is the
 * least cosine of the angle between the direction and the node, or null if nodes of every direction count.
 * @param {Place} from
 * @param {[number, number]} direction
 * @param {{ id: string, place: Place }[]} nodes
 * @param {number | null} ahead
 */
export function nearest(from, [dx, dy], nodes, ahead) {
  /** @type {string | null} */
  let best = null;
  let least = Infinity;
  for (const { id, place } of nodes) {
    const along = (place.x - from.x) * dx + (place.y - from.y) * dy;
    const aside = Math.abs((place.x - from.x) * dy - (place.y - from.y) * dx);
    if (ahead !== null && along <= Math.max(1, ahead * Math.hypot(along, aside))) continue;
    const cost = Math.abs(along) + 2.5 * aside;
    if (cost < least) [best, least] = [id, cost];
  }
  return best;
}
