// @ts-check
// What the menu offers at a node, a tie, or the ground. What only the app can do is left out of an exported page.

/**
 * @typedef {{ kind: "node" | "tie", id: string } | { kind: "ground", id?: undefined }} Target
 * @typedef {{ label: string, key?: string, act: () => void }} Action `label` is English; `key` does the same
 * @typedef {Messages.NetworkTriggers["act"]} SentAct
 *
 * @typedef {object} ActionHost
 * @property {{ acts?: boolean }} data
 * @property {{ nodes: { get(id: string): Messages.DrawnNode | undefined }, edges: { get(id: string): Messages.DrawnEdge | undefined } }} snapshot
 * @property {string[]} chosen the selected nodes
 * @property {Set<string>} pinned
 * @property {{ fit(): void }} camera
 * @property {{ toggle(): void }} legend
 * @property {{ open(): void }} keys
 * @property {{ say(text: string): void }} stage
 * @property {(text: string) => string} say
 * @property {(nodes: string[], edges: string[]) => void} select
 * @property {(node: string) => void} expand
 * @property {(nodes: string[]) => void} togglePins
 * @property {() => void} arrange
 * @property {() => void} toggleCaptions
 * @property {(act: SentAct) => void} perform
 */

/** @type {(target: Target, host: ActionHost) => Action[]} */
export function actionsAt(target, host) {
  if (target.kind === "node") return atNode(target.id, host);
  return target.kind === "tie" ? atTie(target.id, host) : atGround(host);
}

/** @type {(id: string, host: ActionHost) => Action[]} */
function atNode(id, host) {
  const node = host.snapshot.nodes.get(id);
  if (!node) return [];
  const together = host.chosen.includes(id) ? host.chosen : [id];
  const single = together.length === 1; // a key acts on one node
  const entity = withoutPrefix(id);
  return [
    { label: "Open", key: "Enter", act: () => host.select([id], []) },
    ...ifIn(host, [
      { label: node.members ? "Open group" : "Show its ties", key: "Space", act: () => host.expand(id) },
      ...(node.members ? [] : pagesOf(entity, host)),
      {
        label: single ? "Hide" : "Hide the selected",
        key: single ? "H" : undefined,
        act: () => host.perform({ act: "Hide", entities: together.map(withoutPrefix) }),
      },
    ]),
    {
      label: together.every((each) => host.pinned.has(each)) ? "Unpin" : "Pin",
      key: single ? "P" : undefined,
      act: () => host.togglePins(together),
    },
    { label: "Copy name", act: () => copy(node.title.split("\n")[0], host) },
  ];
}

/** @type {(entity: string, host: ActionHost) => Action[]} */
function pagesOf(entity, host) {
  return [
    { label: "Draw a network about it", act: () => host.perform({ act: "ShowAbout", entity }) },
    { label: "Its page", act: () => host.perform({ act: "OpenProfile", entity }) },
  ];
}

/** @type {(id: string, host: ActionHost) => Action[]} */
function atTie(id, host) {
  const tie = host.snapshot.edges.get(id);
  if (!tie) return [];
  const ends = [tie.from, tie.to];
  const [first, second] = ends.map(withoutPrefix);
  const single = ends.every((end) => !host.snapshot.nodes.get(end)?.members);
  return [
    { label: "Open", act: () => host.select([], [id]) },
    ...ifIn(host, [
      ...(single
        ? [{ label: "Page of the two", act: () => host.perform({ act: "OpenPair", first, second }) }]
        : []),
      {
        label: "Draw only these two",
        act: () => host.perform({ act: "ShowAlone", entities: [first, second] }),
      },
    ]),
    { label: "Select both ends", act: () => host.select(ends, []) },
    { label: "Copy name", act: () => copy(tie.title.split("\n")[0], host) },
  ];
}

/** @type {(host: ActionHost) => Action[]} */
function atGround(host) {
  return [
    { label: "Show all", key: "F", act: () => host.camera.fit() },
    ...ifIn(host, [{ label: "Rearrange", act: () => host.arrange() }]),
    { label: "Write on the ties what they are", key: "E", act: () => host.toggleCaptions() },
    { label: "Show or hide the legend", act: () => host.legend.toggle() },
    { label: "Keys", key: "?", act: () => host.keys.open() },
  ];
}

/** @type {(host: ActionHost, actions: Action[]) => Action[]} */
function ifIn(host, actions) {
  return host.data.acts ? actions : [];
}

/** @param {string} id of a node or edge in the browser, which begins with its kind */
export function withoutPrefix(id) {
  return id.slice(id.indexOf(":") + 1);
}

/** @type {(text: string, host: ActionHost) => void} */
function copy(text, host) {
  const said = navigator.clipboard?.writeText(text) ?? Promise.reject();
  said.then(
    () => host.stage.say(`${host.say("Copied")}: ${text}`),
    () => host.stage.say(host.say("The browser does not allow copying")),
  );
}
