// Connects the network with its time bar: gives the bar its data, and hides nodes and edges outside the period.

export function timed(view) {
  return {
    root: view.root,
    box: view.stage.times,
    say: (text) => view.say(text),
    theme: () => view.theme,
    ties: () =>
      view.snapshot.edges
        .values()
        .filter(({ hidden }) => !hidden)
        .map(({ id }) => id),
    lit: () => view.emphasis?.litEdges() ?? null,
    changed: () => view.sift(),
    tell: (days) => view.tell("window", { days }),
    isOnPage: () => view.isOnPage(),
  };
}

// Hides the edges outside the period, and the nodes without other edges. Nodes that have no edges at all stay.
// It writes to the body of vis-network directly, because its data sets would take a hundred times as long.
export function sift({ network, nodes: drawn, snapshot, times }) {
  const { nodes, edges } = network.body;
  const tied = new Map(); // node -> whether one of its edges is shown
  for (const { id, from, to, hidden } of snapshot.edges.values()) {
    const through = !hidden && times.lets(id);
    if (edges[id]) edges[id].options.hidden = !through;
    for (const end of [from, to]) tied.set(end, through || (tied.get(end) ?? false));
  }
  for (const id of drawn.getIds()) nodes[id].options.hidden = times.range !== null && tied.get(id) === false;
  network._updateVisibleIndices();
}
