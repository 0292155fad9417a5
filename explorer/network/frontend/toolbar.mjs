// The toolbar: every icon has a tooltip and an accessible name.
import { icon } from "./icons.mjs";
import { stamped } from "./picture.mjs";
import { element } from "./stage.mjs";

const TOOLS = [
  ["in", "Zoom in (+)", (view) => view.camera.zoom(1.3)],
  ["out", "Zoom out (−)", (view) => view.camera.zoom(1 / 1.3)],
  ["fit", "Show all (F)", (view) => view.camera.fit()],
  ["arrange", "Rearrange (pinned nodes stay)", (view) => view.arrange()],
  ["pin", "Pin or unpin selected nodes (P)", (view) => view.togglePins(view.network.getSelectedNodes())],
  [
    "lock",
    "Lock nodes in place",
    (view) => {
      view.lock(!view.locked);
      view.toolbar.refresh();
    },
  ],
  ["area", "Select an area (or Shift+drag)", (view) => view.area.toggle()],
  ["legend", "Show or hide the legend", (view) => view.legend.toggle()],
  ["full", "Full screen", (view) => view.toolbar.toggleFullScreen()],
  ["png", "Save as picture (PNG)", (view) => view.toolbar.savePicture()],
];

export class Toolbar {
  constructor(view) {
    this.view = view;
    this.buttons = new Map(TOOLS.map(([name, , act]) => [name, this.#button(name, act)]));
    view.stage.toolbar.replaceChildren(...this.buttons.values());
    if (!document.fullscreenEnabled) this.withdraw("full");
  }

  #button(name, act) {
    const button = element("button", { type: "button", "data-tool": name }, icon(name));
    button.addEventListener("click", () => this.view.network && act(this.view));
    return button;
  }

  // Removes a tool that has no use here.
  withdraw(name) {
    this.buttons.get(name).remove();
  }

  // Sets the names of the tools in the reader's language.
  name() {
    for (const [name, label] of TOOLS) {
      const said = this.view.say(label);
      for (const attribute of ["title", "aria-label"]) this.buttons.get(name).setAttribute(attribute, said);
    }
  }

  // Updates the buttons after the selection, the pins, the lock or the area tool changed.
  refresh() {
    const chosen = this.view.network.getSelectedNodes();
    const pin = this.buttons.get("pin");
    pin.disabled = chosen.length === 0;
    this.press("lock", this.view.locked);
    this.press("area", this.view.area.on);
    pin.setAttribute(
      "aria-pressed",
      String(chosen.length > 0 && chosen.every((node) => this.view.pinned.has(node))),
    );
  }

  press(name, pressed) {
    this.buttons.get(name).setAttribute("aria-pressed", String(pressed));
  }

  toggleFullScreen() {
    if (document.fullscreenElement) document.exitFullscreen();
    else this.view.root.requestFullscreen();
  }

  savePicture() {
    const canvas = this.view.stage.canvas.querySelector("canvas");
    stamped(canvas, this.view.data, this.view.theme).toBlob((blob) => {
      const address = URL.createObjectURL(blob);
      const link = element("a", { href: address, download: `${this.view.data.file_name}.png` });
      link.click();
      setTimeout(() => URL.revokeObjectURL(address), 10_000);
    });
  }
}
