"""A window that asks for a password."""

from collections.abc import Callable, Sequence

from game.client.screens.base import Stage
from game.client.screens.notice import fault_list
from game.client.theme import Style
from game.client.widgets.button import Button
from game.client.widgets.entry import TextEntry
from game.client.widgets.label import Label
from game.client.widgets.layout import Column
from game.client.widgets.panelbox import Dialog
from game.client.widgets.widget import Widget

LONGEST = 64


def ask_password(
    stage: Stage, on_password: Callable[[str], None], faults: Sequence[tuple[str, str]] = ()
) -> None:
    """Ask for a room's password; `faults` say why it is asked again. Escape does nothing."""
    say = stage.say
    opened: list[Dialog] = []

    def close() -> None:
        stage.desk.close(opened[0])

    def finish() -> None:
        if entry.text:
            close()
            on_password(entry.text)

    entry = TextEntry("", lambda _: finish(), limit=LONGEST, secret=True)
    about = Label(say("lobby-password-about"), Style.PLAIN_15, "soft", wrap=True)
    content: list[Widget] = [about, entry, *([fault_list(faults)] if faults else [])]
    keep = Button(say("common-cancel"), close, key="Esc", height=36)
    call = Button(say("lobby-password-enter"), finish, "primary", key="Enter", height=36)
    dialog = Dialog(say("lobby-password-title"), Column(content, gap=10), [keep, call], cancel=keep)
    opened.append(dialog)
    stage.desk.open(dialog)
    stage.desk.focus_on(entry)
