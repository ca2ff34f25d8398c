import os
import stat
from pathlib import Path

import pytest

from server.operations.token_file import TokenFileError, kept_token, write_private


def test_a_token_is_made_once_and_kept_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "data" / "metrics.token"
    token = kept_token(path)
    assert len(token) >= 43
    assert kept_token(path) == token
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_two_servers_have_two_tokens(tmp_path: Path) -> None:
    assert kept_token(tmp_path / "a") != kept_token(tmp_path / "b")


@pytest.mark.skipif(os.name != "posix", reason="files of Windows have no such bits")
def test_a_token_that_others_can_read_is_not_trusted(tmp_path: Path) -> None:
    path = tmp_path / "metrics.token"
    kept_token(path)
    path.chmod(0o640)
    with pytest.raises(TokenFileError, match="others can read it"):
        kept_token(path)


@pytest.mark.parametrize(("text", "words"), [(b"short\n", "found 5 characters"), (b"\xff\xfe" * 20, "utf-8")])
def test_a_file_that_is_no_token_is_explained(tmp_path: Path, text: bytes, words: str) -> None:
    path = tmp_path / "metrics.token"
    path.write_bytes(text)
    path.chmod(0o600)
    with pytest.raises(TokenFileError, match=words):
        kept_token(path)


def test_a_place_where_no_file_can_be_is_explained(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(TokenFileError, match="file"):
        kept_token(tmp_path / "file" / "metrics.token")


def test_a_private_file_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "there").write_text("already")
    with pytest.raises(FileExistsError):
        write_private(tmp_path / "there", "new")
