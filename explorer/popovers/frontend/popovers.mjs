// @ts-check
// Streamlit draws a popover at the end of the page, so the Tab key would reach it last. While a popover is open, Tab
// cycles through it and its button, until Streamlit closes it on Escape.

const STOPS = "a[href], button, input, textarea, select, summary, [tabindex], [contenteditable=true]";

/**
 * @param {ParentNode} root
 * @returns {HTMLElement[]}
 */
function stopsIn(root) {
  return [...root.querySelectorAll("*")].flatMap((each) => [
    ...(isStop(each) ? [each] : []),
    ...(each.shadowRoot ? stopsIn(each.shadowRoot) : []),
  ]);
}

/**
 * @param {Element} each
 * @returns {each is HTMLElement}
 */
function isStop(each) {
  if (!(each instanceof HTMLElement)) return false;
  const shown =
    each.matches(STOPS) && !each.matches(":disabled") && each.checkVisibility({ visibilityProperty: true });
  return shown && each.tabIndex >= 0 && !isPassedOver(each);
}

// Skips the unchecked choices of a radio group, which the arrow keys reach.
/** @param {Element} each */
function isPassedOver(each) {
  const group = each.role === "radio" ? each.closest("[role=radiogroup]") : null;
  return Boolean(group?.querySelector("[role=radio][aria-checked=true]")) && each.ariaChecked === "false";
}

function focused() {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}

/** @param {KeyboardEvent} event */
function goRound(event) {
  if (event.key !== "Tab" || event.ctrlKey || event.altKey || event.metaKey) return;
  const body = document.querySelector("[data-testid=stPopoverBody]");
  const button = document.querySelector("[data-testid=stPopoverButton][aria-expanded=true]");
  if (!body || !(button instanceof HTMLElement)) return;
  const round = [button, ...stopsIn(body)];
  const at = round.indexOf(/** @type {HTMLElement} */ (focused()));
  if (at < 0 || round.length < 2) return;
  const next = round[(at + (event.shiftKey ? -1 : 1) + round.length) % round.length];
  next.focus({ focusVisible: true });
  if (focused() === next) event.preventDefault(); // otherwise Tab continues through the page
}

export default function () {
  if (document.documentElement.dataset.popovers) return; // one listener serves every page
  document.documentElement.dataset.popovers = "reached";
  document.addEventListener("keydown", goRound, true);
}
