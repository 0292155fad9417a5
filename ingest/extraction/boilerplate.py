from cypher.model import Span
import re
def boilerplate(text: str, language: str) -> tuple[Span, ...]:
    return tuple(Span(m.start(), m.end()) for m in re.finditer(r"(?m)^(?:Baca [Jj]uga:.*$|\S+\.com - )", text))
