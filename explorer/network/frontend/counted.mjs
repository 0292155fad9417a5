// @ts-check
// The legend of a saved picture: the entries of what is visible, with its numbers. The legend on the page also has
// entries for what a filter or the chosen period hides, because a click on them shows it.

/** @typedef {{ kind: string, community?: string }} KnownNode */
/** @typedef {{ sign: string, verdict: string, voices: string, status: string, denial: string, origin: string }} KnownEdge */

/**
 * @template {{ channel: Messages.LegendLine["channel"], key: string, count: number }} Entry
 * @param {Entry[]} entries
 * @param {KnownNode[]} nodes that are visible
 * @param {KnownEdge[]} edges that are visible
 * @returns {Entry[]}
 */
export function counted(entries, nodes, edges) {
  return entries
    .map((entry) => ({ ...entry, count: numberOf(entry, nodes, edges) }))
    .filter(({ count }) => count > 0);
}

/** @type {(entry: { channel: Messages.LegendLine["channel"], key: string }, nodes: KnownNode[], edges: KnownEdge[]) => number} */
function numberOf({ channel, key }, nodes, edges) {
  if (channel === "kind" || channel === "community") {
    return nodes.filter((node) => node[channel] === key).length;
  }
  return edges.filter((edge) => edge[channel] === key).length;
}
