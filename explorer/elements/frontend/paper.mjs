// @ts-check
// Draws the elements of explorer/elements/element.py. Text is only ever set as text; no markup is parsed.

import { copyLink } from "./linking.mjs";
import { save } from "./saving.mjs";

const TAGS = new Set([
  "a",
  "article",
  "button",
  "dd",
  "details",
  "div",
  "dl",
  "dt",
  "em",
  "h2",
  "h3",
  "h4",
  "li",
  "mark",
  "ol",
  "p",
  "section",
  "small",
  "span",
  "strong",
  "summary",
  "table",
  "tbody",
  "td",
  "th",
  "thead",
  "time",
  "tr",
  "ul",
]);
const WEB = /^https?:\/\//i;

/**
 * @typedef {Messages.SentElement} Part
 * @typedef {Component<Messages.ElementsData, Messages.ElementsTriggers>} Call
 * @typedef {{ drawn: string, listens: boolean }} Known the content as last drawn, and whether it listens for keys
 */

/** @type {WeakMap<HTMLElement, Known>} */
const papers = new WeakMap();

/**
 * @param {Part | string} part
 * @returns {Node}
 */
function build(part) {
  if (typeof part === "string") return document.createTextNode(part);
  const node = document.createElement(TAGS.has(part.tag) ? part.tag : "span");
  style(node, part);
  if (node instanceof HTMLAnchorElement && WEB.test(part.href ?? "")) linkTo(node, part.href ?? "");
  if (part.act) {
    if (node.tagName === "LI") return listed(part);
    node.dataset.act = JSON.stringify(part.act);
    if (node.tagName !== "BUTTON") makeReachable(node);
  }
  if (node instanceof HTMLButtonElement) node.type = "button";
  if (part.keys) nameKeys(node, part.keys);
  node.append(...(part.children ?? []).map(build));
  return node;
}

/** @type {(node: HTMLElement, part: Part) => void} */
function style(node, { tag, look, hint }) {
  if (look) node.className = look;
  if (look === "status") node.setAttribute("role", "status");
  if (hint) node.title = hint;
  if (hint && tag === "button") node.setAttribute("aria-label", hint);
}

/** @type {(node: HTMLElement, keys: string) => void} */
function nameKeys(node, keys) {
  const names = [...keys].map((key) => (key === " " ? "Space" : key));
  node.dataset.keys = keys;
  node.setAttribute("aria-keyshortcuts", names.join(" "));
}

/** @type {(node: HTMLAnchorElement, address: string) => void} */
function linkTo(node, address) {
  node.href = address;
  node.target = "_blank";
  node.rel = "noopener noreferrer";
  node.referrerPolicy = "no-referrer";
}

/**
 * A list item cannot be a button as well, because screen readers would not see the list. The button fills the item.
 * @param {Part} part
 */
function listed(part) {
  const item = document.createElement("li");
  item.className = "holder";
  item.append(build({ ...part, tag: "div", look: `line ${part.look ?? ""}`.trim() }));
  return item;
}

/** @param {HTMLElement} node */
function makeReachable(node) {
  node.tabIndex = 0;
  node.setAttribute("role", "button");
}

/**
 * The elements in the paper with this data attribute.
 * @type {(paper: HTMLElement, name: "act" | "keys") => HTMLElement[]}
 */
function withData(paper, name) {
  return [...paper.querySelectorAll(`[data-${name}]`)].filter((node) => node instanceof HTMLElement);
}

/**
 * The act of the element that was clicked, or undefined.
 * @param {EventTarget | null} target
 * @returns {Messages.SentAct | Messages.SentFocus | Messages.SentSave | Messages.SentCopyLink | undefined}
 */
function actOf(target) {
  const text = target instanceof Element && target.closest("[data-act]")?.getAttribute("data-act");
  return text ? JSON.parse(text) : undefined;
}

/**
 * Redraws changed content. Keeps the keyboard focus, and keeps details open if the subject is the same.
 * @type {(paper: HTMLElement, data: Messages.ElementsData) => void}
 */
function redraw(paper, { content, subject }) {
  const root = /** @type {Document | ShadowRoot} */ (paper.getRootNode());
  const focused = root.activeElement?.getAttribute("data-act");
  const open = [...paper.querySelectorAll("details")].map((details) => details.open);
  const sameSubject = paper.dataset.subject === subject;
  paper.replaceChildren(...content.map(build));
  paper.dataset.subject = subject;
  if (sameSubject) {
    for (const [at, details] of paper.querySelectorAll("details").entries()) details.open = open[at] ?? false;
  }
  if (focused)
    withData(paper, "act")
      .find((node) => node.dataset.act === focused)
      ?.focus();
}

/** @param {string} name */
function focusFirstField(name) {
  const container = document.querySelector(`.st-key-${CSS.escape(name)}`);
  (container?.querySelector("textarea") ?? container?.querySelector("input"))?.focus();
}

/**
 * The field in which the reader types, or undefined.
 * @param {Event} event
 */
function fieldOf(event) {
  const [target] = event.composedPath();
  const isField =
    target instanceof HTMLElement && target.matches("input, textarea, select, [contenteditable=true]");
  return isField ? target : undefined;
}

/**
 * Keyboard shortcuts click buttons, except while the reader types in a field; Escape leaves the field. Handled before
 * Streamlit, which has its own shortcuts R and C.
 * @param {HTMLElement} paper
 */
function listenForKeys(paper) {
  /** @param {KeyboardEvent} event */
  const pressed = (event) => {
    if (!paper.isConnected) return window.removeEventListener("keydown", pressed, true);
    if (!event.key || event.ctrlKey || event.metaKey || event.altKey) return; // one without a key fills in a form
    const field = fieldOf(event);
    if (field && event.key === "Escape") field.blur();
    const key = event.key.toLowerCase();
    const button = field
      ? undefined
      : withData(paper, "keys").find((node) => node.dataset.keys?.includes(key));
    if (!button) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    button.click();
  };
  window.addEventListener("keydown", pressed, true);
}

/** @param {Call} call */
export default function ({ parentElement, data, setTriggerValue }) {
  const paper = /** @type {HTMLElement} */ (parentElement.querySelector(".paper"));
  const known = papers.get(paper) ?? { drawn: "", listens: false };
  papers.set(paper, known);
  const text = JSON.stringify(data);
  if (known.drawn !== text) {
    redraw(paper, data);
    known.drawn = text;
    paper.querySelector(".here")?.scrollIntoView({ block: "nearest" });
  }
  if (!known.listens && withData(paper, "keys").length) {
    listenForKeys(paper);
    known.listens = true;
  }
  /** @param {Event} event */
  const tell = (event) => {
    const act = actOf(event.target);
    if (!act) return;
    if ("focus" in act) focusFirstField(act.focus);
    else if ("save" in act) save(act);
    else if ("copied" in act) copyLink(paper, act);
    else setTriggerValue("act", act);
  };
  paper.onclick = tell;
  paper.onkeydown = (event) => {
    const { target, key } = event;
    if (target instanceof HTMLButtonElement || !["Enter", " "].includes(key)) return;
    if (actOf(target)) event.preventDefault();
    tell(event);
  };
}
