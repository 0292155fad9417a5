// @ts-check
// Cookies, the keys that undo, redo and search on every page, and what other tabs change. One listener serves the page:
// Streamlit may evaluate this module again, so what it knows is kept at the window.

import { reportPauses } from "./typing.mjs";

const YEAR = 31_536_000; // seconds

/**
 * @typedef {Component<Messages.BrowserData, Messages.BrowserTriggers>} Call
 * @typedef {{ told: Pick<Call, "data" | "setTriggerValue"> | null, written: string, tabs: BroadcastChannel }} Known
 *   what Python said last, and the token of the cookies that were last written
 */

const page = /** @type {Window & { konstelasiBrowser?: Known }} */ (window);
page.konstelasiBrowser ??= { told: null, written: "", tabs: new BroadcastChannel("konstelasi") };
const known = page.konstelasiBrowser;

/** @param {string} name */
function cookie(name) {
  const found = document.cookie.split("; ").find((each) => each.startsWith(`${name}=`));
  return found ? found.slice(name.length + 1) : "";
}

/** @param {Messages.BrowserData} data */
function write({ token, cookies }) {
  if (!token || token === known.written) return;
  known.written = token;
  const secure = location.protocol === "https:" ? "; Secure" : "";
  for (const [name, value] of Object.entries(cookies)) {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API exists on secure pages only
    document.cookie = `${name}=${value}; Path=/; Max-Age=${YEAR}; SameSite=Lax${secure}`;
  }
  known.tabs.postMessage(cookies); // a browser may show them to other tabs only after the message
}

/**
 * Another tab may have said who judges.
 * @param {(name: string) => string | undefined} kept the value of a cookie
 */
function compare(kept) {
  if (!known.told) return;
  const { data, setTriggerValue } = known.told;
  const reader = kept(data.name);
  if (reader && reader !== data.reader) setTriggerValue("reader", reader);
}

/** @param {Event} event */
function isTyping(event) {
  const [target] = event.composedPath();
  if (!(target instanceof Element)) return false;
  if (target.matches("textarea, select, [contenteditable=true]")) return true;
  return (
    target instanceof HTMLInputElement && !["button", "checkbox", "radio", "range"].includes(target.type)
  );
}

/**
 * @param {KeyboardEvent} event
 * @returns {"undo" | "redo" | "search" | undefined}
 */
function askedBy({ key: pressed, ctrlKey, metaKey, altKey, shiftKey }) {
  const key = pressed?.toLowerCase(); // a browser that fills in a form sends events without a key
  if (altKey) return undefined;
  if (!ctrlKey && !metaKey) return key === "/" ? "search" : undefined;
  if (key === "y") return "redo";
  if (key === "z") return shiftKey ? "redo" : "undo";
  return undefined;
}

/** @param {KeyboardEvent} event */
function pressed(event) {
  const asked = askedBy(event);
  if (!asked || isTyping(event) || document.querySelector("[data-testid=stDialog]")) return;
  event.preventDefault();
  if (asked !== "search" || !searchField()) known.told?.setTriggerValue(asked, true);
  if (asked === "search") focusWhenDrawn();
}

/** @returns {HTMLInputElement | null} */
function searchField() {
  return document.querySelector(".st-key-everything input");
}

// The field is drawn by the answer to the key.
function focusWhenDrawn(triesLeft = 200) {
  const field = searchField();
  if (field) field.focus();
  else if (triesLeft) setTimeout(focusWhenDrawn, 50, triesLeft - 1);
}

/** @param {Call} call */
export default function ({ data, setTriggerValue }) {
  const first = known.told === null;
  known.told = { data, setTriggerValue };
  write(data);
  if (!first) return;
  reportPauses();
  window.addEventListener("keydown", pressed, true);
  document.addEventListener("visibilitychange", () => document.hidden || compare(cookie));
  known.tabs.addEventListener("message", ({ data: written }) => compare((name) => written[name]));
}
