import pytest

from game.link.address import Address, parse
from game.link.identity import KEY_BYTES, fresh_key, identity_for
from game.protocol import messages as say
from game.protocol.codec import Unreadable, decode_upward, encode

KEY = bytes(range(KEY_BYTES))
HERE = Address("play.example", 24145)


def test_a_key_is_never_made_twice() -> None:
    assert len(fresh_key()) == KEY_BYTES
    assert fresh_key() != fresh_key()


def test_one_is_the_same_at_every_visit_and_another_on_every_server() -> None:
    assert identity_for(KEY, HERE) == identity_for(KEY, parse("wss://Play.Example.:24145/CODE23"))
    others = (Address("play.example", 24146), Address("example", 24145), Address("127.0.0.1", 24145))
    assert len({identity_for(KEY, place) for place in (HERE, *others)}) == 4
    assert identity_for(bytes(KEY_BYTES), HERE) != identity_for(KEY, HERE)


def test_it_never_changes() -> None:
    """Whoever changes this makes strangers of all players on all servers."""
    found = identity_for(KEY, HERE)
    assert found == "07c5ddc231033a95627ed5d365a92d615f12641ffc0f0d5b882d9568b66c4462"


def test_it_fits_into_a_hello_and_does_not_hold_the_key() -> None:
    found = identity_for(KEY, HERE)
    assert KEY.hex() not in found
    hello = decode_upward(encode(say.Hello(say.VERSION, "test", "k" * 32, found)))
    assert not isinstance(hello, Unreadable)


@pytest.mark.parametrize("host", ["::1", "fe80::1"])
def test_an_address_of_version_6_is_one_too(host: str) -> None:
    assert len(identity_for(KEY, Address(host, 1))) == 64
