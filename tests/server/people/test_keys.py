from server.people.keys import digest, is_same


def test_a_digest_tells_secrets_apart_and_does_not_hold_them() -> None:
    assert digest("a" * 32) != digest("b" * 32)
    assert b"aaaa" not in digest("a" * 32)
    assert len(digest("x")) == 32


def test_digests_are_compared() -> None:
    assert is_same(digest("x"), digest("x"))
    assert not is_same(digest("x"), digest("y"))
