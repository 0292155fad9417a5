// Records the positions of a network's nodes and since when they stand still, in any frame. Supports our network and
// packages that use vis-network (pyvis, streamlit-agraph) or Cytoscape (st-link-analysis,
// streamlit-cytoscape).
(() => {
  const MOVED = 1; // pixels; smaller movements are invisible
  const COLOURS = 30; // in a small copy of the picture; with fewer, it counts as blank
  const LOOKS = 25; // milliseconds

  const ours = () =>
    [...document.querySelectorAll("*")]
      .map((each) => each.shadowRoot?.querySelector(".network")?.networkView)
      .find(Boolean);

  // streamlit-agraph exposes its network only through the React state of its component.
  const inReact = () => {
    const root = document.getElementById("root")?._reactRootContainer;
    const queue = root ? [(root._internalRoot ?? root).current] : [];
    while (queue.length) {
      const fiber = queue.pop();
      for (let hook = fiber.memoizedState; hook; hook = hook.next) {
        if (hook.memoizedState?.body?.data) return hook.memoizedState;
      }
      queue.push(...[fiber.child, fiber.sibling].filter(Boolean));
    }
  };

  const onPage = (element, spots) => {
    const { left, top } = element.getBoundingClientRect();
    return spots.map(([id, { x, y }]) => [String(id).replace(/^n:/, ""), left + x, top + y]);
  };

  const places = () => {
    const cytoscape = document.getElementById("cy")?._cyreg?.cy;
    if (cytoscape)
      return onPage(
        cytoscape.container(),
        cytoscape.nodes().map((node) => [node.id(), node.renderedPosition()]),
      );
    const mine = ours();
    const network = mine?.network ?? window.network ?? inReact();
    if (!network?.body?.data) return [];
    const ids = network.body.data.nodes.getIds().filter((id) => network.body.nodes[id]);
    return onPage(
      network.body.container,
      ids.map((id) => [id, network.canvasToDOM(network.body.nodes[id])]),
    );
  };

  const isShown = () => {
    const canvases = [
      ...document.querySelectorAll("canvas"),
      ...(ours()?.root.querySelectorAll(".canvas canvas") ?? []),
    ].filter((canvas) => canvas.width && canvas.height && getComputedStyle(canvas).visibility !== "hidden");
    const small = Object.assign(document.createElement("canvas"), { width: 90, height: 60 });
    const context = small.getContext("2d", { willReadFrequently: true });
    for (const canvas of canvases) context.drawImage(canvas, 0, 0, 90, 60);
    const pixels = context.getImageData(0, 0, 90, 60).data;
    const seen = new Set();
    for (let at = 0; at < pixels.length; at += 4) seen.add(pixels.slice(at, at + 4).join());
    return seen.size > COLOURS;
  };

  const watch = { since: 0, spots: [], shown: 0, pressed: 0 }; // milliseconds since 1970
  window.stillness = watch;
  const look = () => {
    const spots = places();
    const before = new Map(watch.spots.map(([id, x, y]) => [id, [x, y]]));
    const moved =
      spots.length !== before.size ||
      spots.some(
        ([id, x, y]) => !before.has(id) || Math.hypot(x - before.get(id)[0], y - before.get(id)[1]) > MOVED,
      );
    const appeared = !watch.shown && spots.length > 0 && isShown();
    if (moved) watch.spots = spots;
    const now = Date.now();
    if (appeared) watch.shown = now;
    if (moved || appeared) watch.since = now;
  };
  addEventListener(
    "pointerdown",
    () => {
      watch.pressed = Date.now();
    },
    true,
  );
  setInterval(look, LOOKS);
})();
