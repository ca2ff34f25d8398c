"""What docs/hosting.md says of settings, files and figures is there."""

import json
import re
from pathlib import Path

from server.config import PREFIX, SECRETS, Config
from server.flags import parser
from server.meters import Meters
from server.operations.metrics import Exposition, MeterCollector

DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGE = (DOCS / "hosting.md").read_text(encoding="utf-8")
TABLE = re.findall(r"^\| (`--.*?|none) \| `(NEO_SANCTUM_\w+)` \|", PAGE, re.MULTILINE)


def test_every_setting_stands_in_the_table_once() -> None:
    assert sorted(name for _, name in TABLE) == sorted(
        PREFIX + field.upper() for field in Config.__struct_fields__
    )


def test_every_flag_of_the_table_is_one_and_secrets_have_none() -> None:
    known = set(parser()._option_string_actions)
    for flags, name in TABLE:
        shown = re.findall(r"--[\w-]+", flags)
        assert set(shown) <= known, name
        assert bool(shown) != (name.removeprefix(PREFIX).lower() in SECRETS), name


def test_every_figure_of_the_dashboard_and_of_the_alerts_exists() -> None:
    text = Exposition(MeterCollector(Meters(), dict, dict)).text().decode()
    known = set(re.findall(r"^# TYPE (\w+) ", text, re.MULTILINE))
    known |= {f"{name}_bucket" for name in re.findall(r"^# TYPE (\w+) histogram", text, re.MULTILINE)}
    dashboard = json.loads((DOCS / "hosting" / "grafana.json").read_text())
    shown = [target["expr"] for panel in dashboard["panels"] for target in panel["targets"]]
    shown.append((DOCS / "hosting" / "alerts.yml").read_text())
    named = set(re.findall(r"\b(?:neo_sanctum|process)_\w+", "\n".join(shown)))
    assert len(named) > 15
    assert named <= known


def test_every_file_beside_the_page_is_named_on_it() -> None:
    assert {f"hosting/{file.name}" for file in (DOCS / "hosting").iterdir()} == set(
        re.findall(r"\]\((hosting/[^)]+)\)", PAGE)
    )
