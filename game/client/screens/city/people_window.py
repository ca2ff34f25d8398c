"""Who plays: every seat with its player, how they stand, and what one can do about them."""

from collections.abc import Callable, Iterable
from typing import Final

from game.client.geometry import Rect, Size
from game.client.look import Look
from game.client.scene.items import CutBox, Icon, Item, Text
from game.client.scene.marks import Emblem, Sign
from game.client.screens.city.asking import send
from game.client.screens.city.cockpit import Cockpit
from game.client.screens.city.sitters import Sitter, sitters
from game.client.screens.people.person import Person, PersonDoors, open_person
from game.client.screens.people.standing import standing_words
from game.client.screens.terms_words import absence_words
from game.client.theme import Style, mix
from game.client.widgets.button import Button
from game.client.widgets.label import Label
from game.client.widgets.layout import Column, Container
from game.client.widgets.panelbox import Dialog
from game.client.widgets.richtext import shortened
from game.client.widgets.widget import Widget

ROW: Final = 56
WIDTH: Final = 560


class SitterRow(Container):
    """A seat: emblem, player, how it stands, and its one control at the right."""

    def __init__(self, sitter: Sitter, about: str, controls: Iterable[Widget]) -> None:
        self.sitter, self._about = sitter, about
        super().__init__(controls)

    def wanted(self, look: Look, width: int) -> Size:
        return Size(width, look.u(ROW))

    def arrange(self, look: Look) -> None:
        u = look.u
        for child in self.shown():
            width = min(child.wanted(look, self.rect.w).w, self.rect.w // 3)
            right = self.rect.right - u(8)
            child.place(look, Rect(right - width, self.rect.centre_y - u(15), width, u(30)))

    def paint(self, look: Look) -> Iterable[Item]:
        u, p, rect, sitter = look.u, look.palette, self.rect, self.sitter
        yield CutBox(rect, u(7), mix(p.panel, p.of(sitter.banner), 0.06), 255, p.line, u(1))
        yield Emblem(rect.x + u(26), rect.centre_y, sitter.banner, u(15))
        left = rect.x + u(52)
        room = min([child.rect.x for child in self.shown()], default=rect.right) - left - u(12)
        name = shortened(look, sitter.name, room, Style.STRONG)
        high, low = rect.centre_y - u(11), rect.centre_y + u(11)
        yield Text(left, high, name, look.face(Style.STRONG), p.text, "ml")
        after = left + look.width(name, Style.STRONG) + u(10)
        about = shortened(look, self._about, left + room - after, Style.PLAIN_14)
        yield Text(after, high, about, look.face(Style.PLAIN_14), p.dim, "ml")
        yield from _mark(look, left + u(7), low, sitter.sign)
        state = shortened(look, sitter.state, room - u(22), Style.PLAIN_15)
        yield Text(left + u(22), low, state, look.face(Style.PLAIN_15), p.soft, "ml")


def _mark(look: Look, x: int, y: int, sign: str) -> Iterable[Item]:
    p, u = look.palette, look.u
    if sign == "tick":
        yield Sign(x, y, "tick", u(6), p.go)
    elif sign == "dots":
        yield Sign(x, y, "dots", u(6), p.attention)
    else:
        yield Icon(x, y, sign, u(16), p.loss)


def people_window(cockpit: Cockpit, on_close: Callable[[], None]) -> Dialog:
    """The window as the seats stand now; Escape or its button closes it."""
    say, company = cockpit.say, cockpit.model.company
    rows: list[Widget] = [_row(cockpit, sitter, on_close) for sitter in sitters(cockpit)]
    room = company.room
    if room is not None:
        rows.append(Label(absence_words(room, cockpit.stage.say), Style.PLAIN_15, "soft", wrap=True))
        if room.watchers:
            rows.append(Label(say("people-watchers", count=room.watchers), Style.PLAIN_15, "soft"))
    close = Button(cockpit.stage.say("common-back"), on_close, key="Esc", height=36)
    return Dialog(say("people-title"), Column(rows, gap=8), [close], width=WIDTH, cancel=close)


def _row(cockpit: Cockpit, sitter: Sitter, on_close: Callable[[], None]) -> SitterRow:
    say = cockpit.stage.say
    chair = cockpit.model.company.chair(sitter.seat)
    about = standing_words(chair.standing, say) if chair is not None else ""
    if sitter.seat == cockpit.seat:
        about = say("results-you")
    if not sitter.is_person or sitter.seat == cockpit.seat or cockpit.seat < 0:
        return SitterRow(sitter, about, ())

    def opens() -> None:
        on_close()
        _open(cockpit, sitter, about)

    return SitterRow(sitter, about, (Button(say("people-more"), opens, icon="more"),))


def _open(cockpit: Cockpit, sitter: Sitter, about: str) -> None:
    company, client, seat = cockpit.model.company, cockpit.model.client, sitter.seat
    room, chair = company.room, company.chair(seat)
    if room is None or chair is None:
        return
    name = chair.substitute or chair.name

    def told() -> None:
        cockpit.tell(cockpit.stage.say("people-reported"))

    doors = PersonDoors(
        talk=lambda: cockpit.open_chat_to(seat),
        ignore=lambda ignored: company.talk.ignore(name, ignored=ignored),
        report=lambda text: send(cockpit, client.report(seat, text), told),
        mute=(lambda muted: send(cockpit, client.mute(seat, muted=muted)))
        if room.owner == cockpit.seat
        else None,
    )
    person = Person(name, about, ignored=name in company.talk.ignored, muted=seat in room.muted)
    open_person(cockpit.stage, person, doors)
