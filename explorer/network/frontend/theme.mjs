// @ts-check
// Colours and font of the page, from the custom properties that Streamlit or the exported page sets.

/** @typedef {ReturnType<typeof readTheme>} Theme */

/** @param {Element} element */
export function readTheme(element) {
  const style = getComputedStyle(element);
  /** @type {(name: string, otherwise: string) => string} */
  const read = (name, otherwise) => style.getPropertyValue(name).trim() || otherwise;
  return {
    background: read("--st-background-color", "#ffffff"),
    text: read("--st-text-color", "#31333f"),
    accent: read("--st-primary-color", "#ff4b4b"),
    muted: read("--st-gray-color", "#8a9099"),
    font: read("--st-font", "sans-serif"),
  };
}

export const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
