"""A law in full: what it does, when the residents want it, who gains and who loses."""

from collections.abc import Callable

from game.client.screens.city.cockpit import Cockpit
from game.client.theme import Style
from game.client.widgets.button import Button
from game.client.widgets.label import Label
from game.client.widgets.layout import Column
from game.client.widgets.panelbox import Dialog
from game.client.widgets.richtext import SignSpan, Span


def law_window(cockpit: Cockpit, law: str, on_close: Callable[[], None]) -> Dialog:
    """The window; Escape or its button closes it."""
    words = cockpit.cards.law(law)
    say = cockpit.stage.say
    lines = [
        Label(words.axis, Style.STRONG_14, "dim"),
        Label(words.about, Style.PLAIN, "soft", wrap=True),
        *(Label(effect, Style.STRONG, "text", wrap=True) for effect in words.effects),
        Label(words.residents, Style.PLAIN_15, "soft", wrap=True),
        Label(
            [SignSpan("up", "go"), Span(say("council-gain", who=", ".join(words.gains)), "go")],
            Style.STRONG_15,
            wrap=True,
        ),
        Label(
            [SignSpan("down", "loss"), Span(say("council-lose", who=", ".join(words.loses)), "loss")],
            Style.STRONG_15,
            wrap=True,
        ),
    ]
    if words.mood:
        lines.append(Label(words.mood, Style.PLAIN_15, "soft"))
    close = Button(say("council-close"), on_close, key="Esc", height=36)
    return Dialog(words.name, Column(lines, gap=8), [close], width=480)
