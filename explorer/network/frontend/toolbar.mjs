// @ts-check
// The toolbar: every icon has a tooltip and an accessible name.
import { icon } from "./icons.mjs";
import { element } from "./stage.mjs";

/**
 * @typedef {object} ToolbarHost
 * @property {{ toolbar: HTMLElement }} stage
 * @property {ToolbarTarget | null} shown
 * @property {(text: string) => string} say
 *
 * @typedef {object} ToolbarTarget the network that the tools act on
 * @property {HTMLElement} root
 * @property {{ canvas: HTMLElement, say(text: string): void }} stage
 * @property {(text: string) => string} say
 * @property {{ getSelectedNodes(): string[] }} network
 * @property {{ zoom(factor: number): void, fit(): void }} camera
 * @property {{ on: boolean, toggle(): void }} area
 * @property {{ toggle(): void }} legend
 * @property {{ toggle(): void }} saving
 * @property {Set<string>} pinned
 * @property {boolean} locked
 * @property {boolean} captioned
 * @property {{ open(): void }} keys
 * @property {() => void} toggleCaptions
 * @property {import("./theme.mjs").Theme} theme
 * @property {{ stamp: string, legend: Messages.LegendLine[], file_name: string }} data
 * @property {() => void} arrange
 * @property {(nodes: string[]) => void} togglePins
 * @property {(on: boolean) => void} lock
 *
 * @typedef {Parameters<typeof icon>[0]} Tool
 */

/** @type {[Tool, string, (shown: ToolbarTarget) => void][]} */
const TOOLS = [
  ["in", "Zoom in (+)", (shown) => shown.camera.zoom(1.3)],
  ["out", "Zoom out (−)", (shown) => shown.camera.zoom(1 / 1.3)],
  ["fit", "Show all (F)", (shown) => shown.camera.fit()],
  ["arrange", "Rearrange (pinned nodes stay)", (shown) => shown.arrange()],
  ["pin", "Pin or unpin selected nodes (P)", (shown) => shown.togglePins(shown.network.getSelectedNodes())],
  ["lock", "Lock nodes in place", (shown) => shown.lock(!shown.locked)],
  ["area", "Select an area (or Shift+drag)", (shown) => shown.area.toggle()],
  ["captions", "Write on the ties what they are (E)", (shown) => shown.toggleCaptions()],
  ["legend", "Show or hide the legend", (shown) => shown.legend.toggle()],
  ["full", "Full screen", (shown) => toggleFullScreen(shown.root)],
  ["png", "Save as picture (PNG or SVG)", (shown) => shown.saving.toggle()],
  ["keys", "Keys (?)", (shown) => shown.keys.open()],
];

export class Toolbar {
  /** @type {Map<string, HTMLButtonElement>} */
  #buttons;

  /** @param {ToolbarHost} host */
  constructor(host) {
    this.host = host;
    this.#buttons = new Map(TOOLS.map(([name, , act]) => [name, this.#button(name, act)]));
    host.stage.toolbar.replaceChildren(...this.#buttons.values());
    if (!document.fullscreenEnabled) this.withdraw("full");
  }

  /** @type {(name: Tool, act: (shown: ToolbarTarget) => void) => HTMLButtonElement} */
  #button(name, act) {
    const button = element("button", { type: "button", "data-tool": name }, icon(name));
    button.addEventListener("click", () => this.host.shown && act(this.host.shown));
    return button;
  }

  /**
   * Removes a tool that has no use here.
   * @param {Tool} name
   */
  withdraw(name) {
    this.#buttons.get(name)?.remove();
  }

  /** Sets the names of the tools in the reader's language. */
  name() {
    for (const [name, label] of TOOLS) {
      const said = this.host.say(label);
      for (const attribute of ["title", "aria-label"]) this.#buttons.get(name)?.setAttribute(attribute, said);
    }
  }

  /** Updates the buttons after the selection, the pins, the lock or the area tool changed. */
  refresh() {
    const { shown } = this.host;
    if (!shown) return;
    const chosen = shown.network.getSelectedNodes();
    this.#buttons.get("pin")?.toggleAttribute("disabled", chosen.length === 0);
    this.press("pin", chosen.length > 0 && chosen.every((node) => shown.pinned.has(node)));
    this.press("lock", shown.locked);
    this.press("area", shown.area.on);
    this.press("captions", shown.captioned);
  }

  /** @type {(name: string, pressed: boolean) => void} */
  press(name, pressed) {
    this.#buttons.get(name)?.setAttribute("aria-pressed", String(pressed));
  }
}

/** @param {HTMLElement} root */
function toggleFullScreen(root) {
  if (document.fullscreenElement) document.exitFullscreen();
  else root.requestFullscreen();
}
