// Streamlit's door to the network. Streamlit calls the default export after every run whose data changed, and
// when the theme changed; the picture stays the same object, and only the difference is applied to it.
import { NetworkView } from "./view.mjs";

const PROTOCOL = 1;
const views = new WeakMap(); // mount point -> NetworkView

export default function render({ data, parentElement, setStateValue, setTriggerValue }) {
  if (data?.protocol !== PROTOCOL) {
    throw new Error(`The page sent network protocol ${data?.protocol}, this script speaks ${PROTOCOL}: reload the page.`);
  }
  const view = viewAt(parentElement);
  const call = ++view.calls;
  view.send = { state: setStateValue, trigger: setTriggerValue };
  view.update(data);
  return () => {
    // Streamlit also runs the clean-up of a call that a newer one overtook: only the newest may close.
    if (view.calls !== call) return;
    view.close();
    views.delete(parentElement);
  };
}

function viewAt(mount) {
  let view = views.get(mount);
  if (view && !view.isOnPage()) {
    view.close();
    view = undefined;
  }
  if (!view) {
    const root = mount.querySelector(".network");
    views.set(mount, (view = new NetworkView(root)));
  }
  return view;
}
