// @ts-check
// Reports the reader's actions to Python, each with a number.

let events = 0; // number of the last event sent; it outlives a view, because Python remembers it as well

/** @typedef {Messages.NetworkTriggers} Triggers */

/**
 * The event with the next number.
 * @template What
 * @param {What} what
 * @returns {What & { n: number }}
 */
export function numbered(what) {
  events += 1;
  return { ...what, n: events };
}

/**
 * Whether Python knew all events when it sent this; otherwise the reader has acted since.
 * @param {{ seen?: number }} data
 */
export function areSeen({ seen }) {
  return seen !== undefined && seen >= events;
}

/** @type {(one: Messages.SelectedItems, other: Messages.SelectedItems | null) => boolean} */
export function isSame(one, other) {
  return JSON.stringify([one.nodes, one.edges]) === JSON.stringify([other?.nodes, other?.edges]);
}

export class Reports {
  /** @type {(name: "selection", value: Messages.SelectionEvent) => void} */
  state = () => {};
  /** @type {<Name extends keyof Triggers>(name: Name, value: Triggers[Name]) => void} */
  trigger = () => {};

  /**
   * Reports the selection, which Python sees until it changes.
   * @param {Messages.SelectedItems} selected
   */
  select({ nodes, edges }) {
    this.state("selection", numbered({ nodes, edges }));
  }

  /**
   * Asks Python for an act of `explorer/acts`, which has no number: what the page knows does not depend on it.
   * @param {Triggers["act"]} act
   */
  perform(act) {
    this.trigger("act", act);
  }

  /**
   * Sends an event that Python sees for one run.
   * @template {Exclude<keyof Triggers, "act">} Name
   * @param {Name} name
   * @param {Omit<Triggers[Name], "n">} what
   */
  tell(name, what) {
    this.trigger(name, /** @type {Triggers[Name]} */ (numbered(what)));
  }
}
