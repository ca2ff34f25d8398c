"""Cards that open beside what they explain: laws, events, landmarks, traits, and all that is coming in one."""

import textwrap
from collections.abc import Iterable
from functools import partial

from game.client.screens.city.cockpit import Cockpit
from game.client.widgets.tips import Tip, TipRow
from game.rules.ids import Leader
from game.rules.state import Bill, Happening, Law

LETTERS = 64
"""Letters in a line of a card."""


def note(words: str, source: str = "") -> TipRow:
    """Words alone."""
    return TipRow("", "", words, source, kind="note")


def notes(words: str) -> list[TipRow]:
    """A sentence, broken where it is long."""
    return [note(line) for line in textwrap.wrap(words, LETTERS)]


def _card(cockpit: Cockpit, crumbs: tuple[str, ...], about: str, rows: Iterable[TipRow], rule: str) -> Tip:
    lines = textwrap.wrap(about, LETTERS)
    whole = [*(note(line) for line in lines[1:]), *rows]
    subtitle = lines[0] if lines else ""
    return Tip(
        crumbs, subtitle, tuple(whole), (cockpit.say("sum-rule", rule=rule), cockpit.say("sum-escape"))
    )


def law_tip(cockpit: Cockpit, law: str, when: str) -> Tip:
    """A law: what it changes, who gains and loses, when the residents want it. `when` says what becomes of it."""
    card, say = cockpit.cards.law(law), cockpit.say
    rows = [row for effect in card.effects for row in notes(effect)]
    rows.append(
        note(say("law-gains", who=", ".join(card.gains)), say("law-loses", who=", ".join(card.loses)))
    )
    rows += [row for words in (card.residents, card.mood, when) if words for row in notes(words)]
    return _card(cockpit, (card.axis, card.name), card.about, rows, "8")


def bill_tip(cockpit: Cockpit, bill: Bill, turn: int) -> Tip:
    """A law on the docket, voted on at the end of that turn."""
    who = cockpit.words.faction(bill.mover) if bill.mover >= 0 else ""
    key = "bill-moved" if who else "bill-dealt"
    return law_tip(cockpit, bill.law, cockpit.say(key, turn=turn, who=who))


def in_force_tip(cockpit: Cockpit, law: Law) -> Tip:
    """A law in force."""
    return law_tip(cockpit, law.key, cockpit.say("law-until", turn=law.until))


def event_tip(cockpit: Cockpit, event: Happening) -> Tip:
    """An event: when, where, what it changes, what answers it, what it does if nobody does."""
    card, say = cockpit.cards.event(event.key), cockpit.say
    place = cockpit.words.district(event.district)
    rows = [note(event_when(cockpit, event), say("event-where", place=place, lasts=card.lasts))]
    rows += [row for effect in card.effects for row in notes(effect)]
    rows += notes(card.answers) if card.answers else []
    rows += [row for line in card.harm for row in notes(line)]
    return _card(cockpit, (card.kind, card.name), card.about, rows, "9")


def event_when(cockpit: Cockpit, event: Happening) -> str:
    """When an event comes, or that it is at work, answered or not."""
    turn = cockpit.public.turn
    if event.turn > turn:
        return cockpit.say("event-coming", turn=event.turn)
    if event.turn == turn:
        return cockpit.say("event-now")
    last = event.turn + cockpit.model.board.ruleset.events[event.key].turns - 1
    return cockpit.say("event-answered" if event.answered else "event-at-work", turn=last)


def landmark_tip(cockpit: Cockpit, landmark: str) -> Tip:
    """A landmark and its rule."""
    card = cockpit.cards.landmark(landmark)
    name = cockpit.words.landmark(landmark)
    if card is None:
        return _card(cockpit, (name,), cockpit.say("landmark-no-rule"), (), "3")
    rows = [row for line in card.lines for row in notes(line)]
    return _card(cockpit, (cockpit.say("landmark"), card.name), card.about, rows, "3")


def trait_tip(cockpit: Cockpit, leader: Leader) -> Tip:
    """A leader: whose, where, and what it is good at."""
    card, words = cockpit.cards.trait(leader), cockpit.words
    plan = cockpit.model.board.leaders[leader]
    rows = [note(card.name, words.faction(plan.seat)), *(r for line in card.lines for r in notes(line))]
    return _card(cockpit, (words.leader(leader), card.name), card.about, rows[1:], "4")


def trait_words(cockpit: Cockpit, leader: Leader) -> str:
    """A leader's name and what it is good at, in one line."""
    card = cockpit.cards.trait(leader)
    return cockpit.say(
        "trait-line", leader=cockpit.words.leader(leader), trait=card.name, effect=". ".join(card.lines)
    )


def coming_tip(cockpit: Cockpit) -> Tip:
    """All that comes: events, the docket, what waits for the next one, laws in force; each opens."""
    board, public, say = cockpit.model.board, cockpit.public, cockpit.say
    rows = [
        TipRow(
            "",
            "",
            say("event-line", event=cockpit.words.event(event.key), when=event_when(cockpit, event)),
            cockpit.words.district(event.district),
            kind="note",
            opens=partial(event_tip, cockpit, event),
        )
        for event in events_to_come(cockpit)
    ]
    vote = (board.season(public.turn) + 1) * board.length.season_turns
    rows += [_bill_row(cockpit, bill, say("bill-vote", turn=vote), vote) for bill in public.docket]
    later = vote + board.length.season_turns
    rows += [_bill_row(cockpit, bill, say("bill-later", turn=later), later) for bill in public.moved]
    rows += [
        TipRow(
            "",
            "",
            cockpit.words.law(law.key),
            say("law-until", turn=law.until),
            kind="note",
            opens=partial(in_force_tip, cockpit, law),
        )
        for law in public.laws
    ]
    crumbs = (say("coming"), say("turn", turn=public.turn))
    return Tip(crumbs, say("coming-about"), tuple(rows), (say("sum-escape"),))


def _bill_row(cockpit: Cockpit, bill: Bill, when: str, turn: int) -> TipRow:
    name = cockpit.words.law(bill.law)
    return TipRow("", "", name, when, kind="note", opens=partial(bill_tip, cockpit, bill, turn))


def events_to_come(cockpit: Cockpit) -> tuple[Happening, ...]:
    """Events announced or at work, in the order of their turns; those that are over are left out."""
    board, public = cockpit.model.board, cockpit.public
    return tuple(
        event for event in public.events if public.turn < event.turn + board.ruleset.events[event.key].turns
    )
