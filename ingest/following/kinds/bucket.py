"""Buckets of object stores that speak the protocol of S3: reads each object once, and again when it changes.

The address is ``s3://bucket/prefix``. The options `endpoint` and `region` name the store; the key comes from
the variables ``AWS_ACCESS_KEY_ID`` and ``AWS_SECRET_ACCESS_KEY``, never from a list of sources. Without them
the bucket must be open to all.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from io import BufferedReader
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import urlsplit

from cypher.model.ids import content_id
from cypher.sources.source import Source
from ingest.documents import Incoming, Skipped
from ingest.documents.sources import read_stream
from ingest.following.fetched import Fetched, FetchError, Memory, document_of
from ingest.following.kinds.whole_files import KnownFiles, is_unfinished, items_of, unknown_format
from ingest.following.web.addresses import addresses_of, checked, host_of, is_public
from ingest.following.web.proxy import Proxy, check_outside, proxy_for

# ruff: noqa: PLC0415 - obstore is an optional package

if TYPE_CHECKING:
    from obstore import ObjectMeta
    from obstore.store import S3Store

MOST_BYTES = 4_000_000_000
"""The maximum size of an object: a large file of a crawl."""

_ENDPOINT, _REGION = "endpoint", "region"
_REFUSED = ("AccessDenied", "InvalidAccessKeyId", "SignatureDoesNotMatch", "403 Forbidden", "401 Unauth")
_MISSING = ("NoSuchBucket", "NoSuchKey")
"""What object stores say: codes of S3, and the status of the answer."""

_PIECE = 1 << 20
_TIME_OUT = "60s"


def fetch(source: Source, memory: Memory) -> Iterator[Fetched]:
    """Yield the articles of new and changed objects; raises `FetchError` if the bucket cannot be read."""
    known = KnownFiles(source, memory)
    with _faults(source):
        store, prefix = _opened(source)
        for each in _objects(store, prefix):
            key = content_id("object", source.address, each["path"], each["e_tag"], str(each["size"]))
            if key not in known and not is_unfinished(each["path"].rsplit("/", 1)[-1]):
                place = f"{source.address} {each['path']}"
                yield from items_of(_results(source, store, each), place, key, lambda: True)


def _opened(source: Source) -> tuple[S3Store, str]:
    """Return the store of a source's bucket, and the prefix of its objects."""
    from obstore.store import S3Store

    parts = urlsplit(source.address)
    if parts.scheme != "s3" or not parts.netloc:
        raise FetchError("has an address that names no bucket", "Write it as s3://bucket/prefix.")
    region = source.options.get(_REGION, "us-east-1")
    options: dict[str, Any] = {"region": region}
    endpoint = source.options.get(_ENDPOINT)
    address = checked(endpoint or f"https://s3.{region}.amazonaws.com")
    via = None if source.private else proxy_for(*host_of(address), source.proxy)
    if endpoint:
        _check_endpoint(source, address, via)
        options["endpoint"] = address.rstrip("/")
    client: dict[str, Any] = {"timeout": _TIME_OUT, "allow_http": source.private}
    if via:
        client["proxy_url"] = via.with_login
    store = S3Store(
        parts.netloc,
        **options,
        skip_signature="AWS_ACCESS_KEY_ID" not in os.environ,
        client_options=cast("Any", client),
        retry_config={"max_retries": 2},
    )
    return store, parts.path.lstrip("/")


def _check_endpoint(source: Source, address: str, via: Proxy | None) -> None:
    """Refuse an object store in a private network, unless the source says that it may be there."""
    if source.private:
        return
    if not address.startswith("https://"):
        raise FetchError("has an endpoint without HTTPS", "Use https, or state private = true.")
    host, port = host_of(address)
    if via:
        check_outside(host, port)
        return
    try:
        found = addresses_of(host, port)
    except OSError as error:
        raise FetchError("has an endpoint that is not found", "Check the address.") from error
    if not all(map(is_public, found)):
        raise FetchError("has an endpoint in a private network", "State private = true if that is meant.")


def _objects(store: S3Store, prefix: str) -> Iterator[ObjectMeta]:
    """Yield the objects of a bucket, in the order of the store."""
    import obstore

    for piece in obstore.list(store, prefix or None, chunk_size=1000):
        yield from piece


def _results(source: Source, store: S3Store, found: ObjectMeta) -> Iterator[Incoming | Skipped]:
    """Yield the articles of an object, which is kept on disk while it is read."""
    name = f"s3://{urlsplit(source.address).netloc}/{found['path']}"
    unknown = unknown_format(name)
    if unknown is not None:
        yield unknown
        return
    if found["size"] > MOST_BYTES:
        yield Skipped(name, f"has more than {MOST_BYTES:,} bytes", "Split it into several files.")
        return
    with _kept(store, found["path"]) as stream:
        yield from read_stream(stream, name, partial(document_of, source))


@contextmanager
def _kept(store: S3Store, path: str) -> Iterator[BufferedReader]:
    """Keep an object on disk, and give its bytes."""
    import obstore

    with tempfile.TemporaryFile(buffering=0) as file:
        for piece in obstore.get(store, path).stream(min_chunk_size=_PIECE):
            file.write(piece)
        file.seek(0)
        with cast("BufferedReader", BufferedReader(file)) as stream:
            yield stream


@contextmanager
def _faults(source: Source) -> Iterator[None]:
    """Say why a bucket cannot be read."""
    try:
        from obstore import exceptions
    except ImportError as error:
        raise FetchError("is a bucket, for which a package is missing", "Install it: make buckets") from error
    try:
        yield
    except (exceptions.BaseError, OSError) as error:
        raise _fault(source, str(error)) from error


def _fault(source: Source, said: str) -> FetchError:
    """Return why a bucket cannot be read, by the codes in what the object store says."""
    if any(code in said for code in _REFUSED):
        return FetchError(
            "refuses the key", "Check AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, and the rights of the key."
        )
    if any(code in said for code in _MISSING):
        return FetchError("has no such bucket or object", f"Check the address {source.address}.")
    return FetchError("cannot be read from the object store", "It will be tried again later.")
