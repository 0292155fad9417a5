"""A small OpenID Connect provider on loopback, with signed tokens, PKCE, and a page to sign in on."""

from __future__ import annotations

import base64
import hashlib
import html
import secrets
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

import uvicorn
from joserfc import jwt
from joserfc.jwk import RSAKey
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

CLIENT, SECRET = "konstelasi", "the secret of the client"


@dataclass
class Provider:
    """The accounts by e-mail address, each with more claims; `lasts` is the life of a token in seconds."""

    address: str
    accounts: dict[str, dict[str, Any]]
    lasts: float = 3600
    ended: list[str] = field(default_factory=list)
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "first", "use": "sig"}))

    @property
    def metadata_url(self) -> str:
        """Where it describes itself."""
        return f"{self.address}/.well-known/openid-configuration"

    async def metadata(self, _request: Request) -> Response:
        """Describe where everything is."""
        ends = {"authorization": "authorize", "token": "token", "end_session": "end"}
        return JSONResponse(
            {
                "issuer": self.address,
                "jwks_uri": f"{self.address}/keys",
                **{f"{name}_endpoint": f"{self.address}/{path}" for name, path in ends.items()},
                "response_types_supported": ["code"],
                "id_token_signing_alg_values_supported": ["RS256"],
                "code_challenge_methods_supported": ["S256"],
            }
        )

    async def keys(self, _request: Request) -> Response:
        """Return the public keys."""
        return JSONResponse({"keys": [self.key.as_dict(private=False)]})

    async def authorize(self, request: Request) -> Response:
        """Show the accounts as buttons; a click leads back to the app with a code."""
        asked = dict(request.query_params)
        assert asked["client_id"] == CLIENT
        assert asked["code_challenge_method"] == "S256"
        lines = []
        for account in self.accounts:
            code = secrets.token_urlsafe()
            self.codes[code] = {**asked, "account": account}
            back = f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}"
            lines.append(f'<p><a href="{html.escape(back)}">{html.escape(account)}</a></p>')
        return HTMLResponse(f"<h1>Who are you?</h1>{''.join(lines)}")

    async def token(self, request: Request) -> Response:
        """Exchange a code, once, for a token."""
        form = await request.form()
        given = base64.b64decode(request.headers.get("authorization", "").removeprefix("Basic ")).decode()
        asked = self.codes.pop(str(form["code"]), None)
        if given != f"{CLIENT}:{SECRET.replace(' ', '+')}" and given != f"{CLIENT}:{SECRET}":
            return JSONResponse({"error": "invalid_client"}, 401)
        digest = hashlib.sha256(str(form.get("code_verifier", "")).encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).decode().rstrip("=")
        if asked is None or challenge != asked["code_challenge"]:
            return JSONResponse({"error": "invalid_grant"}, 400)
        now = time.time()
        claims = {
            "iss": self.address,
            "aud": CLIENT,
            "sub": f"id of {asked['account']}".replace(" ", "-"),
            "email": asked["account"],
            "email_verified": True,
            "nonce": asked["nonce"],
            "iat": int(now),
            "exp": int(now + self.lasts),
            **self.accounts[asked["account"]],
        }
        token = jwt.encode({"alg": "RS256", "kid": "first"}, claims, self.key)
        return JSONResponse({"access_token": "opaque", "token_type": "Bearer", "id_token": token})

    async def end(self, request: Request) -> Response:
        """End the session here, and lead back."""
        self.ended.append(request.query_params.get("client_id", ""))
        return RedirectResponse(request.query_params["post_logout_redirect_uri"])


@contextmanager
def provider(accounts: dict[str, dict[str, Any]]) -> Iterator[Provider]:
    """A running provider with these accounts."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        running = Provider(f"http://127.0.0.1:{listening.getsockname()[1]}", accounts)
        routes = [
            Route("/.well-known/openid-configuration", running.metadata),
            Route("/keys", running.keys),
            Route("/authorize", running.authorize),
            Route("/token", running.token, methods=["POST"]),
            Route("/end", running.end),
            Route("/favicon.ico", lambda _request: Response(status_code=204)),
        ]
        server = uvicorn.Server(uvicorn.Config(Starlette(routes=routes), log_level="warning", lifespan="off"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        try:
            yield running
        finally:
            server.should_exit = True
            thread.join(10)
