import subprocess
import sys

import pytest

from game.protocol.refusals import ALL_CODES
from game.text.catalog import Catalog, keys_of
from game.text.plain import NotPlainError, PlainTexts

KEYS = [key for key, name in keys_of("en").items() if name == "refusal"]
PARAMETERS = {part.split("}")[0] for key in KEYS for part in Catalog().pattern(key).split("{")[1:]}


@pytest.mark.parametrize("value", [0, 1, 2, 1234567, "Ada"])
def test_every_refusal_is_said_as_the_catalog_says_it(value: str | int) -> None:
    texts, catalog = PlainTexts("refusal"), Catalog()
    parameters = dict.fromkeys([*PARAMETERS, "waiting"], value)
    assert len(KEYS) == 2 * len(ALL_CODES)
    for key in KEYS:
        assert texts.say(key, parameters) == catalog.say(key, **parameters), key


def test_what_is_missing_is_shown_by_its_name_and_logged(caplog: pytest.LogCaptureFixture) -> None:
    texts = PlainTexts("refusal")
    assert texts.say("refusal-nothing", {}) == "refusal-nothing"
    assert texts.say("refusal-late", {}) == "Turn {found} is closed."
    assert len(caplog.records) == 2


@pytest.mark.parametrize(("name", "key"), [("ledger", "ledger-"), ("results", "results-")])
def test_a_file_with_more_in_it_is_refused(name: str, key: str) -> None:
    with pytest.raises(NotPlainError, match=rf"{key}.*expected"):
        PlainTexts(name).say(key, {})


def test_a_server_says_refusals_without_fluents_runtime() -> None:
    code = (
        "import sys, server.process; from server.host.wording import english;"
        "from game.protocol.refusals import Refused, refusal; assert english()(refusal(Refused.BUSY)).text;"
        "assert not {'fluent.runtime', 'babel'} & set(sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
