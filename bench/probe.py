"""Measures inside the page the time from a key or mouse press until the page stops changing."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

_SCRIPT = """() => {
    const textOf = (root) => [...root.childNodes].map((node) =>
        node.nodeType === Node.TEXT_NODE ? node.data
            : node.tagName === 'STYLE' || node.tagName === 'SCRIPT' ? ''
            : textOf(node.shadowRoot ?? node) + (node.value ?? '')).join('|');
    const view = () => [...document.querySelectorAll('*')]
        .map((element) => element.shadowRoot?.querySelector('.network')?.networkView).find(Boolean);
    const look = () => {
        const panel = document.querySelector('.st-key-panel');
        probe.view = probe.view?.root.isConnected ? probe.view.root.networkView : view();
        const drawn = probe.view;
        return `${panel ? textOf(panel) : ''} ${drawn?.nodes?.length} ${drawn?.edges?.length}`;
    };
    window.probe ??= { pressed: 0, changed: 0, seen: '' };
    if (probe.running) return;
    probe.running = true;
    for (const kind of ['pointerdown', 'keydown']) {
        addEventListener(kind, () => { probe.pressed = performance.now(); }, true);
    }
    const watch = () => {
        const seen = look();
        if (seen !== probe.seen) [probe.seen, probe.changed] = [seen, performance.now()];
        requestAnimationFrame(watch);
    };
    watch();
}"""
_STANDS_STILL = """(quiet) => probe.changed > probe.pressed
    ? performance.now() - probe.changed > quiet : performance.now() - probe.pressed > 5 * quiet"""


class Probe:
    """Watches the panel's text and the number of nodes and edges of one page."""

    QUIET = 700
    """Milliseconds without a change after which the page counts as finished."""

    def __init__(self, page: Page) -> None:
        self._page = page
        page.evaluate(_SCRIPT)

    def milliseconds(self, act: Callable[[], None]) -> float | None:
        """Return the milliseconds from the last press in `act` to the last change after it; else None."""
        act()
        self._page.wait_for_function(_STANDS_STILL, arg=self.QUIET, timeout=30_000)
        took = float(self._page.evaluate("probe.changed - probe.pressed"))
        return took if took > 0 else None
