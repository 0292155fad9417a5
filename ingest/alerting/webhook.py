"""Posts alerts as signed JSON, without redirects, and to private addresses only if they are allowed."""

from __future__ import annotations

import hashlib
import hmac
import json
import ssl
import time
from functools import cache
from ipaddress import ip_address
from urllib.parse import urlsplit

import httpcore

from cypher.alerts.destinations import Webhook
from cypher.alerts.items import Alert
from cypher.model.release import VERSION
from ingest.alerting.failures import NotAcceptedError
from ingest.following.fetched import FetchError
from ingest.following.web.addresses import checked, host_of
from ingest.following.web.connecting import Guarded

SECONDS = 20.0
"""The maximum time of one request."""

SIGNATURE = "X-Konstelasi-Signature"
"""The header ``t=TIME,v1=HEX``: the HMAC-SHA256 of the time in seconds, a full stop, and the body."""


def post(alert: Alert, to: Webhook, seconds: float = SECONDS) -> None:
    """Post an alert. Raises `NotAcceptedError` unless the answer has a status from 200 to 299."""
    try:
        address = checked(to.url)
        host, port = host_of(address)
        if urlsplit(address).scheme != "https" and not _is_loopback(host):
            raise NotAcceptedError(f"{to.name} needs an address that begins with https")
        backend = Guarded(time.monotonic() + seconds, (host, port) if to.private else None)
        _post(alert, to, address, backend, seconds)
    except FetchError as error:
        raise NotAcceptedError(f"{to.name} {error}") from error
    except (httpcore.TimeoutException, httpcore.ReadTimeout) as error:
        raise NotAcceptedError(f"{to.name} did not answer within {seconds:.0f} s") from error
    except (httpcore.NetworkError, httpcore.ProtocolError, OSError) as error:
        raise NotAcceptedError(f"{to.name} cannot be reached ({error or type(error).__name__})") from error


def signature(body: bytes, secret: str, moment: int) -> str:
    """Return the value of the header `SIGNATURE`."""
    made = hmac.new(secret.encode(), b"%d." % moment + body, hashlib.sha256).hexdigest()
    return f"t={moment},v1={made}"


def _post(alert: Alert, to: Webhook, address: str, backend: Guarded, seconds: float) -> None:
    body = json.dumps(alert.values(), ensure_ascii=False, sort_keys=True).encode()
    headers: dict[bytes | str, bytes | str] = {
        "Host": urlsplit(address).netloc,
        "Content-Type": "application/json; charset=utf-8",
        "Content-Length": str(len(body)),
        "User-Agent": f"Konstelasi/{VERSION} (sends alerts)",
        "Idempotency-Key": alert.id,
        SIGNATURE: signature(body, to.secret, int(time.time())),
    }
    timeouts = dict.fromkeys(("connect", "read", "write", "pool"), seconds)
    with (
        httpcore.ConnectionPool(ssl_context=_trust(), network_backend=backend) as pool,
        pool.stream(
            "POST", address, headers=headers, content=body, extensions={"timeout": timeouts}
        ) as answer,
    ):
        if not 200 <= answer.status < 300:
            raise NotAcceptedError(f"{to.name} answered with the status {answer.status}")


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


@cache
def _trust() -> ssl.SSLContext:
    return ssl.create_default_context()
