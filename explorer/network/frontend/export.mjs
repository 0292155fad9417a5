// @ts-check
// Draws the network in an exported page, without a Python side to report to. A click on an edge shows its claims.
import { EvidencePanel } from "./evidence.mjs";
import { NetworkView } from "./view.mjs";

const exported = new NetworkView(/** @type {HTMLElement} */ (document.querySelector("main.network")));
/** @type {Messages.ExportedNetwork} */
const content = JSON.parse(document.getElementById("network-data")?.textContent ?? "");
exported.toolbar.withdraw("arrange");
exported.update(content);
if (content.evidence) {
  const place = /** @type {HTMLElement} */ (document.getElementById("evidence"));
  const panel = new EvidencePanel(place, content.evidence, {
    say: (text) => exported.say(text),
    closed: () => exported.shown?.select([], []),
  });
  exported.reports.state = (_name, { edges }) => panel.show(edges);
}
