"""The own secret mandates with how far each is now, and the goals of the mode."""

from collections.abc import Callable, Iterator

from game.client.model.cards import number_words
from game.client.screens.city.cockpit import Cockpit
from game.client.screens.section import Section
from game.client.theme import Style
from game.client.widgets.button import Button
from game.client.widgets.fitted import FittedArea
from game.client.widgets.label import Label
from game.client.widgets.layout import Column
from game.client.widgets.panelbox import Dialog
from game.client.widgets.richtext import EmblemSpan, Part, SignSpan, Span
from game.client.widgets.widget import Widget
from game.rules.cards import Goal
from game.rules.measure import SEAT_READINGS, Measure
from game.rules.standing import Standing
from game.rules.turn import NOBODY


def goals_window(cockpit: Cockpit, on_close: Callable[[], None]) -> Dialog:
    """The window; Escape or its button closes it. Everything is read as it stands now."""
    say = cockpit.stage.say
    standing = Standing(cockpit.model.board, cockpit.public)
    parts: list[Widget] = []
    if cockpit.seat >= 0:
        parts.append(Section(say("council-mandates"), _mandates(cockpit, standing), gap=6))
    if cockpit.model.board.match.mode.goals:
        section = Section(say("council-goals"), _goals(cockpit, standing), gap=6)
        parts.insert(0 if cockpit.model.board.match.mode.together else len(parts), section)
    if not parts:
        parts.append(Label(say("council-goals-none"), Style.PLAIN_15, "dim"))
    close = Button(say("council-close"), on_close, key="Esc", height=36)
    content = FittedArea(Column(parts, gap=16))
    return Dialog(say("council-goals-title"), content, [close], width=560, accent="voice")


def mandates_met(cockpit: Cockpit) -> int:
    """How many of the own mandates would be met if the match ended now."""
    standing, mandates = Standing(cockpit.model.board, cockpit.public), cockpit.model.board.ruleset.mandates
    return sum(
        all(standing.holds(measure, cockpit.seat) for measure in mandates[key].measures)
        for key in cockpit.model.mandates
    )


def goals_met(cockpit: Cockpit) -> int:
    """How many goals of the mode the city keeps now; goals that seats race for are not counted."""
    standing = Standing(cockpit.model.board, cockpit.public)
    goals = (goal.measure for goal in cockpit.model.board.match.mode.goals)
    return sum(measure.reads not in SEAT_READINGS and standing.holds(measure) for measure in goals)


def _mandates(cockpit: Cockpit, standing: Standing) -> Iterator[Widget]:
    ruleset, say = cockpit.model.board.ruleset, cockpit.stage.say
    if not cockpit.model.mandates:
        yield Label(say("council-mandates-none"), Style.PLAIN_15, "dim")
        return
    for key in cockpit.model.mandates:
        card, words = ruleset.mandates[key], cockpit.cards.mandate(key)
        met = all(standing.holds(measure, cockpit.seat) for measure in card.measures)
        yield _head(words.name, met=met)
        yield Label(words.about, Style.PLAIN_15, "soft", wrap=True)
        for measure, line in zip(card.measures, words.lines, strict=True):
            yield _line(cockpit, standing, measure, line)
    worth = ruleset.mandate.legacy // 100
    yield Label(say("council-mandates-about", worth=worth), Style.PLAIN_14, "dim", wrap=True)


def _goals(cockpit: Cockpit, standing: Standing) -> Iterator[Widget]:
    mode, say = cockpit.model.board.match.mode, cockpit.stage.say
    for place, goal in enumerate(mode.goals):
        words = cockpit.cards.goal(place)
        of_seats = goal.measure.reads in SEAT_READINGS
        met = not of_seats and standing.holds(goal.measure)
        yield _head(words.name, met=met)
        yield Label(words.when, Style.PLAIN_14, "dim")
        if of_seats:
            yield Label(words.measure, Style.STRONG_15, "text", wrap=True)
            yield _by_seat(cockpit, standing, goal)
        else:
            yield _line(cockpit, standing, goal.measure, words.measure)
    if mode.together:
        yield Label(say("council-goals-together"), Style.PLAIN_14, "dim", wrap=True)
    elif any(goal.wins for goal in mode.goals):
        yield Label(say("council-goals-wins"), Style.PLAIN_14, "dim", wrap=True)


def _head(name: str, *, met: bool) -> Label:
    sign = SignSpan("tick" if met else "dots", "go" if met else "attention")
    return Label([sign, Span(name, "text")], Style.STRONG_18)


def _line(cockpit: Cockpit, standing: Standing, measure: Measure, line: str) -> Label:
    """What is asked, and what it is now: green where it holds."""
    seat = cockpit.seat if measure.reads in SEAT_READINGS else NOBODY
    found = number_words(measure.reads, standing.read(measure, seat))
    holds = standing.holds(measure, seat)
    now = Span(
        cockpit.stage.say("council-goal-now", found=found), "go" if holds else "attention", Style.STRONG_15
    )
    return Label([Span(line, "text"), now], Style.STRONG_15, wrap=True)


def _by_seat(cockpit: Cockpit, standing: Standing, goal: Goal) -> Label:
    """How far every ranked seat is."""
    parts: list[Part] = []
    for seat in cockpit.model.board.ranked:
        found = number_words(goal.measure.reads, standing.read(goal.measure, seat))
        parts += [EmblemSpan(cockpit.words.banner(seat), 8), Span(found, "text")]
    return Label(parts, Style.STRONG)
