// @ts-check
// A grid index of boxes on the canvas, so that a name is only compared with the boxes near it.

const CELL = 64; // pixels; about the width of a name
const ROWS = 4096; // more rows of cells than any canvas has

/** @typedef {{ left: number, top: number, right: number, bottom: number }} Box */

/** @template {Box} B */
export class Crowd {
  /** @type {Map<number, B[]>} */
  #cells = new Map(); // cell number -> boxes that overlap the cell

  /** @param {B} box */
  add(box) {
    for (const cell of cellsOf(box)) {
      const boxes = this.#cells.get(cell);
      if (boxes) boxes.push(box);
      else this.#cells.set(cell, [box]);
    }
  }

  /**
   * Whether this box overlaps a box that passes the test `counts`.
   * @param {Box} box
   * @param {(other: B) => boolean} [counts]
   */
  meets(box, counts = () => true) {
    return cellsOf(box).some((cell) =>
      (this.#cells.get(cell) ?? []).some((other) => overlap(box, other) && counts(other)),
    );
  }
}

/** @param {Box} box */
function cellsOf({ left, top, right, bottom }) {
  const cells = [];
  for (let column = Math.floor(left / CELL); column <= Math.floor(right / CELL); column += 1) {
    for (let row = Math.floor(top / CELL); row <= Math.floor(bottom / CELL); row += 1)
      cells.push(column * ROWS + row);
  }
  return cells;
}

/**
 * @param {Box} one
 * @param {Box} other
 */
function overlap(one, other) {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
