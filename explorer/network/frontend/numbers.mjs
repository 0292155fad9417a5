// @ts-check

/** The code of the language of the texts; its translation is the code of the reader's language. */
const LANGUAGE = "en";

/**
 * A whole number with the separators of the reader's language, into which `host.say` translates.
 * @type {(number: number, host: { say(text: string): string }) => string}
 */
export function grouped(number, host) {
  return number.toLocaleString(host.say(LANGUAGE));
}
