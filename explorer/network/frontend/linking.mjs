// @ts-check
// Copies the address of the page, which has all that is needed to show the same network again.
import { element } from "./stage.mjs";

const SHOWN = 2_500; // milliseconds

/**
 * @typedef {{ root: HTMLElement, stage: { say(text: string): void }, say(text: string): string }} LinkingHost
 */

/** @param {LinkingHost} host */
export async function copyLink(host) {
  const copied = await hasCopied(location.href);
  const said = host.say(
    copied ? "Link copied" : "The link could not be copied: copy it from the address bar",
  );
  host.stage.say(said);
  const note = element("div", { class: "copied" }, said);
  host.root.append(note);
  setTimeout(() => note.remove(), SHOWN);
}

/** @param {string} text */
async function hasCopied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false; // the page is not served securely, or the reader has forbidden it
  }
}
