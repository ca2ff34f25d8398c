import pytest
from msgspec.structs import replace

from game.protocol import messages as say
from game.protocol.refusals import Refusal, Refused
from server.host.hooks import is_allowed
from server.host.library import Library
from server.host.lobby import setup_of
from server.room.content import Offered
from server.room.image import Setup
from tests.support.servers import a_room, library

HOSTS = ("hooks.example", "discord.com")


@pytest.mark.parametrize(
    "url",
    [
        "https://hooks.example/a/b?c=d",
        "https://hooks.example:443/a",
        "https://HOOKS.example/a",
        "https://discord.com",
    ],
)
def test_an_address_on_a_named_host_is_allowed(url: str) -> None:
    assert is_allowed(url, HOSTS)


@pytest.mark.parametrize(
    "url",
    [
        "http://hooks.example/a",
        "https://hooks.example:8443/a",
        "https://hooks.example.evil/a",
        "https://evil.hooks.example/a",
        "https://hooks.example@evil.example/a",
        "https://name:word@hooks.example/a",
        "https://evil.example/hooks.example",
        "https://evil.example#hooks.example",
        "https://evil.example\\@hooks.example/a",
        "https://hooks.example\r\nHost: evil/",
        "https://hooks.example/a b",
        "https://hooks.example./a",
        "https://[::1]/a",
        "https://[::1",
        "https://hooks.example:99999/",
        "https://hооks.example/",
        "ftp://hooks.example/",
        "//hooks.example/",
        "hooks.example",
        "",
    ],
)
def test_any_other_address_is_not(url: str) -> None:
    assert not is_allowed(url, HOSTS)


def with_hosts() -> Library:
    plain = library()
    city = plain.city(a_room(say.YOU).map)
    assert city is not None
    return Library(plain.rules, {city.map_id: city}, plain.levels, Offered(webhook_hosts=HOSTS))


def made(url: str, books: Library) -> Setup | tuple[Refusal, ...]:
    return setup_of(replace(a_room(say.YOU, "greedy"), webhook=url), books, lambda below: below - 1)


def test_a_room_is_made_with_a_webhook_where_its_host_is_allowed() -> None:
    setup = made("https://discord.com/api/1", with_hosts())
    assert isinstance(setup, Setup)
    assert setup.webhook == "https://discord.com/api/1"


def test_another_host_is_refused_with_those_that_are_allowed() -> None:
    (fault,) = made("https://evil.example/", with_hosts())  # type: ignore[misc]
    assert isinstance(fault, Refusal)
    assert (fault.code, fault.field) == (Refused.WRONG_WEBHOOK, "webhook")
    assert fault.parameters["known"] == "hooks.example, discord.com"


def test_a_server_that_names_no_host_allows_no_webhook() -> None:
    assert not isinstance(made("https://discord.com/api/1", library()), Setup)
    assert isinstance(made("", library()), Setup)
