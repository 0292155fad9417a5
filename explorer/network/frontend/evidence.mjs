// @ts-check
// The panel of an exported page: the claims behind the edges that are selected. All texts come from the news; they are
// shown with textContent, and the addresses of links are checked.
import { element } from "./stage.mjs";

export class EvidencePanel {
  /**
   * @param {HTMLElement} box
   * @param {Messages.ExportedEvidence} evidence
   * @param {{ say(text: string): string, closed(): void }} host `closed` is called when the reader closes the panel
   */
  constructor(box, evidence, host) {
    this.box = box;
    this.evidence = evidence;
    this.host = host;
    box.setAttribute("aria-label", host.say("Evidence"));
    box.addEventListener("keydown", (event) => event.key === "Escape" && this.#close());
  }

  #close() {
    this.box.hidden = true;
    this.host.closed();
  }

  /**
   * Shows the claims of these edges; without edges it hides the panel.
   * @param {string[]} edges
   */
  show(edges) {
    const { box, evidence } = this;
    box.hidden = edges.length === 0;
    if (box.hidden) return;
    const close = element("button", { type: "button", class: "close" }, this.host.say("Close"));
    close.addEventListener("click", () => this.#close());
    const places = edges.flatMap((edge) => (Object.hasOwn(evidence.edges, edge) ? evidence.edges[edge] : []));
    const ties = [...new Set(places)].map((place) => this.#tie(evidence.ties[place]));
    const nothing = element("p", {}, this.host.say("No claim of this tie passes the lens and the filters."));
    box.replaceChildren(
      close,
      ...(ties.length ? ties : [element("h2", {}, this.host.say("Evidence")), nothing]),
    );
    box.scrollTop = 0;
  }

  /** @param {Messages.ExportedTie} tie */
  #tie({ head, sign, claims, cut }) {
    const cards = claims.map((claim) => this.#claim(claim));
    const missing = cut ? [element("p", { class: "cut" }, cut)] : [];
    return element("section", { class: `tie ${sign}` }, element("h2", {}, head), ...missing, ...cards);
  }

  /** @param {Messages.ExportedClaim} claim */
  #claim({ what, sentence, source, marks, rejected, url }) {
    return element(
      "article",
      rejected ? { class: "rejected" } : {},
      element("p", { class: "what" }, what),
      element("blockquote", {}, sentence),
      element("p", {}, source, ...this.#link(url)),
      element("p", {}, marks),
    );
  }

  /** @param {string | undefined} url */
  #link(url) {
    if (!url || !/^https?:\/\//i.test(url)) return [];
    const link = element("a", { href: url, target: "_blank", rel: "noopener noreferrer" });
    link.append(this.host.say("original ↗"));
    return [" · ", link];
  }
}
