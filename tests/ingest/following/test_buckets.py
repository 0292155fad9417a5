"""A bucket is read like a folder: each object once, again when it changes, and only with its key."""

from __future__ import annotations

import gzip
import sys
from collections.abc import Iterator, Mapping

import pytest

from cypher.sources.source import BUCKET, Source
from ingest.documents import Incoming, Skipped
from ingest.following.fetched import FetchError, Memory
from ingest.following.kinds import bucket as reading
from ingest.following.kinds.bucket import fetch
from tests.ingest.documents.days import ENGLISH, INDONESIAN
from tests.ingest.documents.printed import column, pdf
from tests.ingest.documents.test_warc_files import packed, page, response
from tests.ingest.following.kept import Kept, texts
from tests.object_store import KEY, ObjectStore, serving_objects

pytest.importorskip("obstore")

OBJECTS = {
    "2024/a.txt": ENGLISH[0].encode(),
    "2024/b.pdf": pdf(column(INDONESIAN)),
    "2024/c.jsonl": b'{"text": "Iran met Iraq in Baghdad."}\n{"text": "Peru met Chile in Lima."}\n',
    "2024/crawl.warc.gz": packed(response(page(ENGLISH[1:]))),
    "2024/talk.mp3": b"ID3",
    "2024/unfinished.txt.part": ENGLISH[2].encode(),
    "2023/old.txt": ENGLISH[1].encode(),
}


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> Iterator[ObjectStore]:
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", KEY)
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "secret")
    with serving_objects(dict(OBJECTS)) as running:
        yield running


def source(
    store: ObjectStore, address: str = "s3://news/2024", *, private: bool = True, **options: str
) -> Source:
    stated: Mapping[str, str] = {"endpoint": store.address, **options}
    return Source("Archive", address, kind=BUCKET, private=private, options=stated)


def test_objects_of_all_formats_are_read_over_pages_of_the_list(store: ObjectStore) -> None:
    found = Kept(fetch, source(store)).fetched()
    assert texts(found) == [
        "The foreign ",
        "Menteri Luar",
        "Iran met Ira",
        "Peru met Chi",
        "Oslo\nNorway ",
        "has the ending",
    ]
    assert found[0].found.origin == "s3://news/2024/a.txt"
    assert found[3].found.origin == "s3://news/2024/c.jsonl, line 2"


def test_only_what_is_new_or_changed_is_asked_for_again(store: ObjectStore) -> None:
    kept = Kept(fetch, source(store))
    kept.fetched()
    store.asked.clear()
    assert kept.fetched() == []
    assert set(store.asked) == {""}
    store.objects["2024/a.txt"] = b"Kenya sent police to Haiti on Monday."
    store.objects["2024/z.txt"] = gzip.decompress(gzip.compress(ENGLISH[2].encode()))
    assert kept.texts() == ["Kenya sent p", "Chile said t"]


def test_a_bucket_without_prefix_is_read_whole(store: ObjectStore) -> None:
    assert any(
        isinstance(each.found, Incoming) and each.found.origin.endswith("2023/old.txt")
        for each in Kept(fetch, source(store, "s3://news")).fetched()
    )


def test_an_open_bucket_needs_no_key(store: ObjectStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("AWS_ACCESS_KEY_ID")
    monkeypatch.delenv("AWS_SECRET_ACCESS_KEY")
    with pytest.raises(FetchError, match="refuses the key"):
        Kept(fetch, source(store)).fetched()
    store.is_open = True
    assert len(Kept(fetch, source(store)).fetched()) == 6


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("s3://other", "has no such bucket or object"),
        ("https://x.example", "has an address that names no bucket"),
    ],
)
def test_a_wrong_address_is_said(store: ObjectStore, address: str, reason: str) -> None:
    with pytest.raises(FetchError, match=reason):
        Kept(fetch, source(store, address)).fetched()


def test_a_store_in_a_private_network_needs_leave(store: ObjectStore) -> None:
    with pytest.raises(FetchError, match="endpoint without HTTPS"):
        Kept(fetch, source(store, private=False)).fetched()
    with pytest.raises(FetchError, match="endpoint in a private network"):
        Kept(fetch, source(store, private=False, endpoint="https://127.0.0.1:9")).fetched()


def test_an_object_that_cannot_be_fetched_costs_nothing_before_it(store: ObjectStore) -> None:
    store.broken.add("2024/c.jsonl")
    fetching = fetch(source(store), Memory({}, lambda keys: False, is_first=True))
    assert texts([next(fetching), next(fetching)]) == ["The foreign ", "Menteri Luar"]
    with pytest.raises(FetchError, match="cannot be read from the object store"):
        next(fetching)
    store.broken.clear()
    assert len(Kept(fetch, source(store)).fetched()) == 6


def test_an_object_that_is_too_large_is_not_fetched(
    store: ObjectStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "MOST_BYTES", 100)
    found = Kept(fetch, source(store)).fetched()
    assert isinstance(found[0].found, Skipped)
    assert found[0].found.reason == "has more than 100 bytes"
    assert "2024/a.txt" not in store.asked


def test_without_the_package_it_is_said_how_to_install_it(
    store: ObjectStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "obstore", None)
    with pytest.raises(FetchError, match="for which a package is missing"):
        Kept(fetch, source(store)).fetched()
