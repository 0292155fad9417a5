"""The door for HTTP: addresses below ``/api`` that only read.

A question is a GET with its values in the address: it changes nothing, and every program, spreadsheet and
notebook can ask it. Values are short, so no question needs a body.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from typing import TypeVar

import anyio
from anyio.to_thread import run_sync
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route

from cypher.bolt.cancelling import Work
from cypher.errors import KonstelasiError
from explorer.interface.answers import Answer
from explorer.interface.callers import FindCaller, refuse_other_sites
from explorer.interface.openapi import openapi_json
from explorer.interface.operations import QUERIES, READS, Operation
from explorer.interface.problems import FRESH, OFF, Problem, problem_of
from explorer.interface.service import Service
from explorer.interface.values import values_of_pairs

DOOR = "HTTP"
"""The name of this door where calls are noted."""

FOLDER = "/api"
"""The folder of its addresses."""

_LOOK = 0.5  # seconds after which it is seen that a caller has left
_UNKNOWN = "There is nothing at this address. See /api/openapi.json for all addresses."
_READ_ONLY = "The interface only reads: use GET."

_log = logging.getLogger(__name__)

Found = TypeVar("Found")
Handler = Callable[[Request], Awaitable[Response]]


def routes(service: Service, find_caller: FindCaller) -> list[BaseRoute]:
    """Return the routes of the interface."""

    async def queries(request: Request) -> Response:
        caller = find_caller(request.headers)
        found = await _worked(request, lambda: service.queries(caller))
        return JSONResponse({"queries": found}, headers=FRESH)

    async def query(request: Request) -> Response:
        caller, name = find_caller(request.headers), request.path_params["name"]
        found = await _worked(request, lambda: service.query(caller, name))
        return JSONResponse(found, headers=FRESH)

    async def run(request: Request) -> Response:
        caller, name = find_caller(request.headers), request.path_params["name"]
        return await _rows(request, lambda: service.run_query(caller, name, _given(request)))

    async def read(request: Request, path: str) -> Response:
        caller = find_caller(request.headers)
        return await _rows(request, lambda: service.read(caller, path, _given(request)))

    async def description(request: Request) -> Response:
        refuse_other_sites(request.headers)
        return Response(openapi_json(), media_type="application/json", headers=FRESH)

    found: list[BaseRoute] = [
        Route("/openapi.json", description),
        Route(_inside(QUERIES), queries),
        Route(f"{_inside(QUERIES)}/{{name:path}}/run", run),
        Route(f"{_inside(QUERIES)}/{{name:path}}", query),
        *(Route(_inside(path), partial(read, path=path)) for path in READS),
    ]
    return [_mounted(found)]


def closed_routes() -> list[BaseRoute]:
    """Return the routes of an interface that is switched off."""

    async def refuse(_request: Request) -> Response:
        raise Problem(404, OFF)

    return [_mounted([Route("/{anything:path}", refuse)])]


def _mounted(found: list[BaseRoute]) -> Mount:
    handlers: Mapping[object, Callable[..., Response]] = {
        Problem: lambda _request, problem: problem.response(),
        KonstelasiError: lambda _request, error: problem_of(error).response(),  # such as a cancelled one
        HTTPException: _refused,
        Exception: _failed,
    }
    return Mount(FOLDER, Starlette(routes=found, exception_handlers=handlers))


def _inside(path: str) -> str:
    return path.removeprefix(FOLDER)


def _given(request: Request) -> Callable[[Operation], Mapping[str, object]]:
    return partial(values_of_pairs, request.query_params.multi_items())


async def _rows(request: Request, do: Callable[[], Answer]) -> Response:
    text = await _worked(request, lambda: do().json())
    return Response(text, media_type="application/json", headers=FRESH)


async def _worked(request: Request, do: Callable[[], Found]) -> Found:
    """Run `do` in a thread; end it before its next statement if the caller leaves."""
    work = Work(do)
    while not await run_sync(work.wait, _LOOK, limiter=_limiter()):
        if await request.is_disconnected():
            work.cancel()
    return work.result()


_waiting: list[anyio.CapacityLimiter] = []


def _limiter() -> anyio.CapacityLimiter:
    """Return the threads that wait for answers, which are others than those of the app's pages."""
    if not _waiting:
        _waiting.append(anyio.CapacityLimiter(16))
    return _waiting[0]


def _refused(_request: Request, error: HTTPException) -> Response:
    detail = {404: _UNKNOWN, 405: _READ_ONLY}.get(error.status_code, error.detail)
    return Problem(error.status_code, detail, headers=error.headers or {}).response()


def _failed(_request: Request, error: Exception) -> Response:
    _log.error("A question failed", exc_info=error)
    return Problem(500, "The question failed. The log of the server says why.").response()
