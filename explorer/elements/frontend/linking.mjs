// @ts-check
// Copies the address of the page, which has all that is needed to show the same again.

const SHOWN = 2_500; // milliseconds

/**
 * Copies the address, and says over the page whether that succeeded.
 * @param {HTMLElement} paper
 * @param {Messages.SentCopyLink} wanted
 */
export async function copyLink(paper, { copied, refused }) {
  const note = document.createElement("div");
  note.className = "status copied";
  note.setAttribute("role", "status");
  paper.parentElement?.append(note);
  note.textContent = (await hasCopied(location.href)) ? copied : refused;
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
