"""The window that asks which facility to build."""

from collections.abc import Callable, Iterable
from functools import partial

from game.client.geometry import Rect, Size
from game.client.look import Look
from game.client.model.offers import FacilityOffer, facility_offers, trait_of
from game.client.scene.items import Image, Item, Text
from game.client.scene.marks import Sign, SignKind
from game.client.scene.plates import keycap_items
from game.client.screens.city.choice_rows import ChoiceRow, RowChoice
from game.client.screens.city.cockpit import Cockpit
from game.client.screens.city.verb_strip import price_parts
from game.client.theme import Colour, Style
from game.client.widgets.button import Button
from game.client.widgets.richtext import line_items, line_width, shortened
from game.rules.basics import Place
from game.rules.faction import FacilityRule

ROW = 78
ROW_OFF = 97
"""With a line more: why it cannot be built."""


class FacilityRow(ChoiceRow):
    """One facility: picture, name, price, the kind of place it is made for, or why it cannot be built."""

    def __init__(
        self, cockpit: Cockpit, offer: FacilityOffer, key: str, on_press: Callable[[], None]
    ) -> None:
        super().__init__(on_press, off=offer.fault is not None)
        self._cockpit, self.offer, self._key = cockpit, offer, key

    @property
    def spoken(self) -> str:
        cockpit, offer = self._cockpit, self.offer
        why = [cockpit.words.mend(offer.fault)] if offer.fault is not None else []
        name = cockpit.words.facility(offer.rule.key)
        return ". ".join([name, work_words(cockpit, offer.rule), made_for_words(cockpit, offer), *why])

    def wanted(self, look: Look, width: int) -> Size:
        return Size(width, look.u(ROW if self.offer.fault is None else ROW_OFF))

    def paint(self, look: Look) -> Iterable[Item]:
        u, p, cockpit, offer = look.u, look.palette, self._cockpit, self.offer
        off = offer.fault is not None
        yield self.ground(look)
        picture = Rect(self.rect.x + u(8), self.rect.y + u(7), u(64), u(64))
        yield Image(picture, f"facilities/{offer.rule.key}.png", 0.45 if off else 1.0)
        left = self.rect.x + u(84)
        room = self.rect.w - u(84) - u(96)
        name = shortened(look, cockpit.words.facility(offer.rule.key), room, Style.STRONG_18)
        yield Text(
            left, self.rect.y + u(17), name, look.face(Style.STRONG_18), p.faint if off else p.text, "ml"
        )
        work, wide = work_words(cockpit, offer.rule), self.rect.w - u(92)
        style = Style.PLAIN_15 if look.width(work, Style.PLAIN_15) <= wide else Style.PLAIN_14
        work = shortened(look, work, wide, style)
        yield Text(left, self.rect.y + u(38), work, look.face(style), p.dim if off else p.soft, "ml")
        yield from self._place_line(look, left)
        yield from self._price(look)

    def _place_line(self, look: Look, left: int) -> Iterable[Item]:
        """The kind of place it is made for, and how this one is; under it why it cannot be built."""
        p, cockpit, offer = look.palette, self._cockpit, self.offer
        words = made_for_words(cockpit, offer)
        ink = p.go if offer.fits else p.dim
        yield from self._note(look, left, 59, "tick" if offer.fits else "dots", words, ink)
        if offer.fault is not None:
            yield from self._note(look, left, 78, "cross", cockpit.words.mend(offer.fault), p.attention)

    def _note(
        self, look: Look, left: int, y: float, kind: SignKind, words: str, ink: Colour
    ) -> Iterable[Item]:
        u = look.u
        middle = self.rect.y + u(y)
        fitting = shortened(look, words, self.rect.w - u(84 + 28), Style.PLAIN_14)
        yield Sign(left + u(5), middle, kind, u(5), ink)
        yield Text(left + u(18), middle, fitting, look.face(Style.PLAIN_14), ink, "ml")

    def _price(self, look: Look) -> Iterable[Item]:
        u = look.u
        parts = price_parts(self._cockpit.model.planning.price(self.offer.order))
        width = line_width(look, parts, Style.STRONG, 4)
        y = self.rect.y + u(17)
        right = self.rect.right - u(36)
        yield from line_items(look, parts, right - width, y, Style.STRONG, gap=4)
        yield from keycap_items(look, self.rect.right - u(10), y, self._key)


def build_choice(cockpit: Cockpit, on_close: Callable[[], None]) -> RowChoice:
    """The choice for the selected leader and district; a facility chosen is ordered and the window closes."""

    def choose(offer: FacilityOffer) -> None:
        on_close()
        cockpit.give(offer.order)

    rows = [
        FacilityRow(cockpit, offer, str(place + 1), partial(choose, offer))
        for place, offer in enumerate(facility_offers(cockpit.model.planning))
    ]
    district = cockpit.model.planning.selected.district
    place = cockpit.words.district(district) if district is not None else ""
    cancel = Button(cockpit.stage.say("common-cancel"), on_close, key="Esc")
    return RowChoice(cockpit.say("build-title", place=place), rows, cancel)


def work_words(cockpit: Cockpit, rule: FacilityRule) -> str:
    """What a facility does each turn, in one line."""
    say = cockpit.say
    figures = (
        ("does-need", rule.need),
        ("does-voice", rule.earns_voice),
        ("does-credits", rule.earns_credits),
        ("does-credits-wealth", rule.earns_credits_by_wealth),
        ("does-lean", rule.lean),
        ("does-middle", rule.to_middle),
        ("does-unrest", rule.unrest_a_season),
    )
    parts = [say(key, amount=f"{amount:+d}") for key, amount in figures if amount]
    plain, made = rule.pressure // 100, (rule.pressure + rule.pressure_in_place) // 100
    nowhere = rule.place is None
    pressure = (
        say("pressure-amount", amount=plain) if nowhere else say("does-pressure", plain=plain, made=made)
    )
    return ", ".join([*parts, pressure])


def made_for_words(cockpit: Cockpit, offer: FacilityOffer) -> str:
    """What kind of place a facility is made for, and whether the selected district is one."""
    place, planning = offer.rule.place, cockpit.model.planning
    if place is None:
        return cockpit.say("build-anywhere")
    kind = place_words(cockpit, place)
    if offer.fits:
        return cockpit.say("build-fits", place=kind)
    value = trait_of(planning, offer.order.district, place.trait)
    here = (
        cockpit.words.wealth(value)
        if place.trait == "wealth"
        else cockpit.say(f"here-{place.trait.replace('_', '-')}", amount=value)
    )
    return cockpit.say("build-not-here", place=kind, here=here)


def place_words(cockpit: Cockpit, place: Place) -> str:
    """The kind of place a facility is made for."""
    if place.trait == "wealth":
        return cockpit.words.wealth(place.least)
    if place.trait == "finished":
        return cockpit.say("place-finished")
    amount = place.most if place.trait in ("off_middle", "unrest") else place.least
    return cockpit.say(f"place-{place.trait.replace('_', '-')}", amount=amount)
