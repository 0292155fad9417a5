// @ts-check
// Streamlit reports the text of a text area when the reader leaves it. A reload would lose what they typed since, so
// that a pause in typing reports it as well, in the way of the keys by which Streamlit reports it: Control and Enter.

const PAUSE = 600; // milliseconds

/** @type {WeakMap<HTMLTextAreaElement, ReturnType<typeof setTimeout>>} */
const pauses = new WeakMap();

/** Has text areas report what is typed after a pause; those of forms wait for their button. */
export function reportPauses() {
  document.addEventListener("input", typed, true);
}

/** @param {Event} event */
function typed(event) {
  const { target: area } = event;
  if (!(area instanceof HTMLTextAreaElement) || !area.closest("[data-testid=stTextArea]")) return;
  if (area.closest("[data-testid=stForm]")) return;
  clearTimeout(pauses.get(area));
  if (!(event instanceof InputEvent && event.isComposing)) pauses.set(area, setTimeout(report, PAUSE, area));
}

/** @param {HTMLTextAreaElement} area */
function report(area) {
  area.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", ctrlKey: true, bubbles: true }));
}
