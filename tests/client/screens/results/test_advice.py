from msgspec.structs import replace

from game.client.screens.results.advice import MOST, advice
from game.client.screens.results.record import Record
from game.client.screens.results.words import Words
from game.rules.ids import District, Leader, Seat
from game.rules.ledger import Factor, Pressed, Proposed, Stopped
from tests.support.records import calm, stormy
from tests.support.saying import say


def keys(record: Record) -> list[str]:
    return [sentence.key for sentence in advice(record, 99)]


def own(record: Record, **changes: object) -> Record:
    """The record with its first seat changed."""
    seats = record.public.seats
    first = replace(seats[0], **changes)
    return replace(record, public=replace(record.public, seats=(first, *seats[1:])))


def test_it_is_short_and_in_words() -> None:
    for record in (calm(), calm(you=1), stormy()):
        told = advice(record)
        assert len(told) <= MOST
        assert all(Words(record, say).sentence(sentence).endswith(".") for sentence in told)


def test_a_spectator_is_not_advised() -> None:
    assert advice(calm(you=None)) == ()


def test_a_broken_city_advises_to_mend_first() -> None:
    assert keys(stormy())[0] == "results-next-mend"
    assert "results-next-mend" not in keys(calm())


def test_a_full_purse_at_the_end_is_told() -> None:
    assert "results-next-credits" in keys(own(calm(), credits=20))
    assert "results-next-credits" not in keys(own(calm(), credits=9))
    assert "results-next-voice" in keys(own(calm(), voice=10))


def test_laws_never_moved_and_laws_never_carried_are_two_things() -> None:
    bare = replace(own(calm(), hand=("open_clinics",), passed=0), ledgers={})
    assert "results-next-move" in keys(bare)
    moved = replace(bare, ledgers={3: (Proposed(Seat(0), Leader(0), "open_clinics"),)})
    assert "results-next-carry" in keys(moved)


def test_a_tired_audience_is_told_from_a_fifth_on() -> None:
    def spoken(freshness: int) -> Pressed:
        factors = (Factor("freshness", freshness),)
        return Pressed(Seat(0), Leader(0), District(0), "campaign", 1400, factors, 1000)

    tired = replace(calm(), ledgers={1: (spoken(60), *[spoken(100)] * 4)})
    assert "results-next-fresh" in keys(tired)
    fresh = replace(calm(), ledgers={1: (spoken(60), *[spoken(100)] * 5)})
    assert "results-next-fresh" not in keys(fresh)


def test_idle_leaders_and_unpaid_upkeep_are_counted() -> None:
    record = replace(calm(), ledgers={1: (Stopped(Seat(0), 2),)})
    told = {sentence.key: sentence.parameters for sentence in advice(record, 99)}
    assert told["results-next-upkeep"] == {"count": 1}
    assert told["results-next-idle"] == {"count": 3}
