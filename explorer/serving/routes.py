"""The addresses for whoever runs the server: ``/healthz``, ``/readyz`` and ``/metrics``."""

from __future__ import annotations

import hmac
from collections.abc import Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from explorer.serving.health import Health
from explorer.serving.metrics import CONTENT_TYPE, Metrics

_FRESH = {"cache-control": "no-store"}


def routes(health: Callable[[], Health], metrics: Metrics, token: str | None) -> list[Route]:
    """Return the routes; with a `token`, only requests that bear it get the figures."""

    async def alive(_request: Request) -> Response:
        return PlainTextResponse("The server answers.\n", headers=_FRESH)

    async def ready(_request: Request) -> Response:
        found = await run_in_threadpool(health)
        if found.ready:
            return PlainTextResponse("The app is ready.\n", headers=_FRESH)
        return PlainTextResponse(f"Not ready: {found.reason}.\n", 503, _FRESH)

    async def figures(request: Request) -> Response:
        if token is not None and not _bears(request, token):
            refusal = {**_FRESH, "www-authenticate": "Bearer"}
            return PlainTextResponse("The figures need the token of this server.\n", 401, refusal)
        return Response(await run_in_threadpool(metrics.text), media_type=CONTENT_TYPE, headers=_FRESH)

    return [Route("/healthz", alive), Route("/readyz", ready), Route("/metrics", figures)]


def _bears(request: Request, token: str) -> bool:
    given = request.headers.get("authorization", "")
    return hmac.compare_digest(given.encode(), f"Bearer {token}".encode())
