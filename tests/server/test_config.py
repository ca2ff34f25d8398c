from pathlib import Path

import pytest

from game.link.address import DEFAULT_PORT
from server.config import ConfigError, read_config
from server.flags import config_of
from server.room.content import Offered


def test_without_settings_it_listens_on_this_machine_alone() -> None:
    config = read_config({}, {}, None)
    assert (config.host, config.port) == ("127.0.0.1", DEFAULT_PORT)


def test_a_flag_beats_the_environment_and_that_the_file(tmp_path: Path) -> None:
    file = tmp_path / "server.toml"
    file.write_text('port = 1\nname = "of the file"\nworkers = 3\n')
    environment = {"NEO_SANCTUM_PORT": "2", "NEO_SANCTUM_NAME": "of the environment"}
    config, _ = config_of(["--port", "3", "--config", str(file)], environment)
    assert (config.port, config.name, config.workers) == (3, "of the environment", 3)


def test_origins_of_the_environment_are_divided_by_commas() -> None:
    config = read_config({}, {"NEO_SANCTUM_ORIGINS": "https://a.example,https://b.example"}, None)
    assert config.origins == ("https://a.example", "https://b.example")


def test_everything_is_offered_unless_the_host_says_what() -> None:
    assert read_config({}, {}, None).offered == Offered()
    environment = {"NEO_SANCTUM_MODES": "free,teams", "NEO_SANCTUM_STAND_IN": "random"}
    config, _ = config_of(["--tempers", "gentle", "--stand-in", "greedy"], environment)
    assert config.offered == Offered(("free", "teams"), ("gentle",), "greedy")


@pytest.mark.parametrize(
    ("flags", "words"),
    [
        ({"modes": ("free", "chess")}, "modes: found 'chess', expected one of .*common_cause"),
        ({"tempers": ("mild",)}, "tempers: found 'mild', expected one of .*gentle"),
        ({"log": "xml"}, "log: found 'xml', expected one of text, json"),
        ({"log_level": "loud"}, "log_level: found 'loud', expected one of debug"),
        ({"stand_in": "genius"}, "stand_in: found 'genius', expected one of .*greedy"),
    ],
)
def test_an_offer_of_what_is_not_there_is_named(flags: dict[str, object], words: str) -> None:
    with pytest.raises(ConfigError, match=words):
        read_config(flags, {}, None)


@pytest.mark.parametrize("flags", [{"port": 70000}, {"workers": 0}, {"name": ""}, {"host": ""}, {"data": ""}])
def test_a_setting_out_of_range_is_named(flags: dict[str, object]) -> None:
    with pytest.raises(ConfigError, match=next(iter(flags))):
        read_config(flags, {}, None)


@pytest.mark.parametrize("text", ["port = ", "colour = 3"])
def test_a_file_that_cannot_be_used_is_explained(tmp_path: Path, text: str) -> None:
    file = tmp_path / "server.toml"
    file.write_text(text)
    with pytest.raises(ConfigError):
        read_config({}, {}, file)


def test_a_file_that_is_not_there_is_explained(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"server\.toml"):
        read_config({}, {}, tmp_path / "server.toml")


def test_a_folder_of_maps_that_is_not_there_is_named(tmp_path: Path) -> None:
    missing = tmp_path / "maps"
    with pytest.raises(ConfigError, match=f"maps: found no folder {missing}"):
        read_config({"maps": str(missing)}, {}, None)


def test_maps_are_shared_unless_told_and_only_up_to_a_size() -> None:
    assert read_config({}, {}, None).offered.share_maps
    config, _ = config_of(["--no-share-maps"], {"NEO_SANCTUM_SHARE_MAPS": "true"})
    assert not config.offered.share_maps
    config, _ = config_of([], {"NEO_SANCTUM_SHARE_MAPS": "false", "NEO_SANCTUM_MAP_BYTES": "1000"})
    assert (config.offered.share_maps, config.offered.map_bytes) == (False, 1000)
    with pytest.raises(ConfigError, match="map_bytes"):
        read_config({"map_bytes": 1 << 30}, {}, None)


def test_proxies_are_addresses_or_networks_and_none_is_trusted_unless_told() -> None:
    assert read_config({}, {}, None).trusted_proxies == ()
    config, _ = config_of(["--trusted-proxies", "127.0.0.1", "10.0.0.0/8"], {})
    assert config.trusted_proxies == ("127.0.0.1", "10.0.0.0/8")
    with pytest.raises(ConfigError, match="trusted_proxies: found 'nginx', expected an address"):
        read_config({}, {"NEO_SANCTUM_TRUSTED_PROXIES": "127.0.0.1,nginx"}, None)


def test_only_players_are_on_the_list() -> None:
    assert read_config({}, {"NEO_SANCTUM_ALLOW": "Ann,#12"}, None).allow == ("Ann", "#12")
    for entry in ("", "#", "#x", "a!"):
        with pytest.raises(ConfigError, match="allow"):
            read_config({"allow": ["Ann", entry]}, {}, None)


def test_the_password_is_not_shown() -> None:
    config = read_config({}, {"NEO_SANCTUM_PASSWORD": "sesame"}, None)
    assert config.password == "sesame"
    assert "sesame" not in repr(config.shown())
