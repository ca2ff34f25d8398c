"""The call: end the turn, with how many leaders have no order; or go on with it while others still plan."""

from game.client.intents import Intent
from game.client.scene.items import CutBox, Glow, Item
from game.client.screens.city.cockpit import Cockpit
from game.client.screens.city.pen import Pen
from game.client.screens.city.top_bar import late_words
from game.client.theme import Style, mix
from game.protocol.messages import PERSON
from game.rules.ids import Seat


def end_turn_glow(pen: Pen) -> Item:
    """The light around the call; it lies under the button and reaches past its rectangle."""
    return Glow(pen.rect, pen.palette.go, pen.u(40))


def draw_end_turn(cockpit: Cockpit, pen: Pen) -> None:
    """Draw the button in the state the match is in."""
    if cockpit.seat < 0 or cockpit.model.ended or cockpit.model.resigned:
        under = late_words(cockpit) if cockpit.seat < 0 else ""
        _plain(cockpit, pen, "watching" if not cockpit.model.ended else "match-over", under)
    elif cockpit.model.is_waiting():
        _waiting(cockpit, pen)
    else:
        _call(cockpit, pen)


def _call(cockpit: Cockpit, pen: Pen) -> None:
    p, u = pen.palette, pen.u
    over = pen.hot(pen.rect, cockpit.press_end)
    ground = mix(p.go, (255, 255, 255), 0.14 if over else 0.0)
    pen.put(CutBox(pen.rect, u(9), ground, 255, mix(p.go, (255, 255, 255), 0.4), u(1.4)))
    middle = pen.height / 2
    pen.text(22, middle - 9, cockpit.say("end-turn").upper(), Style.H1, p.on_go)
    idle = len(cockpit.model.planning.idle())
    cap = cockpit.cap(Intent.END_TURN)
    words = cockpit.say("idle-again" if cockpit.asks else "idle-leaders", count=idle, cap=cap)
    missing = len(cockpit.council.missing())
    if missing:
        council = cockpit.cap(Intent.COUNCIL)
        key = "ballots-again" if cockpit.asks else "ballots-missing"
        words = cockpit.say(key, count=missing, idle=idle, cap=cap, council=council)
    pen.text(
        23, middle + 17, pen.fit(words, pen.width - 32, Style.STRONG), Style.STRONG, mix(p.on_go, p.go, 0.18)
    )
    if not cockpit.confirms:
        pen.keycap(pen.width - 18, middle - 9, cap, on_call=True)


def _waiting(cockpit: Cockpit, pen: Pen) -> None:
    """I am ready; a press takes that back."""
    p, u = pen.palette, pen.u
    over = pen.hot(pen.rect, cockpit.end_turn)
    pen.put(CutBox(pen.rect, u(9), mix(p.go_ground, p.panel, 0.2 if over else 0.45), 250, p.go, u(1.4)))
    middle = pen.height / 2
    pen.text(22, middle - 9, cockpit.say("waiting").upper(), Style.CALL, p.go)
    seats = cockpit.model.board.all_seats
    others = [
        _waited_for(cockpit, seat)
        for seat in seats
        if seat != cockpit.seat
        and not cockpit.model.ready[seat]
        and cockpit.model.company.is_waited_for(seat)
    ]
    words = cockpit.say("waiting-for", who=", ".join(others)) if others else cockpit.say("resolving")
    pen.text(22, middle + 17, pen.fit(words, pen.width - 40, Style.STRONG), Style.STRONG, "soft")
    pen.keycap(pen.width - 18, middle - 9, cockpit.cap(Intent.END_TURN))


def _waited_for(cockpit: Cockpit, seat: Seat) -> str:
    """Whose orders are missing, and whether they cannot come for want of a connection."""
    name, chair = cockpit.words.short(seat), cockpit.model.company.chair(seat)
    if chair is None or chair.player != PERSON or chair.here or chair.substitute:
        return name
    return cockpit.say("waiting-away", who=name)


def _plain(cockpit: Cockpit, pen: Pen, key: str, under: str) -> None:
    p, u = pen.palette, pen.u
    pen.put(CutBox(pen.rect, u(9), p.panel, 246, p.line_strong, u(1)))
    middle = pen.height / 2 - (9 if under else 0)
    pen.text(pen.width / 2, middle, cockpit.say(key).upper(), Style.CALL, "soft", "c")
    if under:
        words = pen.fit(under, pen.width - 24, Style.PLAIN_14)
        pen.text(pen.width / 2, middle + 22, words, Style.PLAIN_14, "soft", "c")
