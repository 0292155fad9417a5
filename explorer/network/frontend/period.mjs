// @ts-check
// What of a network is shown in a period of the time bar.

/**
 * Hides the edges outside the period, and the nodes without other edges. Nodes that have no edges at all stay.
 * @param {string[]} nodes ids
 * @param {Messages.DrawnEdge[]} edges
 * @param {((edge: string) => boolean) | null} lets whether an edge has a claim in the period; null for all time
 * @returns {{ nodes: Map<string, boolean>, edges: Map<string, boolean> }} whether each node and edge is shown
 */
export function inPeriod(nodes, edges, lets) {
  const through = new Map(edges.map(({ id, hidden }) => [id, !hidden && (lets === null || lets(id))]));
  const tied = new Map(); // node -> whether one of its edges is shown
  for (const { id, from, to } of edges) {
    for (const end of [from, to]) tied.set(end, through.get(id) || tied.get(end) || false);
  }
  return { nodes: new Map(nodes.map((id) => [id, lets === null || tied.get(id) !== false])), edges: through };
}
