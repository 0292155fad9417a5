// @ts-check
// The entry point of the overview, which Streamlit calls after every run that changed the data. The picture is made
// anew only when Python sends another one.
import { Board } from "./board.mjs";
import { canDraw } from "./scene.mjs";
import { Stage } from "./stage.mjs";

/** @typedef {Component<Messages.OverviewData, Messages.OverviewTriggers>} Call */

class Mounted {
  /** @type {Board | null} */
  board = null;
  #text = "";

  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.stage = new Stage(root);
    /** @type {HTMLElement & { overview?: Mounted }} */ (root).overview = this; // for tests
  }

  /** @param {Call} call */
  draw(call) {
    const { data } = call;
    const before = this.board;
    if (!before || data.picture !== this.#text) {
      before?.close();
      this.#text = data.picture;
      this.board = new Board(this.stage, call, JSON.parse(data.picture), before?.chosenIds() ?? []);
    }
    this.board?.update(call);
  }
}

/** @type {WeakMap<HTMLElement, Mounted>} */
const mounts = new WeakMap();

/** @param {Call} call */
export default function (call) {
  const root = /** @type {HTMLElement} */ (call.parentElement.querySelector(".overview"));
  if (!mounts.has(root) && !canDraw()) {
    new Stage(root).refuse((text) => call.data.texts[text] ?? text);
    return undefined;
  }
  const mounted = mounts.get(root) ?? new Mounted(root);
  mounts.set(root, mounted);
  mounted.draw(call);
  return () => {
    // Streamlit also runs the clean-up of a call that a newer call replaces, and may do so before the newer call.
    if (root.isConnected) return;
    mounted.board?.close();
    mounts.delete(root);
  };
}
