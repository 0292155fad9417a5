// @ts-check
// Finds actors of the overview by name.

/**
 * A name without case and marks, by which spellings are compared.
 * @param {string} text
 */
export function folded(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
}

export class Names {
  /** @param {string[]} names those of the best known nodes first */
  constructor(names) {
    this.folded = names.map(folded);
  }

  /**
   * The numbers of the nodes whose name has this text in it: whole names first, then beginnings, then others.
   * @param {string} text
   * @param {number} most
   */
  find(text, most) {
    const sought = folded(text);
    if (!sought) return [];
    /** @type {number[][]} */
    const found = [[], [], []];
    this.folded.forEach((name, node) => {
      const at = name.indexOf(sought);
      if (at < 0) return;
      const rank = name === sought ? 0 : at === 0 ? 1 : 2;
      found[rank].push(node);
    });
    return found.flat().slice(0, most);
  }
}
