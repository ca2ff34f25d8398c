from game.client.screens.city import card_tips
from game.client.widgets.tips import Tip
from game.rules.ids import District, Seat
from game.rules.state import Bill, Happening, Law
from tests.support.cockpits import cockpit_of, seeing, seen
from tests.support.matches import public


def said(tip: Tip) -> str:
    lines = [tip.subtitle, *(words for row in tip.rows for words in (row.name, row.source) if words)]
    return "\n".join([*tip.crumbs, *lines])


async def test_an_event_says_when_where_what_and_what_answers_it() -> None:
    async with cockpit_of() as cockpit:
        event = Happening("janus_intrusion", District(3), 5, answered=False)
        words = said(card_tips.event_tip(cockpit, event))
        assert "Janus Intrusion" in words
        assert "comes in turn 5" in words
        assert cockpit.words.district(District(3)) in words
        assert "Forum" in words
        assert "unrest +1" in words


async def test_an_event_at_work_says_whether_it_was_answered() -> None:
    async with cockpit_of() as cockpit:
        seeing(cockpit, public(seen(cockpit), turn=3))
        for answered, expected in ((False, "at work through turn 3"), (True, "answered")):
            event = Happening("janus_intrusion", District(3), 2, answered=answered)
            assert expected in card_tips.event_when(cockpit, event)
        now = Happening("janus_intrusion", District(3), 3, answered=False)
        assert card_tips.event_when(cockpit, now) == "this turn"


async def test_every_card_of_the_ruleset_opens() -> None:
    async with cockpit_of() as cockpit:
        ruleset = cockpit.model.board.ruleset
        for law in ruleset.laws:
            assert cockpit.words.law(law) in said(card_tips.law_tip(cockpit, law, ""))
        for event in ruleset.events:
            tip = card_tips.event_tip(cockpit, Happening(event, District(0), 4, answered=False))
            assert all(len(row.name) <= card_tips.LETTERS + 40 for row in tip.rows)
        for landmark in ruleset.landmarks:
            assert card_tips.landmark_tip(cockpit, landmark).rows
        for leader in cockpit.model.planning.leaders():
            assert cockpit.words.leader(leader) in said(card_tips.trait_tip(cockpit, leader))


async def test_all_that_comes_is_one_card_whose_rows_open() -> None:
    async with cockpit_of() as cockpit:
        state = public(
            seen(cockpit),
            turn=4,
            events=(Happening("whistleblower", District(1), 6, answered=False),),
            docket=(Bill("quiet_streets", Seat(-1), 0),),
            moved=(Bill("open_clinics", Seat(1), 2),),
            laws=(Law("smile_levy", 9, Seat(0)),),
        )
        seeing(cockpit, state)
        tip = card_tips.coming_tip(cockpit)
        assert [row.opens is not None for row in tip.rows] == [True] * 4
        words = said(tip)
        assert "on the docket: vote in turn 6" in words
        assert "moved: vote in turn 9" in words
        assert "In force through turn 9" in words
        cards = [row.opens().crumbs[-1] for row in tip.rows if row.opens is not None]
        assert cards == ["Whistleblower", "Quiet Streets", "Open Clinics", "Smile Levy"]
