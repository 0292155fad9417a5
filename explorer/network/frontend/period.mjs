// The network in the period that is looked at: what its time bar is told, and what the bar lets through.

export function timed(view) {
  return {
    root: view.root,
    box: view.stage.times,
    say: (text) => view.say(text),
    theme: () => view.theme,
    ties: () => view.snapshot.edges.values().filter(({ hidden }) => !hidden).map(({ id }) => id),
    lit: () => view.emphasis?.litEdges() ?? null,
    changed: () => view.sift(),
    tell: (days) => view.tell("window", { days }),
    isOnPage: () => view.isOnPage(),
  };
}

// Straight in the body of vis-network, whose data sets would take a hundred times as long. A node that has no tie
// at all is not a matter of time.
export function sift({ network, nodes: drawn, snapshot, times }) {
  const { nodes, edges } = network.body;
  const tied = new Map(); // node -> whether one of its ties is let through
  for (const { id, from, to, hidden } of snapshot.edges.values()) {
    const through = !hidden && times.lets(id);
    if (edges[id]) edges[id].options.hidden = !through;
    for (const end of [from, to]) tied.set(end, through || (tied.get(end) ?? false));
  }
  for (const id of drawn.getIds()) nodes[id].options.hidden = times.range !== null && tied.get(id) === false;
  network._updateVisibleIndices();
}
