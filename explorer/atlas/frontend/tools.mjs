// @ts-check
// The buttons of the map, for readers without a wheel.
import { icon } from "../konstelasi.network/icons.mjs";

/** @typedef {{ name: Parameters<typeof icon>[0], label: string, act: () => void }} MapTool */

/**
 * Draws the buttons; the one with the keyboard focus keeps it.
 * @type {(box: HTMLElement, tools: MapTool[]) => void}
 */
export function offer(box, tools) {
  const { activeElement } = /** @type {Document | ShadowRoot} */ (box.getRootNode());
  const focused = /** @type {(Element | null)[]} */ ([...box.children]).indexOf(activeElement);
  const buttons = tools.map(({ name, label, act }) => {
    const button = document.createElement("button");
    button.type = "button";
    button.title = label;
    button.setAttribute("aria-label", label);
    button.append(icon(name));
    button.addEventListener("click", act);
    return button;
  });
  box.replaceChildren(...buttons);
  buttons[focused]?.focus();
}
