"""The words of the results: names of seats, headline, turning points, reasons."""

from typing import Final

from game.client.screens.base import Say
from game.client.screens.results.figures import Standing, points, standings
from game.client.screens.results.reasons import Reasons, Sentence
from game.client.screens.results.record import Record
from game.client.screens.results.turning import Turning
from game.rules.ids import District, Seat
from game.rules.state import Ending
from game.text.amounts import tenths

PLAIN: Final = ("free", "standard")
"""The mode and temper that need not be told."""
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
        """Who sat there: you, a person's name, or a computer of a level; and that it was not ranked."""
        sitter = self._record.sitters[seat]
        who = self.say("results-computer", level=sitter.level) if sitter.level else sitter.name
        who = self.say("results-you") if seat == self._record.you else who
        if sitter.resigned:
            return self.say("results-resigned", who=who)
        if seat in self._record.board.match.unranked:
            return self.say("results-unranked", who=who)
        if self.in_teams:
            return self.say("results-team", who=who, team=self._record.board.match.teams[seat] + 1)
        return who

    @property
    def in_teams(self) -> bool:
        """Whether seats share their Legacy in teams."""
        return self._record.board.match.mode.team_size > 1

    def standing(self, standing: Standing) -> str:
        """What stands beside a name in the ranking: how far behind the first, or nothing."""
        if self._record.sundered:
            return self.say("results-with-legacy", points=standing.total)
        if self._record.together or not standing.behind:
            return ""
        return self.say("results-behind", points=standing.behind)

    def total(self, standing: Standing) -> str:
        """The figure of a row: Legacy, or blame where that ranks."""
        if not self._record.sundered:
            return str(standing.total)
        return tenths(standing.blame)

    def team(self, seat: Seat) -> str:
        """A seat's faction, or its whole team's."""
        members = self._record.team(seat)
        if not self.in_teams:
            return self.faction(seat)
        return self._listed([self.short(member) for member in members])

    def crown(self) -> str:
        """The small line over the headline: how it ended."""
        ending = "abandoned" if self._record.abandoned else self._record.ending.value
        return self.say(f"results-crown-{ending}")

    def headline(self) -> str:
        """Who won, or that nobody did."""
        winners = self._record.winners
        if self._record.ending in (Ending.SUNDERED, Ending.ACHIEVED, Ending.FAILED):
            return self.say(f"results-headline-{self._record.ending.value}")
        if set(winners) <= set(self._record.team(winners[0])):
            return self.say("results-wins", faction=self.team(winners[0]))
        return self.say("results-shared", factions=self._listed([self.short(seat) for seat in winners]))

    def summary(self) -> tuple[str, str, str]:
        """The totals side by side where they rank, Fracture, the turns played."""
        totals = [str(standing.total) for standing in standings(self._record)]
        counts = not (self._record.sundered or self._record.together)
        return (
            self.say("results-to").join(totals) if counts else "",
            self.say("results-fracture", fracture=self._record.public.fracture),
            self.say("results-turns", turns=self._record.public.turn),
        )

    def place(self) -> str:
        """Where it was played, and by how many."""
        board = self._record.board
        where = self.say("results-place", map=board.city.title, seats=board.seats)
        mode, temper = board.match.mode.key, board.match.temper
        if (mode, temper) == PLAIN:
            return where
        return self.say("results-played", place=where, mode=self.say(f"modes-{mode}"), temper=self.temper())

    def temper(self) -> str:
        """The city's temper."""
        return self.say(f"modes-temper-{self._record.board.match.temper}")

    def turning(self, point: Turning) -> tuple[str, str]:
        """A turning point as a head and what it was in figures."""
        parameters: dict[str, str | int] = {"turn": point.turn, "amount": point.amount, "to": point.to}
        if point.kind in _PERMILLE_KINDS:
            parameters |= {"from": round(point.amount / 10), "to": round(point.to / 10)}
        if point.seats:
            parameters["faction"] = self.short(point.seats[0])
        if point.district >= 0:
            parameters["district"] = self.district(point.district)
        if point.key:
            parameters["name"] = self.say(f"{'laws' if point.kind == 'law' else 'events'}-{point.key}")
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
            parameters["rival"] = self.team(sentence.rival)
        if sentence.hero is not None:
            parameters["hero"] = "you" if sentence.hero == self._record.you else self.team(sentence.hero)
        if sentence.goal:
            parameters["goal"] = self.goal(sentence.goal)
        if sentence.mandate:
            parameters["mandate"] = self.mandate(sentence.mandate)
        return self.say(sentence.key, **parameters)

    def goal(self, key: str) -> str:
        """The name of a goal of the mode; a map's own goal brings its name along."""
        goals = self._record.board.match.mode.goals
        text = next((goal.text for goal in goals if goal.key == key), "")
        return text or self.say(f"modes-goal-{key}")

    def mandate(self, key: str) -> str:
        """A mandate's name."""
        return self.say(f"mandates-{key}")

    def legacy(self, seat: Seat) -> str:
        """A seat's Legacy in whole points."""
        return str(points(self._record.public.seats[seat].legacy))

    def _numbered(self, seat: Seat, name: str) -> str:
        seating = self._record.board.match.seating
        twice = sum(sitting.faction == seating[seat].faction for sitting in seating) > 1
        return self.say("results-chapter", faction=name, chapter=seating[seat].chapter) if twice else name

    def _listed(self, names: list[str]) -> str:
        return self.say("results-and", first=", ".join(names[:-1]), last=names[-1])
