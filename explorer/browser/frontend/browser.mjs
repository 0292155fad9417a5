// Cookies, the keys that undo and redo on every page, and what other tabs change. One listener serves the page:
// Streamlit may evaluate this module again, so what it knows is kept at the window.

const YEAR = 31_536_000; // seconds

window.konstelasiBrowser ??= { told: null, written: "", tabs: new BroadcastChannel("konstelasi") };
const known = window.konstelasiBrowser;

function cookie(name) {
  const found = document.cookie.split("; ").find((each) => each.startsWith(`${name}=`));
  return found ? found.slice(name.length + 1) : "";
}

function write({ token, cookies }) {
  if (!token || token === known.written) return;
  known.written = token;
  const secure = location.protocol === "https:" ? "; Secure" : "";
  for (const [name, value] of Object.entries(cookies)) {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API exists on secure pages only
    document.cookie = `${name}=${value}; Path=/; Max-Age=${YEAR}; SameSite=Lax${secure}`;
  }
  known.tabs.postMessage("written");
}

// Another tab may have said who judges.
function compare() {
  if (!known.told) return;
  const { data, setTriggerValue } = known.told;
  const kept = cookie(data.name);
  if (kept && kept !== data.reader) setTriggerValue("reader", kept);
}

function isTyping(event) {
  const [target] = event.composedPath();
  if (!(target instanceof Element)) return false;
  if (target.matches("textarea, select, [contenteditable=true]")) return true;
  return target.matches("input") && !["button", "checkbox", "radio", "range"].includes(target.type);
}

function pressed(event) {
  const key = event.key.toLowerCase();
  if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== "z" && key !== "y")) return;
  if (isTyping(event) || document.querySelector("[data-testid=stDialog]")) return;
  event.preventDefault();
  known.told?.setTriggerValue(key === "z" && !event.shiftKey ? "undo" : "redo", true);
}

export default function ({ data, setTriggerValue }) {
  const first = known.told === null;
  known.told = { data, setTriggerValue };
  write(data);
  if (!first) return;
  window.addEventListener("keydown", pressed, true);
  document.addEventListener("visibilitychange", () => document.hidden || compare());
  known.tabs.addEventListener("message", compare);
}
