// @ts-check
// Draws the network in an exported page, without a Python side to report to.
import { NetworkView } from "./view.mjs";

const exported = new NetworkView(/** @type {HTMLElement} */ (document.querySelector("main.network")));
exported.toolbar.withdraw("arrange");
exported.update(JSON.parse(document.getElementById("network-data")?.textContent ?? ""));
