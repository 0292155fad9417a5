"""The second reader is off by default, and settings that cannot work say what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from cypher.errors import UsageError
from ingest.second_reader import second_reader
from ingest.second_reader.settings import service

URL = {"KONSTELASI_LLM_URL": "http://127.0.0.1:11434/v1/"}
MODEL = {"KONSTELASI_LLM_MODEL": "made-up"}
FAR = {"KONSTELASI_LLM_URL": "http://models.example/v1"}


def test_nothing_is_read_again_unless_it_is_set_up(tmp_path: Path) -> None:
    assert second_reader(tmp_path, {}) is None
    assert second_reader(tmp_path, {"KONSTELASI_LLM_URL": " ", **MODEL}) is None


def test_a_server_and_a_model_are_enough() -> None:
    found = service({**URL, **MODEL})
    assert found is not None
    assert (found.url, found.model, found.key, found.seconds) == (
        "http://127.0.0.1:11434/v1",
        "made-up",
        None,
        60.0,
    )


def test_a_key_may_stand_in_a_file_and_is_never_printed(tmp_path: Path) -> None:
    file = tmp_path / "key"
    file.write_text("hush\n")
    found = service({**URL, **MODEL, "KONSTELASI_LLM_KEY_FILE": str(file)})
    assert found is not None
    assert found.key == "hush"
    assert "hush" not in repr(found)


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        (URL, "no model"),
        ({**MODEL, "KONSTELASI_LLM_URL": "models.example"}, "is not the address of a server"),
        ({**MODEL, "KONSTELASI_LLM_URL": "ftp://models.example"}, "is not the address of a server"),
        ({**MODEL, "KONSTELASI_LLM_URL": "http://[::1"}, "is not the address of a server"),
        ({**MODEL, "KONSTELASI_LLM_URL": "https://me:hush@models.example"}, "user name or password"),
        ({**FAR, **MODEL, "KONSTELASI_LLM_KEY": "hush"}, "would be sent unencrypted to models.example"),
        ({**URL, **MODEL, "KONSTELASI_LLM_KEY_FILE": "/does/not/exist"}, "cannot be read"),
        ({**URL, **MODEL, "KONSTELASI_LLM_SECONDS": "soon"}, "is not a time in seconds"),
        ({**URL, **MODEL, "KONSTELASI_LLM_SECONDS": "0"}, "is not a time in seconds"),
        ({**URL, **MODEL, "KONSTELASI_LLM_SECONDS": "1e9"}, "is not a time in seconds"),
    ],
)
def test_settings_that_cannot_work_are_refused(settings: dict[str, str], said: str) -> None:
    with pytest.raises(UsageError, match=said) as error:
        service(settings)
    assert "hush" not in str(error.value)


def test_a_key_goes_encrypted_or_stays_here() -> None:
    for url in ("https://models.example/v1", "http://localhost:8000/v1", "http://[::1]:8000/v1"):
        assert service({"KONSTELASI_LLM_URL": url, **MODEL, "KONSTELASI_LLM_KEY": "hush"})
    assert service({**FAR, **MODEL})
