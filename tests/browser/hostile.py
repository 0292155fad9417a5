"""Names that news could contain to make a page run, fetch or misread something."""

from __future__ import annotations

_RUN = "window.__xss=1"

HOSTILE = (
    f"<script>{_RUN}</script>",
    f"</script><script>{_RUN}</script>",
    f"<img src=x onerror={_RUN}>",
    f'<img src=x onerror="{_RUN}"> href',
    f'"><img src=x onerror={_RUN}>',
    f"'><svg onload={_RUN}>",
    f"<svg><script>{_RUN}</script></svg>",
    f"<svg/onload={_RUN}>",
    f"<iframe srcdoc='<script>parent.{_RUN}</script>'>",
    f'<iframe src="javascript:{_RUN}">',
    f'<a href="javascript:{_RUN}">Iran</a>',
    f"javascript:{_RUN}",
    f"<body onload={_RUN}>",
    f"<details open ontoggle={_RUN}>",
    f"<input autofocus onfocus={_RUN}>",
    f"<video><source onerror={_RUN}></video>",
    f"<math><mtext></mtext><mglyph><style><!--</style><img title='--><img src=x onerror={_RUN}>'>",
    f"<object data='data:text/html,<script>{_RUN}</script>'>",
    f"<embed src='javascript:{_RUN}'>",
    '<link rel=stylesheet href="https://example.invalid/x.css">',
    '<img src="https://example.invalid/pixel.png">',
    "<style>@import 'https://example.invalid/x.css';</style>",
    "<base href=https://example.invalid/>",
    f"${{{_RUN}}} {{{{constructor.constructor('{_RUN}')()}}}}",
    f"`+({_RUN})+`",
    f"\\u003cimg src=x onerror={_RUN}\\u003e",
    f"%3Cscript%3E{_RUN}%3C/script%3E",
    f"&lt;script&gt;{_RUN}&lt;/script&gt;",
    "\u202enarI\u202c \u2066Israel\u2069 \u200f",
    "Iran\x00\x01\x1b[31m\x7f\u0085\u2028\u2029",
    "x" * 20_000,
    "\u0301" * 400,
    "\U0001f469\u200d\U0001f680" * 40,
    "__proto__",
    "constructor",
    "toString",
    "' OR 1=1 // MATCH (n) DETACH DELETE n",
    "**bold** [link](https://example.invalid) :material/home: $E=mc^2$",
    "",
    " \t\n ",
)
"""Each of them sets ``window.__xss``, asks another machine, or breaks what treats it as anything but text."""
