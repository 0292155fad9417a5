"""What clicks ask for: one class per act, with JSON both ways and one registry of handlers."""

from __future__ import annotations

from explorer.acts.act import Act, MalformedActError, act_of, perform

__all__ = ["Act", "MalformedActError", "act_of", "perform"]
