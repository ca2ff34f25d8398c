"""The bar along the top: who I am, what I have, how everyone and the city stand, the time, who is ready."""

from functools import partial

from game.client.geometry import Rect
from game.client.intents import Intent
from game.client.model.words import signed
from game.client.scene.items import Anchor, Fill, Polygon
from game.client.scene.marks import Meter
from game.client.screens.city import fracture_sums, sums
from game.client.screens.city.clock import draw_clock
from game.client.screens.city.cockpit import Cockpit
from game.client.screens.city.pen import Pen
from game.client.screens.city.sitters import sitters
from game.client.theme import Style
from game.rules.ledger import Earned

HEIGHT = 52
DESIGN_WIDTH = 1280
NAME = 94
"""Room for the faction's name, up to the purse."""


def draw_top_bar(cockpit: Cockpit, pen: Pen) -> None:
    """Draw the whole bar; sections move apart where the window is wider than the design."""
    spare = max(0.0, pen.width - DESIGN_WIDTH)
    _ground(pen)
    _faction(cockpit, pen)
    _purse(cockpit, pen)
    seats = cockpit.model.board.seats
    wider = max(0, seats - 3) * 34
    _legacy(cockpit, pen, 314 + spare * 0.25)
    _fracture(cockpit, pen, 512 + spare * 0.45 + wider, 250 - wider)
    _season(cockpit, pen, 790 + spare * 0.65)
    draw_clock(cockpit, pen, 934 + spare * 0.8)
    _ready(cockpit, pen, 1036 + spare)
    _tools(cockpit, pen)


def _ground(pen: Pen) -> None:
    p = pen.palette
    pen.put(Fill(pen.rect, p.panel, 246))
    pen.put(Fill(Rect(pen.rect.x, pen.rect.bottom - pen.u(1), pen.rect.w, pen.u(1)), p.line))


def _faction(cockpit: Cockpit, pen: Pen) -> None:
    if cockpit.seat < 0:
        _watcher(cockpit, pen)
        return
    hint = cockpit.say("tool-sheet", cap=cockpit.cap(Intent.SHEET))
    over = pen.hot(pen.box(12, 8, 128, 36), cockpit.open_sheet, hint)
    pen.emblem(28, 26, cockpit.banner, 14)
    lines = _name(cockpit, pen)
    style = (
        Style.STRONG_15 if all(pen.wide(line, Style.STRONG_15) <= NAME for line in lines) else Style.STRONG_14
    )
    for line, y in zip(lines, (17, 34) if len(lines) > 1 else (26,), strict=True):
        pen.text(49, y, pen.fit(line, NAME, style), style, "selection" if over else "text")


def _name(cockpit: Cockpit, pen: Pen) -> list[str]:
    """The own faction; of a substitute also for whom."""
    absent = cockpit.model.company.stands_in_for
    if absent:
        return [cockpit.words.short(cockpit.seat), cockpit.say("stands-in", name=absent)]
    return two_lines(pen, cockpit.words.faction(cockpit.seat))


def _watcher(cockpit: Cockpit, pen: Pen) -> None:
    late = late_words(cockpit)
    pen.icon(28, 26, "seat-spectator", 24)
    pen.text(50, 17 if late else 26, cockpit.say("spectator"), Style.STRONG_15)
    if late:
        pen.text(50, 36, pen.fit(late, 240, Style.PLAIN_14), Style.PLAIN_14, "soft")


def late_words(cockpit: Cockpit) -> str:
    """How much later one sees what happens than those who play; nothing where nobody plays any more."""
    room = cockpit.model.company.room
    return "" if room is None or room.delay is None else cockpit.say("late", turns=room.delay)


def two_lines(pen: Pen, name: str) -> list[str]:
    """A name in one line where it fits, else broken where its longer half is shortest."""
    words = name.split(" ")
    if len(words) == 1 or pen.wide(name, Style.STRONG_15) <= NAME:
        return [name]
    halves = [[" ".join(words[:n]), " ".join(words[n:])] for n in range(1, len(words))]
    return min(halves, key=lambda pair: max(pen.wide(half, Style.STRONG_15) for half in pair))


def _purse(cockpit: Cockpit, pen: Pen) -> None:
    if cockpit.seat < 0:
        return
    own = cockpit.public.seats[cockpit.seat]
    for x, currency, have in ((146, "credits", own.credits), (232, "voice", own.voice)):
        hint = cockpit.say("gift-hint", cap=cockpit.cap(Intent.GIFT))
        over = pen.hot(pen.box(x - 3, 10, 28, 32), cockpit.open_gift, hint)
        pen.icon(x + 11, 26, "verb-gift" if over else currency, 24, currency)
        after = pen.text(x + 29, 26, str(have), Style.NUMBER)
        gain = _income(cockpit, currency)
        if gain is None:
            continue
        number = pen.box(after + 5, 16, pen.wide(signed(gain), Style.STRONG_15), 20)
        opens = partial(_explain, cockpit, sums.purse_sum(cockpit, currency), number, pen.rect)
        pen.number(
            (after + 5, 28), signed(gain), Style.STRONG_15, opens, ink=currency if gain >= 0 else "loss"
        )


def _income(cockpit: Cockpit, currency: str) -> int | None:
    """What the seat earns this turn without what its orders cost; None until the forecast is there."""
    base = cockpit.model.outlook.base
    if base is None:
        return None
    mine = (e for e in base.ledger if isinstance(e, Earned) and e.seat == cockpit.seat)
    return sum(e.amount for e in mine if e.currency == currency)


def _legacy(cockpit: Cockpit, pen: Pen, x: float) -> None:
    board, public = cockpit.model.board, cockpit.public
    caption = cockpit.say("legacy")
    pen.text(x, 13, caption.upper(), Style.CAPTION, "dim")
    gala = (board.season(public.turn) + 1) * board.length.season_turns
    words = cockpit.say("next-gala", turn=gala) if public.turn < gala else cockpit.say("gala-now")
    pen.text(x + pen.wide(caption.upper(), Style.CAPTION) + 9, 13, words, Style.PLAIN_14, "dim")
    best = sorted(board.all_seats, key=lambda seat: (-public.seats[seat].legacy, seat))
    step, style = (60, Style.SMALL_NUMBER) if board.seats <= 3 else (49, Style.STRONG_15)
    for place, seat in enumerate(best):
        at = x + 9 + place * step
        pen.emblem(at, 35, cockpit.words.banner(seat), 8)
        value = str(public.seats[seat].legacy // 100)
        number = pen.box(at + 14, 25, pen.wide(value, style), 20)
        opens = partial(_explain, cockpit, sums.legacy_sum(cockpit, seat), number, pen.rect)
        ink = "text" if seat == cockpit.seat else "soft"
        pen.number((at + 14, 35), value, style, opens, ink=ink)


def _fracture(cockpit: Cockpit, pen: Pen, x: float, w: float) -> None:
    public, p = cockpit.public, pen.palette
    now = public.fracture
    caption = cockpit.say("fracture")
    pen.text(x, 13, caption.upper(), Style.CAPTION, "loss")
    at = x + pen.wide(caption.upper(), Style.CAPTION) + 9
    number = pen.box(at, 3, pen.wide(str(now), Style.SMALL_NUMBER), 20)
    opens = partial(_explain, cockpit, fracture_sums.fracture_sum(cockpit), number, pen.rect)
    at = pen.number((at, 13), str(now), Style.SMALL_NUMBER, opens) + 6
    base = cockpit.model.outlook.base
    if base is not None and base.public.fracture != now:
        then = base.public.fracture
        pen.sign(at + 5, 13, "up" if then > now else "down", "loss" if then > now else "go")
        at = pen.text(at + 13, 13, str(then), Style.STRONG_15, "loss" if then > now else "go") + 7
    effect = _effect(cockpit)
    if pen.wide(effect, Style.PLAIN_14) <= x + w - at:
        pen.text(at, 13, effect, Style.PLAIN_14, "soft")
    pen.put(Meter(pen.box(x, 26, w, 9), now / 100, p.loss, hatched=True))
    for step in fracture_sums.steps(cockpit):
        passed = now >= step.at
        left = x + w * step.at / 100 - (1 if step.at == 100 else 0)
        pen.put(Fill(pen.box(left - 1, 23, 2, 15), p.text if passed else p.line_strong))
        hint = cockpit.say("step-hint", at=step.at, words=step.words)
        pen.hot(pen.box(left - 20, 20, 40 if step.at < 100 else 22, 31), opens, hint)
        anchor: Anchor = "c" if step.at < 100 else "mr"
        pen.text(left, 44, str(step.at), Style.KEY, "text" if passed else "dim", anchor)


def _effect(cockpit: Cockpit) -> str:
    """What the Fracture does to the rules now, the highest step first."""
    reached = fracture_sums.step_reached(cockpit)
    return reached.short if reached is not None else cockpit.say("fracture-limit")


def _season(cockpit: Cockpit, pen: Pen, x: float) -> None:
    board, turn, p = cockpit.model.board, cockpit.public.turn, pen.palette
    seasons = len(board.length.gala_weights)
    caption = cockpit.say("season", season=board.season(turn) + 1, seasons=seasons)
    pen.text(x, 13, caption, Style.CAPTION, "dim")
    at = pen.text(x, 35, cockpit.say("turn", turn=turn), Style.SMALL_NUMBER)
    at = pen.text(at + 5, 36, cockpit.say("of", most=board.length.turns), Style.PLAIN_15, "dim") + 8
    here = board.season_turn(turn)
    for k in range(board.length.season_turns):
        ink = p.soft if k + 1 < here else p.go if k + 1 == here else p.line
        left = at + k * 12
        spots = [(pen.x(left), pen.y(30)), (pen.x(left + 7), pen.y(35)), (pen.x(left), pen.y(40))]
        pen.put(Polygon(tuple(spots), ink))


def _ready(cockpit: Cockpit, pen: Pen, x: float) -> None:
    pen.text(x, 13, cockpit.say("ready").upper(), Style.CAPTION, "dim")
    seats = cockpit.model.board.seats
    step = 44 if seats <= 3 else 134 / seats
    small = seats > 4
    for sitter in sitters(cockpit):
        at = x + 9 + sitter.seat * step
        hint = cockpit.say("sitter-hint", name=sitter.name, state=sitter.state)
        pen.hot(pen.box(at - 10, 22, step - 2, 28), cockpit.open_people, hint)
        pen.emblem(at, 35, sitter.banner, 7 if small else 8, filled=cockpit.model.ready[sitter.seat])
        beside = at + min(18, step - 14)
        if sitter.sign == "tick":
            pen.sign(beside, 35, "tick", "go", 5 if small else 6)
        elif sitter.sign == "dots":
            pen.sign(beside, 36, "dots", "attention", 5)
        else:
            pen.icon(beside, 35, sitter.sign, 12 if small else 14, "loss")


def _tools(cockpit: Cockpit, pen: Pen) -> None:
    tools = (
        ("chat", cockpit.open_chat, cockpit.say("tool-chat", cap=cockpit.cap(Intent.CHAT))),
        ("log", cockpit.open_log, cockpit.say("tool-log", cap=cockpit.cap(Intent.LOG))),
        ("history", cockpit.open_report, cockpit.say("tool-report", cap=cockpit.cap(Intent.REPORT))),
        ("menu", cockpit.open_menu, cockpit.say("tool-menu", cap=cockpit.cap(Intent.CLOSE))),
    )
    for place, (icon, press, hint) in enumerate(tools):
        x = pen.width - 103 + place * 28
        over = pen.hot(pen.box(x - 13, 12, 26, 28), press, hint)
        pen.icon(x, 26, icon, 20, "text" if over else "dim")
    _unread(cockpit, pen, pen.width - 103)


def _unread(cockpit: Cockpit, pen: Pen, x: float) -> None:
    """How many lines of the chat have not been seen, over its sign."""
    company = cockpit.model.company
    unread = company.talk.unread(company.room_id)
    if not unread:
        return
    words = str(unread) if unread < 10 else cockpit.say("unread-many")
    wide = max(14, pen.wide(words, Style.STRONG_14) + 8)
    pen.put(Fill(pen.box(x + 2, 6, wide, 15), pen.palette.attention, 255, pen.u(7)))
    pen.text(x + 2 + wide / 2, 13, words, Style.STRONG_14, "ink", "c")


def _explain(cockpit: Cockpit, tip: sums.Opening, number: Rect, kept: Rect) -> None:
    cockpit.explain(tip(), number, kept)
