"""The audit record: who read and changed what, in files that are only ever added to."""

from __future__ import annotations

from cypher.audit.entry import Entry, Outcome
from cypher.audit.recording import record, refuse_unrecorded
from cypher.audit.writing import AuditError

__all__ = ["AuditError", "Entry", "Outcome", "record", "refuse_unrecorded"]
