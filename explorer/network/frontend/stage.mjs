// The elements of the component. Everything is built here with textContent and attributes; no markup is parsed.

export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

const HOW_TO = "Network of actors. Arrow keys walk from node to node, Enter selects, Space expands, square brackets "
  + "walk the ties of a node, plus and minus zoom, F shows all, Escape clears.";

export function buildStage(root) {
  const canvas = element("div", { class: "canvas", tabindex: "0", role: "application", "aria-label": HOW_TO });
  const toolbar = element("div", { class: "toolbar", role: "toolbar", "aria-label": "Network tools" });
  const legend = element("div", { class: "legend" });
  const counts = element("div", { class: "counts", "aria-hidden": "true" });
  const tooltip = element("div", { class: "tooltip", role: "tooltip", hidden: "" });
  const hint = element("button", { type: "button", class: "hint", hidden: "" });
  const empty = element("div", { class: "empty", hidden: "" }, "Nothing to draw yet");
  const voice = element("div", { class: "voice", "aria-live": "polite" });
  root.replaceChildren(canvas, empty, legend, counts, hint, toolbar, tooltip, voice);
  return {
    root, canvas, toolbar, legend, tooltip, hint,
    setHeight(height) { root.style.height = `${height}px`; },
    say(text) { voice.textContent = text; },
    count(nodes, edges) {
      counts.textContent = `${nodes} ${nodes === 1 ? "node" : "nodes"} · ${edges} ${edges === 1 ? "tie" : "ties"}`;
      empty.hidden = nodes > 0;
    },
  };
}
