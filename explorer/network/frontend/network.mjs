// The entry point for Streamlit, which calls the default export after every run that changed the data, and after a
// change of the theme. The network stays the same object; only the differences are applied to it.
import { NetworkView } from "./view.mjs";

const PROTOCOL = 2;
const views = new WeakMap(); // mount point -> NetworkView

// Parses JSON text and remembers the last result. The same text gives the same object without being parsed again, so
// callers can see that nothing has changed.
class Letter {
  read(text) {
    if (text !== this.text) this.content = text === undefined ? undefined : JSON.parse(text);
    this.text = text;
    return this.content;
  }
}

export default function render({ data, parentElement, setStateValue, setTriggerValue }) {
  if (data?.protocol !== PROTOCOL) {
    throw new Error(
      `The page sent network protocol ${data?.protocol}, this script speaks ${PROTOCOL}: reload the page.`,
    );
  }
  const view = viewAt(parentElement);
  const call = ++view.calls;
  view.send = { state: setStateValue, trigger: setTriggerValue };
  view.update({ ...view.picture.read(data.picture), ...data, times: view.dates.read(data.times) });
  return () => {
    // Streamlit also runs the clean-up of calls that a newer call has replaced. Only the newest call may close.
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
    view = Object.assign(new NetworkView(root), { picture: new Letter(), dates: new Letter() });
    views.set(mount, view);
  }
  return view;
}
