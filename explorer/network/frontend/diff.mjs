// @ts-check
// Compares two snapshots of nodes or edges that Python sent.

const WORDS = new Set([
  "label",
  "title",
  "kind",
  "degree",
  "sign",
  "verdict",
  "voices",
  "mark",
  "members",
  "status",
  "denial",
  "origin",
  "community",
]);

/**
 * The properties of an item for vis-network, without names and tooltips: we draw those ourselves, as text.
 * @param {Messages.DrawnNode | Messages.DrawnEdge} item
 */
export function drawn(item) {
  return Object.fromEntries(Object.entries(item).filter(([key]) => !WORDS.has(key)));
}

/** @template {{ id: string, x?: number, y?: number }} Item */
export class Snapshot {
  /** @type {Map<string, { item: Item, json: string }>} */
  #items = new Map();
  /** @type {Item[] | null} */
  #taken = null; // the last list of items, to recognise it

  /** @param {Item[]} items */
  constructor(items) {
    this.advance(items);
  }

  /** @param {string} id */
  get(id) {
    return this.#items.get(id)?.item;
  }

  values() {
    return [...this.#items.values()].map(({ item }) => item);
  }

  /**
   * Stores `items` as the current state. Returns the new items, the changed items, the changed items with a new
   * position, and the ids that are gone.
   * @param {Item[]} items
   * @returns {{ fresh: Item[], changed: Item[], moved: Item[], gone: string[] }}
   */
  advance(items) {
    if (items === this.#taken) return { fresh: [], changed: [], moved: [], gone: [] };
    this.#taken = items;
    const next = new Map();
    const fresh = [];
    const changed = [];
    const moved = [];
    for (const item of items) {
      const json = JSON.stringify(item);
      const old = this.#items.get(item.id);
      if (!old) fresh.push(item);
      else if (old.json !== json) {
        changed.push(item);
        if (old.item.x !== item.x || old.item.y !== item.y) moved.push(item);
      }
      next.set(item.id, { item, json });
    }
    const gone = [...this.#items.keys()].filter((id) => !next.has(id));
    this.#items = next;
    return { fresh, changed, moved, gone };
  }
}
