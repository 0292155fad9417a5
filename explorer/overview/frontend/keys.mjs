// @ts-check
// What the keys of the overview do.

const ZOOM = 1.6;

/**
 * @typedef {object} Keyed
 * @property {{ zoom(factor: number): void, pan(right: number, up: number): void, fit(): void }} scene
 * @property {(by: number) => void} step
 * @property {() => void} toggleStepped
 * @property {() => void} escape
 */

/** @type {Record<string, (board: Keyed) => void>} */
const ACTS = {
  ArrowLeft: ({ scene }) => scene.pan(-1, 0),
  ArrowRight: ({ scene }) => scene.pan(1, 0),
  ArrowUp: ({ scene }) => scene.pan(0, 1),
  ArrowDown: ({ scene }) => scene.pan(0, -1),
  "+": ({ scene }) => scene.zoom(ZOOM),
  "=": ({ scene }) => scene.zoom(ZOOM),
  "-": ({ scene }) => scene.zoom(1 / ZOOM),
  f: ({ scene }) => scene.fit(),
  "]": (board) => board.step(1),
  "[": (board) => board.step(-1),
  Enter: (board) => board.toggleStepped(),
  Escape: (board) => board.escape(),
};

/**
 * Does what a key stands for, and keeps the key from the page; other keys are left alone.
 * @param {KeyboardEvent} event
 * @param {Keyed} board
 */
export function press(event, board) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const act = ACTS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (!act) return;
  event.preventDefault();
  event.stopPropagation();
  act(board);
}
