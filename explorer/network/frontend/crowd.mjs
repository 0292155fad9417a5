// A grid index of boxes on the canvas, so that a name is only compared with the boxes near it.

const CELL = 64; // pixels; about the width of a name
const ROWS = 4096; // more rows of cells than any canvas has

export class Crowd {
  #cells = new Map(); // cell number -> boxes that overlap the cell

  add(box) {
    for (const cell of this.#cellsOf(box)) {
      if (!this.#cells.has(cell)) this.#cells.set(cell, []);
      this.#cells.get(cell).push(box);
    }
  }

  // Whether this box overlaps a box that passes the test `counts`.
  meets(box, counts = () => true) {
    return this.#cellsOf(box).some((cell) =>
      (this.#cells.get(cell) ?? []).some((other) => overlap(box, other) && counts(other)),
    );
  }

  #cellsOf({ left, top, right, bottom }) {
    const cells = [];
    for (let column = Math.floor(left / CELL); column <= Math.floor(right / CELL); column += 1) {
      for (let row = Math.floor(top / CELL); row <= Math.floor(bottom / CELL); row += 1)
        cells.push(column * ROWS + row);
    }
    return cells;
  }
}

function overlap(one, other) {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
