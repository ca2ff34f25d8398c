"""How the match of a room is played, as sentences: mode, temper and goals, clock, absence, spectators."""

from game.client.model.cards import Spoken
from game.client.screens.base import Stage
from game.client.screens.terms_words import absence_words, clock_words, delay_words, language_words
from game.client.theme import Style
from game.client.widgets.label import Label
from game.client.widgets.layout import Column
from game.client.widgets.richtext import IconSpan, Part, Span
from game.client.widgets.widget import Widget
from game.protocol.messages import RoomInfo
from game.rules.ruleset import Ruleset
from game.text.effects import describe_goal


def how_played(stage: Stage, room: RoomInfo, ruleset: Ruleset) -> Widget:
    """The sentences below each other, a sign before each."""
    say = stage.say
    head = f"{say(f'modes-{room.mode}')}, {say(f'modes-temper-{room.temper}')}"
    lines: list[Widget] = [
        Label(head, Style.STRONG, "text", wrap=True),
        Label(say(f"modes-{room.mode}-about"), Style.PLAIN_15, "soft", wrap=True),
    ]
    mode = ruleset.modes.get(room.mode)
    for goal in mode.goals if mode is not None else ():
        words = describe_goal(Spoken(say), ruleset, goal, len(room.seats))
        lines.append(
            Label([IconSpan("agenda", "dim"), Span(words.measure, "text")], Style.STRONG_15, wrap=True)
        )
    lines.append(_line("clock", clock_words(room, say, stage.wall())))
    lines.append(_line("waiting", absence_words(room, say)))
    lines.append(_line("seat-spectator", _watchers(stage, room)))
    if room.language:
        lines.append(_line("language", language_words(room.language, say)))
    return Column(lines, gap=4)


def _watchers(stage: Stage, room: RoomInfo) -> str:
    words = delay_words(room.delay, stage.say)
    if room.delay is None:
        return words
    return stage.say("lobby-watched", words=words, watchers=room.watchers)


def _line(icon: str, words: str) -> Label:
    parts: list[Part] = [IconSpan(icon, "dim"), Span(words, "soft")]
    return Label(parts, Style.PLAIN_15, wrap=True)
