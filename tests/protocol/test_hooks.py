import pytest

from game.protocol.hooks import hook_fault, host_of, is_allowed

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


def test_it_says_whether_the_form_or_the_host_is_wrong() -> None:
    assert hook_fault("https://hooks.example/a", HOSTS) is None
    assert hook_fault("https://evil.example/a", HOSTS) == "host"
    assert hook_fault("hooks.example/a", HOSTS) == "form"
    assert hook_fault("https://", HOSTS) == "form"


def test_of_an_address_only_its_host_is_shown() -> None:
    assert host_of("https://HOOKS.example/a/secret") == "hooks.example"
    assert host_of("https://name:word@hooks.example/") == ""
