"""The history of views on the network page, without a session."""

from __future__ import annotations

from dataclasses import dataclass, replace

from explorer.view.state import View

MOST_STEPS = 200
"""The maximum number of steps that the reader can go back."""


@dataclass(frozen=True, slots=True)
class Trail:
    """The history of views on the network page, as a browser keeps one of pages."""

    view: View
    past: tuple[View, ...] = ()
    future: tuple[View, ...] = ()

    def go(self, view: View) -> Trail:
        """Return the trail with another view as its last step; a change of the selection is not a step."""
        if view.drawn() == self.view.drawn():
            return replace(self, view=view)
        return Trail(view, (*self.past, self.view)[-MOST_STEPS:])

    def jump(self, place: int) -> Trail:
        """Return the trail at the view with this index; the views after it become the future."""
        steps = (*self.past, self.view, *self.future)
        return Trail(steps[place], steps[:place], steps[place + 1 :])

    def back(self) -> Trail:
        """Return the trail one view back, if there is one."""
        return self.jump(len(self.past) - 1) if self.past else self

    def forward(self) -> Trail:
        """Return the trail one view forward, if there is one."""
        return self.jump(len(self.past) + 1) if self.future else self
