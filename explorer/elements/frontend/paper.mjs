// Draws the elements of explorer/elements/element.py. Text is only ever set as text; no markup is parsed.

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

function build(part) {
  if (typeof part === "string") return document.createTextNode(part);
  const node = document.createElement(TAGS.has(part.tag) ? part.tag : "span");
  style(node, part);
  if (part.tag === "a" && WEB.test(part.href ?? "")) linkTo(node, part.href);
  if (part.act) {
    if (node.tagName === "LI") return listed(part);
    node.dataset.act = JSON.stringify(part.act);
    if (node.tagName !== "BUTTON") makeReachable(node);
  }
  if (part.tag === "button") node.type = "button";
  if (part.keys) nameKeys(node, part.keys);
  node.append(...(part.children ?? []).map(build));
  return node;
}

function style(node, { tag, look, hint }) {
  if (look) node.className = look;
  if (look === "status") node.setAttribute("role", "status");
  if (hint) node.title = hint;
  if (hint && tag === "button") node.setAttribute("aria-label", hint);
}

function nameKeys(node, keys) {
  const names = [...keys].map((key) => (key === " " ? "Space" : key));
  node.dataset.keys = keys;
  node.setAttribute("aria-keyshortcuts", names.join(" "));
}

function linkTo(node, address) {
  node.href = address;
  node.target = "_blank";
  node.rel = "noopener noreferrer";
  node.referrerPolicy = "no-referrer";
}

// A list item cannot be a button as well, because screen readers would not see the list. The button fills the item.
function listed(part) {
  const item = document.createElement("li");
  item.className = "holder";
  item.append(build({ ...part, tag: "div", look: `line ${part.look ?? ""}`.trim() }));
  return item;
}

function makeReachable(node) {
  node.tabIndex = 0;
  node.setAttribute("role", "button");
}

function actOf(event) {
  const node = event.target.closest("[data-act]");
  return node && JSON.parse(node.dataset.act);
}

// Redraws changed content. Keeps the keyboard focus, and keeps details open if the subject is the same.
function redraw(paper, { content, subject }) {
  const root = paper.getRootNode();
  const focused = root.activeElement?.dataset?.act;
  const open = [...paper.querySelectorAll("details")].map((details) => details.open);
  const sameSubject = paper.dataset.subject === subject;
  paper.replaceChildren(...content.map(build));
  paper.dataset.subject = subject;
  if (sameSubject)
    paper.querySelectorAll("details").forEach((details, i) => {
      details.open = open[i] ?? false;
    });
  if (focused)
    [...paper.querySelectorAll("[data-act]")].find((node) => node.dataset.act === focused)?.focus();
}

function focusFirstField(name) {
  const container = document.querySelector(`.st-key-${CSS.escape(name)}`);
  (container?.querySelector("textarea") ?? container?.querySelector("input"))?.focus();
}

function isTyping(event) {
  const [target] = event.composedPath();
  return target instanceof Element && target.matches("input, textarea, select, [contenteditable=true]");
}

// Keyboard shortcuts click buttons, except while the reader types in a field; Escape leaves the field. Handled before
// Streamlit, which has its own shortcuts R and C.
function listenForKeys(paper) {
  const pressed = (event) => {
    if (!paper.isConnected) return window.removeEventListener("keydown", pressed, true);
    if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
    if (isTyping(event)) {
      if (event.key === "Escape") event.composedPath()[0].blur();
      return undefined;
    }
    const button = [...paper.querySelectorAll("[data-keys]")].find((node) =>
      node.dataset.keys.includes(event.key.toLowerCase()),
    );
    if (!button) return undefined;
    event.preventDefault();
    event.stopImmediatePropagation();
    return button.click();
  };
  window.addEventListener("keydown", pressed, true);
}

export default function ({ parentElement, data, setTriggerValue }) {
  const paper = parentElement.querySelector(".paper");
  const text = JSON.stringify(data);
  if (paper.__drawn !== text) {
    redraw(paper, data);
    paper.__drawn = text;
    paper.querySelector(".here")?.scrollIntoView({ block: "nearest" });
  }
  const tell = (event) => {
    const act = actOf(event);
    if (act?.focus) focusFirstField(act.focus);
    else if (act) setTriggerValue("act", act);
  };
  if (!paper.__listens && paper.querySelector("[data-keys]")) {
    listenForKeys(paper);
    paper.__listens = true;
  }
  paper.onclick = tell;
  paper.onkeydown = (event) => {
    if (event.target.tagName === "BUTTON" || !["Enter", " "].includes(event.key)) return;
    if (actOf(event)) event.preventDefault();
    tell(event);
  };
}
