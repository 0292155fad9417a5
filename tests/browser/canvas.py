"""Finding nodes and edges on the canvas of the network: what a test points at with the mouse."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

_VIEW = """
    const view = [...document.querySelectorAll('*')]
        .map((element) => element.shadowRoot?.querySelector('.network')?.networkView ?? element.networkView)
        .find(Boolean);
"""
_READY = "view?.stage.root.dataset.ready === 'true'"
_STILL = """view && (() => {
    const app = document.querySelector('[data-test-script-state]');
    const box = view.stage.canvas.getBoundingClientRect();
    const {x, y} = view.network.getViewPosition();
    const seen = [app?.dataset.testScriptState ?? 'notRunning', view.camera.travels, view.network.getScale(),
        box.left, box.top, box.width, box.height, x, y].join();
    const {last, frames} = view.looked ?? {};
    view.looked = {last: seen, frames: last === seen ? frames + 1 : 0};
    return view.looked.frames > argument && /^notRunning,0,/.test(seen);
})()"""
FRAMES = 12
"""Pictures in a row that must be alike before the network counts as still; the browser draws 60 a second."""


class Canvas:
    """The network on a page. Ids are those of Python; places are in pixels."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def ask(self, expression: str, argument: object = None) -> Any:  # noqa: ANN401 - whatever the script returns
        """The value of a JavaScript expression over `view` (a NetworkView) and `argument`."""
        return self.page.evaluate(f"(argument) => {{ {_VIEW} return {expression}; }}", argument)

    def wait_until(self, expression: str, argument: object = None) -> None:
        """Wait until the expression over `view` and `argument` is true."""
        self.page.wait_for_function(f"(argument) => {{ {_VIEW} return {expression}; }}", arg=argument)

    def wait_until_drawn(self) -> None:
        """Wait for the first picture, and for the page about it to have settled."""
        self.wait_until(_READY)
        self.wait_until_still()

    def wait_until_still(self) -> None:
        """Wait until Python has told the page all it has to, and neither page nor picture moves any more."""
        self.wait_until(_STILL, FRAMES)

    def wait_until_arrived(self) -> None:
        """Wait until no node travels to another place."""
        self.wait_until("view.camera.travels === 0")

    def places(self) -> dict[str, tuple[float, float]]:
        """Where every node is, in coordinates of the picture."""
        found = self.ask("view.nodes.getIds().map((id) => [id, ...Object.values(view.placeOf(id))])")
        return {node.removeprefix("n:"): (x, y) for node, x, y in found}

    def outlook(self) -> dict[str, Any]:
        """Scale and middle of what is seen."""
        found: dict[str, Any] = self.ask(
            "({scale: view.network.getScale(), ...view.network.getViewPosition()})"
        )
        return found

    def node(self, node: str) -> tuple[float, float]:
        """The middle of a node on the page."""
        return self._on_page("view.network.canvasToDOM(view.placeOf('n:' + argument))", node)

    def edge(self, edge: str) -> tuple[float, float]:
        """A spot on the page where a click hits this edge and nothing else."""
        along = "[...Array(41).keys()].map((k) => 0.5 + (k % 2 ? 1 : -1) * k / 100)"
        spot = f"""{along}
            .map((at) => view.network.body.edges['e:' + argument].edgeType.getPoint(at))
            .map((point) => view.network.canvasToDOM(point))
            .find((spot) => view.network.getNodeAt(spot) === undefined
                && view.network.getEdgeAt(spot) === 'e:' + argument)"""
        return self._on_page(spot, edge)

    def colours(self) -> int:
        """How many different colours the canvas shows in a grid of points: one means that it is blank."""
        return int(
            self.ask("""(() => {
                const canvas = view.stage.canvas.querySelector('canvas');
                const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
                const seen = new Set();
                for (let at = 0; at < pixels.length; at += 28) seen.add(pixels.slice(at, at + 3).join());
                return seen.size;
            })()""")
        )

    def _on_page(self, spot: str, argument: str) -> tuple[float, float]:
        x, y = self.ask(
            f"(() => {{ const {{left, top}} = view.stage.canvas.getBoundingClientRect();"
            f" const {{x, y}} = {spot}; return [left + x, top + y]; }})()",
            argument,
        )
        return x, y
