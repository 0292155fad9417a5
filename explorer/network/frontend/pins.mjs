// @ts-check
// Pinned nodes: those that the reader has dragged or pinned, which keep their places.

/**
 * @typedef {object} PinsHost
 * @property {import("./drawing.mjs").Drawing} network
 * @property {{ refresh(): void }} toolbar
 * @property {import("./reports.mjs").Reports} reports
 * @property {Set<string>} pinned
 * @property {(node: string) => { x: number, y: number }} placeOf
 * @property {() => void} redraw
 */

/**
 * Pins nodes at the whole pixels where the reader has dragged them.
 * @type {(host: PinsHost, nodes: string[]) => void}
 */
export function pinDragged(host, nodes) {
  for (const node of nodes) {
    host.pinned.add(node);
    const { x, y } = host.placeOf(node);
    host.network.moveNode(node, Math.round(x), Math.round(y)); // vis-network truncates positions to whole pixels when they are set
  }
}

/**
 * Pins nodes, or unpins them if all are pinned.
 * @type {(host: PinsHost, nodes: string[]) => void}
 */
export function switchPins(host, nodes) {
  const all = nodes.every((node) => host.pinned.has(node));
  for (const node of nodes) all ? host.pinned.delete(node) : host.pinned.add(node);
  reportPlaces(host, nodes);
}

/** @type {(host: PinsHost, nodes: string[]) => void} */
export function reportPlaces(host, nodes) {
  /** @type {Messages.MoveEvent["positions"]} */
  const positions = {};
  for (const node of nodes) positions[node] = [host.placeOf(node).x, host.placeOf(node).y];
  host.redraw();
  host.toolbar.refresh();
  host.reports.tell("move", { positions, pinned: [...host.pinned] });
}
