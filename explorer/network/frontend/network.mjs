// Streamlit's door to the network. Streamlit calls the default export after every run whose data changed, and
// when the theme changed; the picture stays the same object, and only the difference is applied to it.
import { NetworkView } from "./view.mjs";

const PROTOCOL = 2;
const views = new WeakMap(); // mount point -> NetworkView

// What is large comes as text. The same text is not read twice, and gives the same object, so that it is known at
// once that nothing has changed.
class Letter {
  read(text) {
    if (text !== this.text) this.content = text === undefined ? undefined : JSON.parse(text);
    this.text = text;
    return this.content;
  }
}

export default function render({ data, parentElement, setStateValue, setTriggerValue }) {
  if (data?.protocol !== PROTOCOL) {
    throw new Error(`The page sent network protocol ${data?.protocol}, this script speaks ${PROTOCOL}: reload the page.`);
  }
  const view = viewAt(parentElement);
  const call = ++view.calls;
  view.send = { state: setStateValue, trigger: setTriggerValue };
  view.update({ ...view.picture.read(data.picture), ...data, times: view.dates.read(data.times) });
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
    views.set(mount, (view = Object.assign(new NetworkView(root), { picture: new Letter(), dates: new Letter() })));
  }
  return view;
}
