// @ts-check
// The entry point for Streamlit, which calls the default export after every run that changed the data, and after a
// change of the theme. The network stays the same object; only the differences are applied to it.
import { NetworkView } from "./view.mjs";

const PROTOCOL = 2;

/** @typedef {Component<Messages.NetworkData, Messages.NetworkTriggers, Messages.NetworkStates>} Call */

// Parses JSON text and remembers the last result. The same text gives the same object without being parsed again, so
// callers can see that nothing has changed.
class Letter {
  text = "";
  /** @type {any} */
  content;

  /** @param {string | undefined} text */
  read(text) {
    if (text === undefined) return undefined;
    if (text !== this.text) this.content = JSON.parse(text);
    this.text = text;
    return this.content;
  }
}

class Mounted {
  picture = new Letter();
  times = new Letter();

  /** @param {HTMLElement} root */
  constructor(root) {
    this.view = new NetworkView(root);
  }

  /** @param {Call} call */
  update({ data, setStateValue, setTriggerValue }) {
    Object.assign(this.view.reports, { state: setStateValue, trigger: setTriggerValue });
    /** @type {Messages.DrawnNetwork} */
    const picture = this.picture.read(data.picture);
    /** @type {Messages.TimeBar | undefined} */
    const times = this.times.read(data.times);
    this.view.update({ ...picture, ...data, times });
  }
}

/** @type {WeakMap<Node, Mounted>} */
const mounts = new WeakMap();

/** @param {Call} call */
export default function render(call) {
  const { data, parentElement } = call;
  if (data?.protocol !== PROTOCOL) {
    throw new Error(
      `The page sent network protocol ${data?.protocol}, this script speaks ${PROTOCOL}: reload the page.`,
    );
  }
  const mounted = mountedAt(parentElement);
  mounted.update(call);
  return () => {
    // Streamlit also runs the clean-up of a call that a newer call replaces, and may do so before the newer call.
    if (mounted.view.isOnPage()) return;
    mounted.view.close();
    if (mounts.get(parentElement) === mounted) mounts.delete(parentElement);
  };
}

/** @param {HTMLElement | ShadowRoot} mount */
function mountedAt(mount) {
  const known = mounts.get(mount);
  if (known?.view.isOnPage()) return known;
  known?.view.close();
  const made = new Mounted(/** @type {HTMLElement} */ (mount.querySelector(".network")));
  mounts.set(mount, made);
  return made;
}
