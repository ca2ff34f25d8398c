import pytest

from game.rules.ids import District, FactionKey
from game.rules.ledger import Earned, Pressed, Shifted
from game.rules.orders import Campaign, Forum, Unique
from game.rules.state import Sitting
from game.rules.turn import NOBODY
from tests.support.cities import line_city
from tests.support.matches import (
    CA,
    OCC,
    SRA,
    district,
    everyone_at,
    leader,
    line,
    match,
    of,
    played,
    public,
    seat,
)

D = District


def test_campaign_presses_fourteen():
    board, state = line()
    _, ledger = played(board, state, Campaign(leader(board, "zara_lin"), D(2)))
    (entry,) = of(ledger, Pressed, cause="campaign")
    # 91 + 45/4 + 20 = 122%.
    assert (entry.base, entry.amount) == (1400, 1400 * 122 // 100)


def test_a_tired_audience_hears_less_and_rests_step_by_step():
    board, state = line()
    alok = leader(board, "alok_dsouza")
    heard = []
    for campaigns in (True, True, True, True, True, False, True):
        given = (Campaign(alok, D(0)),) if campaigns else ()
        state, ledger = played(board, state, *given)
        heard += [
            next((f.value for f in entry.factors if f.name == "freshness"), 100)
            for entry in of(ledger, Pressed, cause="campaign")
        ]
    assert heard == [100, 60, 40, 30, 30, 40]


def test_another_verb_or_place_is_fresh():
    board, state = line()
    alok = leader(board, "alok_dsouza")
    state, _ = played(board, state, Campaign(alok, D(0)))
    _, ledger = played(board, state, Unique(alok, D(0)), Campaign(leader(board, "juno_armitage"), D(1)))
    assert all(factor.name != "freshness" for entry in of(ledger, Pressed) for factor in entry.factors)


def test_forum_is_thanked_for_what_it_really_calms():
    board, state = line()
    ledgers = []
    for unrest in (0, 1, 5):
        angry = district(state, 0, unrest=unrest)
        _, ledger = played(board, angry, Forum(leader(board, "alok_dsouza"), D(0)))
        ledgers.append(of(ledger, Pressed, cause="forum")[0].base)
    assert ledgers == [300, 600, 900]


def test_forums_share_the_calm():
    board, state = line()
    angry = everyone_at(board, district(state, 0, unrest=3), 0)
    _, ledger = played(
        board, angry, Forum(leader(board, "alok_dsouza"), D(0)), Forum(leader(board, "zara_lin"), D(0))
    )
    # Two of them could calm 4; there are 3: each is thanked for one and a half.
    assert [entry.base for entry in of(ledger, Pressed, cause="forum")] == [750, 750]


def test_forum_brings_lean_to_the_middle_but_not_past_it():
    board, state = line()
    near = district(state, 0, lean=-5)
    after, _ = played(board, near, Forum(leader(board, "alok_dsouza"), D(0)))
    assert after.public.districts[0].lean == 0


@pytest.mark.parametrize("lean", [-12, 12])
def test_several_pull_to_the_middle_as_equals(lean):
    board, state = line()
    there = everyone_at(board, district(state, 0, lean=lean), 0)
    hosts = ("alok_dsouza", "zara_lin", "talia_foxglove")
    after, ledger = played(board, there, *(Forum(leader(board, host), D(0)) for host in hosts))
    sign = -1 if lean > 0 else 1
    assert after.public.districts[0].lean == 0
    assert [entry.amount for entry in of(ledger, Shifted, cause="forum", subject="lean")] == [8 * sign] * 3
    assert of(ledger, Shifted, cause="middle") == [Shifted("lean", D(0), "middle", NOBODY, -12 * sign)]


def test_a_pull_stops_at_the_middle_even_where_a_showcase_shifts_it():
    board, state = line()
    there = everyone_at(board, district(state, 0, lean=5), 0)
    circle, show = leader(board, "talia_foxglove"), leader(board, "zara_lin")
    after, _ = played(board, there, Unique(circle, D(0)), Unique(show, D(0)))
    # Both read a lean of 5: the circle pulls by 5, the showcase shifts by 4.
    assert after.public.districts[0].lean == 4


def test_rally_earns_voice_and_excites_up_to_three():
    board, state = line()
    for unrest, rise in ((1, [1]), (2, [1]), (3, []), (7, [])):
        start = district(state, 0, unrest=unrest)
        _, ledger = played(board, start, Unique(leader(board, "juno_armitage"), D(0)))
        assert [entry.amount for entry in of(ledger, Shifted, cause="rally")] == rise
        assert of(ledger, Earned, cause="rally") == [Earned(SRA, "voice", "rally", D(0), 3)]


def test_two_rallies_together_do_not_pass_three():
    seating = (Sitting(FactionKey("sra"), 1), Sitting(FactionKey("sra"), 2), Sitting(FactionKey("ca"), 1))
    board, state = match(line_city(), seating)
    there = everyone_at(board, district(public(state, turn=2), 1, unrest=2), 1)
    mine, theirs = board.leaders_of(SRA)[0], board.leaders_of(OCC)[0]
    after, ledger = played(board, there, Unique(mine, D(1)), Unique(theirs, D(1)))
    assert after.public.districts[1].unrest == 3
    # Neither seat comes first: both are told of their rise, and what is too much is taken back.
    assert [entry.amount for entry in of(ledger, Shifted, cause="rally")] == [1, 1]
    assert of(ledger, Shifted, cause="ceiling") == [Shifted("unrest", D(1), "ceiling", NOBODY, -1)]


@pytest.mark.parametrize(("where", "earned"), [(0, 4), (1, 5), (2, 6)])
def test_showcase_earns_more_where_people_are_better_off(where, earned):
    board, state = line()
    there = everyone_at(board, state, where)
    _, ledger = played(board, there, Unique(leader(board, "zara_lin"), D(where)))
    assert of(ledger, Earned, cause="showcase") == [Earned(OCC, "credits", "showcase", D(where), earned)]
    assert of(ledger, Shifted, cause="showcase") == [Shifted("lean", D(where), "showcase", OCC, 4)]


def test_story_circle_returns_its_voice_calms_and_reconciles():
    board, state = line()
    there = everyone_at(board, state, 0)
    _, ledger = played(board, there, Unique(leader(board, "talia_foxglove"), D(0)))
    assert of(ledger, Earned, cause="story_circle") == [Earned(CA, "voice", "story_circle", D(0), 1)]
    assert of(ledger, Shifted, cause="story_circle") == [
        Shifted("lean", D(0), "story_circle", CA, 10),
        Shifted("unrest", D(0), "story_circle", CA, -1),
    ]


def test_the_limelight_is_hard_on_who_leads_alone():
    board, state = line()
    leading = seat(public(state, turn=7), SRA, legacy=100)
    _, ledger = played(board, leading, Campaign(leader(board, "alok_dsouza"), D(0)))
    (entry,) = of(ledger, Pressed, cause="campaign")
    assert entry.amount == 1400 * 134 * 95 // 10_000
    assert entry.factors[-1].name == "limelight"


def test_no_limelight_before_turn_seven_or_on_a_tie():
    board, state = line()
    early = seat(public(state, turn=6), SRA, legacy=100)
    tied = seat(seat(public(state, turn=7), SRA, legacy=100), OCC, legacy=100)
    for case in (early, tied):
        _, ledger = played(board, case, Campaign(leader(board, "alok_dsouza"), D(0)))
        assert of(ledger, Pressed, cause="campaign")[0].amount == 1400 * 134 // 100
