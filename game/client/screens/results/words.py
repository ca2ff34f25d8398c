"""The words of the results: names of seats, headline, turning points, reasons."""

from typing import Final

from game.client.screens.base import Say
from game.client.screens.results.figures import points, standings
from game.client.screens.results.reasons import Reasons, Sentence
from game.client.screens.results.record import Record
from game.client.screens.results.turning import Turning
from game.rules.ids import District, Seat

_PERMILLE_KINDS: Final = ("took", "gained", "lost")


class Words:
    """Says everything about one finished match in the player's language."""

    def __init__(self, record: Record, say: Say) -> None:
        self._record = record
        self.say = say

    def faction(self, seat: Seat) -> str:
        """The faction of a seat, with its chapter's number where the faction sits twice."""
        return self._numbered(seat, self.say(f"common-{self._record.banner(seat).faction}"))

    def short(self, seat: Seat) -> str:
        """The faction's short name, with the chapter's number where it sits twice."""
        return self._numbered(seat, self.say(f"common-{self._record.banner(seat).faction}-short"))

    def sitter(self, seat: Seat) -> str:
        """Who sat there: you, a person's name, or a computer of a level."""
        sitter = self._record.sitters[seat]
        if seat == self._record.you:
            return self.say("results-you")
        return self.say("results-computer", level=sitter.level) if sitter.level else sitter.name

    def standing(self, place: int, behind: int) -> str:
        """What stands beside a name in the ranking: how far behind the first, or nothing."""
        if place == 0:
            return self.say("results-no-place")
        return self.say("results-behind", points=behind) if behind else ""

    def crown(self) -> str:
        """The small line over the headline."""
        return self.say("results-city-broken" if self._record.sundered else "results-city-lives")

    def headline(self) -> str:
        """Who won, or that nobody did."""
        winners = self._record.winners
        if not winners:
            return self.say("results-sundered")
        if len(winners) == 1:
            return self.say("results-wins", faction=self.faction(winners[0]))
        return self.say("results-shared", factions=self._listed([self.short(seat) for seat in winners]))

    def summary(self) -> tuple[str, str, str]:
        """The totals side by side, Fracture, the turns played."""
        totals = [str(standing.total) for standing in standings(self._record)]
        return (
            self.say("results-to").join(totals),
            self.say("results-fracture", fracture=self._record.public.fracture),
            self.say("results-turns", turns=self._record.public.turn),
        )

    def place(self) -> str:
        """Where it was played, and by how many."""
        city = self._record.board.city.title
        return self.say("results-place", map=city, seats=self._record.board.seats)

    def turning(self, point: Turning) -> tuple[str, str]:
        """A turning point as a head and what it was in figures."""
        parameters: dict[str, str | int] = {"turn": point.turn, "amount": point.amount, "to": point.to}
        if point.kind in _PERMILLE_KINDS:
            parameters |= {"from": round(point.amount / 10), "to": round(point.to / 10)}
        if point.seats:
            parameters["faction"] = self.short(point.seats[0])
        if point.district >= 0:
            parameters["district"] = self.district(point.district)
        key = f"results-turning-{point.kind.replace('_', '-')}"
        return self.say(key, **parameters), self.say(f"{key}-detail", **parameters)

    def district(self, district: District) -> str:
        """A district's name as the map gives it."""
        return self._record.board.city.districts[district].title

    def why(self, verdict: Reasons) -> str:
        """The caption over the reasons."""
        return self.say(f"results-why-caption-{verdict.verdict}")

    def sentence(self, sentence: Sentence) -> str:
        """A reason in words; the own seat is spoken to, others are named."""
        parameters = dict(sentence.parameters)
        if sentence.district is not None:
            parameters["district"] = self.district(sentence.district)
        if sentence.rival is not None:
            parameters["rival"] = self.faction(sentence.rival)
        if sentence.hero is not None:
            parameters["hero"] = "you" if sentence.hero == self._record.you else self.faction(sentence.hero)
        return self.say(sentence.key, **parameters)

    def legacy(self, seat: Seat) -> str:
        """A seat's Legacy in whole points."""
        return str(points(self._record.public.seats[seat].legacy))

    def _numbered(self, seat: Seat, name: str) -> str:
        seating = self._record.board.match.seating
        twice = sum(sitting.faction == seating[seat].faction for sitting in seating) > 1
        return self.say("results-chapter", faction=name, chapter=seating[seat].chapter) if twice else name

    def _listed(self, names: list[str]) -> str:
        return self.say("results-and", first=", ".join(names[:-1]), last=names[-1])
