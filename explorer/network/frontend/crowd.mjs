// Boxes on the canvas, found by where they are: a name is compared with its surroundings, not with a thousand nodes.

const CELL = 64; // pixels; about the width of a name
const ROWS = 4096; // more than any canvas has

export class Crowd {
  #cells = new Map(); // number of a cell -> boxes that reach into it

  add(box) {
    for (const cell of this.#cellsOf(box)) {
      if (!this.#cells.has(cell)) this.#cells.set(cell, []);
      this.#cells.get(cell).push(box);
    }
  }

  // Whether one of the boxes covers this one in part, of those that `counts`.
  meets(box, counts = () => true) {
    return this.#cellsOf(box).some((cell) => (this.#cells.get(cell) ?? []).some((other) => overlap(box, other) && counts(other)));
  }

  #cellsOf({ left, top, right, bottom }) {
    const cells = [];
    for (let column = Math.floor(left / CELL); column <= Math.floor(right / CELL); column += 1) {
      for (let row = Math.floor(top / CELL); row <= Math.floor(bottom / CELL); row += 1) cells.push(column * ROWS + row);
    }
    return cells;
  }
}

function overlap(one, other) {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
