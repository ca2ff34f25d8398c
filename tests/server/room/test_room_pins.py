from game.protocol import messages as say
from game.protocol.codec import encode
from game.protocol.refusals import Refused
from game.rules.ids import District, Seat
from server.room.room import Room
from tests.support.rooms import ANN, BOB, EVE, Bench, begun, code_of, content, own_campaign, wall

CARE = say.Pin("care", District(3))
BUILD = say.Pin("build", District(5))


def test_pins_are_sent_to_everybody_at_once() -> None:
    bench = begun()
    assert isinstance(bench.pin(ANN, CARE, BUILD), say.Done)
    for member in (ANN, BOB):
        assert bench.heard(member, say.Pins) == [say.Pins("r1", 1, Seat(0), (CARE, BUILD))]


def test_pins_touch_neither_image_nor_journal_nor_state() -> None:
    streams, images = [], []
    for pins in ((), (CARE, BUILD)):
        bench = begun()
        before = bench.room.image
        stored = bench.stored_image()
        bench.pin(ANN, *pins)
        bench.pin(BOB, *pins)
        assert bench.room.image is before
        assert bench.stored_image() == stored
        bench.save(ANN, own_campaign(bench, 0))
        bench.ready(ANN)
        bench.ready(BOB)
        streams.append([encode(update) for update in bench.heard(BOB, say.Update)])
        images.append(bench.room.image)
    assert streams[0] == streams[1]
    assert images[0] == images[1]


def test_who_comes_back_sees_the_pins_of_this_turn() -> None:
    bench = begun()
    token = bench.heard(ANN, say.Seated)[0].token
    bench.pin(BOB, CARE)
    bench.ask(EVE, say.ResumeSeat("r1", token))
    assert bench.heard(EVE, say.Begin)[0].pins == ((), (CARE,))


def test_pins_are_gone_when_the_turn_ends_and_when_the_room_was_let_go() -> None:
    bench = begun()
    token = bench.heard(ANN, say.Seated)[0].token
    bench.pin(ANN, CARE)
    back = Bench(room=Room(bench.stored_image(), content(), bench.mint, wall))
    back.carry_out(back.room.restored(0))
    back.ask(ANN, say.ResumeSeat("r1", token))
    assert back.heard(ANN, say.Begin)[0].pins == ()
    bench.ready(ANN)
    bench.ready(BOB)
    bench.ask(EVE, say.ResumeSeat("r1", token))
    assert bench.heard(EVE, say.Begin)[0].pins == ()


def test_a_pin_in_no_district_is_refused_by_its_place() -> None:
    bench = begun()
    answer = bench.pin(ANN, CARE, say.Pin("care", District(16)))
    assert isinstance(answer, say.Declined)
    (refusal,) = answer.refusals
    assert (refusal.code, refusal.field) == ("unknown_district", "pins[1].district")
    assert refusal.parameters == {"found": 16, "most": 15}
    assert not bench.heard(BOB, say.Pins)


def test_pins_are_of_the_turn_that_is_planned() -> None:
    bench = begun(timer=60)
    assert code_of(bench.pin(ANN, CARE, turn=2)) == Refused.TOO_EARLY
    assert code_of(bench.pin(EVE, CARE)) == Refused.NOT_SEATED
    bench.now += 60_000
    assert code_of(bench.pin(ANN, CARE)) == Refused.LATE


def test_in_a_lobby_there_is_nothing_to_pin_or_to_end() -> None:
    bench = Bench()
    bench.open()
    answers = (bench.pin(ANN, CARE), bench.vote(ANN), bench.resign(ANN))
    assert {code_of(answer) for answer in answers} == {Refused.NOT_BEGUN}
