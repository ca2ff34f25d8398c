import pytest

from game.link.address import DEFAULT_PORT, Address, BadAddressError, is_code, parse


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("example.org", Address("example.org", DEFAULT_PORT)),
        (" example.org:99 ", Address("example.org", 99)),
        ("127.0.0.1:24145/abc234", Address("127.0.0.1", 24145, "ABC234")),
        ("ws://host:5/", Address("host", 5)),
        ("wss://play.example:443/XY", Address("play.example", 443, "XY", secure=True)),
        ("[::1]:77/Q", Address("::1", 77, "Q")),
        ("[fe80::1]", Address("fe80::1", DEFAULT_PORT)),
    ],
)
def test_an_address_is_read(text: str, address: Address) -> None:
    assert parse(text) == address
    assert parse(str(address)) == address


@pytest.mark.parametrize("text", ["", ":5", "http://x", "x:port", "x:0", "x:65536", "x:٣", "[::1", "[::1]x"])
def test_what_names_no_server_is_explained(text: str) -> None:
    with pytest.raises(BadAddressError):
        parse(text)


def test_the_url_of_a_websocket() -> None:
    assert Address("::1", 5, "CODE").url == "ws://[::1]:5"
    assert Address("h", 443, secure=True).url == "wss://h:443"


def test_a_bare_code_is_told_from_an_address() -> None:
    assert is_code(" kx7p2m ")
    assert not any(is_code(text) for text in ("", "KX7P2", "KX7P2MM", "10.0.0", "host:1", "KX7P2O"))
