"""Windows that tell what went wrong and how to mend it, or ask before something is lost."""

from collections.abc import Callable, Sequence

from game.client.screens.base import Say, Stage
from game.client.theme import Style
from game.client.widgets.button import Button
from game.client.widgets.label import Label
from game.client.widgets.layout import Column
from game.client.widgets.panelbox import Dialog
from game.client.widgets.richtext import IconSpan, Part, Span
from game.client.widgets.widget import Widget
from game.protocol.refusals import ALL_CODES, Refusal


def refusal_words(refusal: Refusal, say: Say) -> tuple[str, str]:
    """What was refused and its mend, in the player's language; a code this client does not know is told as it came."""
    if refusal.code in ALL_CODES:
        key = f"refusal-{refusal.code}"
        return say(key, **refusal.parameters), say(f"{key}-mend", **refusal.parameters)
    return refusal.text or refusal.code, refusal.mend


def fault_label(what: str, mend: str = "") -> Label:
    """A fault as one paragraph: sign, what is wrong, how to mend it."""
    parts: list[Part] = [IconSpan("warning", "attention"), Span(what, "attention")]
    if mend:
        parts.append(Span(mend, "soft"))
    return Label(parts, Style.STRONG_15, wrap=True)


def fault_list(faults: Sequence[tuple[str, str]]) -> Widget:
    """Several faults with their mends, below each other."""
    return Column([fault_label(what, mend) for what, mend in faults], gap=8)


def notify(
    stage: Stage, title: str, content: Widget | str, closed: Callable[[], None] = lambda: None
) -> Dialog:
    """Open a window with one button; `closed` is called after it is closed, by the button, Enter or Escape."""
    opened: list[Dialog] = []

    def close() -> None:
        stage.desk.close(opened[0])
        closed()

    button = Button(stage.say("common-ok"), close, "primary", key="Enter", height=36)
    return _open(stage, Dialog(title, content, [button], accent="attention"), button, opened)


def confirm(stage: Stage, title: str, content: Widget | str, act: tuple[str, Callable[[], None]]) -> Dialog:
    """Ask before something is done. `act` is the words of its button and what it does; Escape does nothing."""
    opened: list[Dialog] = []
    words, do = act

    def close() -> None:
        stage.desk.close(opened[0])

    def agree() -> None:
        close()
        do()

    keep = Button(stage.say("common-cancel"), close, key="Esc", height=36)
    doing = Button(words, agree, "primary", key="Enter", height=36)
    dialog = Dialog(title, content, [keep, doing], accent="attention", cancel=keep)
    return _open(stage, dialog, doing, opened)


def _open(stage: Stage, dialog: Dialog, first: Button, opened: list[Dialog]) -> Dialog:
    """Open it with the keyboard on its call."""
    opened.append(dialog)
    stage.desk.open(dialog)
    stage.desk.focus_on(first)
    return dialog
