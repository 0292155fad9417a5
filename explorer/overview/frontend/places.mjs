// @ts-check
// A grid of the nodes by their positions: what is near a point is found without looking at all nodes.

/** @typedef {{ x: number, y: number }} Place */

export class Places {
  /** @type {Map<number, number[]>} */
  #cells = new Map();

  /**
   * @param {number[]} x
   * @param {number[]} y whole numbers
   * @param {number} cell the width of a cell
   */
  constructor(x, y, cell) {
    this.x = x;
    this.y = y;
    this.cell = cell;
    x.forEach((_, node) => {
      const key = this.#key(Math.floor(x[node] / cell), Math.floor(y[node] / cell));
      const nodes = this.#cells.get(key);
      if (nodes) nodes.push(node);
      else this.#cells.set(key, [node]);
    });
  }

  /** @type {(column: number, row: number) => number} */
  #key(column, row) {
    return column * 65536 + row;
  }

  /**
   * The node nearest to a point within a distance, or null.
   * @param {Place} place
   * @param {number} reach
   */
  nearest(place, reach) {
    let [nearest, least] = [/** @type {number | null} */ (null), reach];
    for (const node of this.#around(place, reach)) {
      const distance = Math.hypot(this.x[node] - place.x, this.y[node] - place.y);
      if (distance <= least) [nearest, least] = [node, distance];
    }
    return nearest;
  }

  /**
   * @param {Place} place
   * @param {number} reach
   */
  *#around({ x, y }, reach) {
    const [left, right, low, high] = [x - reach, x + reach, y - reach, y + reach].map((each) =>
      Math.floor(each / this.cell),
    );
    for (let column = left; column <= right; column += 1)
      for (let row = low; row <= high; row += 1) yield* this.#cells.get(this.#key(column, row)) ?? [];
  }
}
