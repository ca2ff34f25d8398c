import re
from collections import Counter
from pathlib import Path

import pytest

import game
import server
from game.text.catalog import Catalog, TextMissingError, keys_of, languages

SOURCES = Path(game.__file__).parent
MODULES = [*SOURCES.rglob("*.py"), *Path(server.__file__).parent.rglob("*.py")]


def test_a_sentence_takes_its_parameters() -> None:
    said = Catalog(strict=True).say("ledger-moved", leader="Juno", origin="The Docks", place="Hub Street")
    assert said == "Juno goes from The Docks to Hub Street."


def test_a_pattern_shows_where_its_parameters_belong() -> None:
    assert Catalog().pattern("ledger-moved") == "{leader} goes from {origin} to {place}."
    with pytest.raises(TextMissingError, match="title-nothing"):
        Catalog().pattern("title-nothing")


def test_a_missing_key_raises_in_strict_mode_and_shows_itself_in_the_game(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with pytest.raises(TextMissingError, match=r"title-nothing.*title\.ftl"):
        Catalog(strict=True).say("title-nothing")
    assert Catalog().say("title-nothing") == "title-nothing"
    assert "title-nothing" in caplog.text


def test_a_missing_parameter_is_named() -> None:
    with pytest.raises(TextMissingError, match="origin"):
        Catalog(strict=True).say("ledger-moved", leader="Juno", place="Hub Street")


def test_a_language_that_lacks_a_key_says_it_in_english() -> None:
    assert Catalog("eo", strict=True).say("common-ok") == "OK"


def test_english_is_shipped() -> None:
    assert "en" in languages()


@pytest.mark.parametrize("language", languages())
def test_each_key_stands_once_in_the_file_of_its_name(language: str) -> None:
    folder = SOURCES / "text" / language
    keys = Counter(
        (match[1], file.stem)
        for file in folder.glob("*.ftl")
        for match in re.finditer(r"^([a-z][\w-]*) *=", file.read_text(encoding="utf-8"), re.MULTILINE)
    )
    assert [key for key, count in keys.items() if count > 1] == []
    assert [key for key in keys if key[0].partition("-")[0] != key[1]] == []
    assert {key for key, _ in keys} == set(keys_of(language))


def test_every_key_the_code_says_outright_is_defined() -> None:
    """A screen's own `say` puts the name of its file of texts before the key; parts of other screens may use it."""
    defined = keys_of("en")
    files = set(defined.values())
    missing = [
        f"{file.relative_to(SOURCES.parent)}: {match[1]}"
        for file in MODULES
        for match in re.finditer(r'\bsay\(\s*"([a-z][\w-]+)"', file.read_text(encoding="utf-8"))
        if match[1] not in defined and not any(f"{name}-{match[1]}" in defined for name in files)
    ]
    assert missing == []


def test_every_key_defined_is_named_in_the_code() -> None:
    """A key counts as named if the code holds it, it without its file's name, or the fixed beginning or end of it."""
    code = "\n".join(file.read_text(encoding="utf-8") for file in MODULES)
    texts = "\n".join(file.read_text(encoding="utf-8") for file in (SOURCES / "text" / "en").glob("*.ftl"))
    whole = set(re.findall(r"""[\"']([a-z][\w-]*)[\"']""", code))
    begins = tuple(re.findall(r'f"([a-z][\w-]{2,})\{', code))
    ends = tuple(re.findall(r'\}(-[a-z][\w-]{2,})"', code))

    def is_named(key: str) -> bool:
        short = key.partition("-")[2]
        referred = re.search(rf"\{{\s*{key}\b", texts) is not None
        return bool({key, short} & whole) or key.startswith(begins) or short.startswith(begins) or referred

    unused = [key for key in keys_of("en") if not is_named(key)]
    stems = [key.removesuffix(end) for key in unused for end in ends if key.endswith(end)]
    assert [key for key in unused if not any(key.startswith(s) and is_named(s) for s in stems)] == []
