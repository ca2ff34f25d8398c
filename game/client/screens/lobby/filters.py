"""What of a list is shown: words to be found, a language, a mode."""

from collections.abc import Callable, Sequence

from game.client.screens.base import Stage
from game.client.screens.columns import Columns
from game.client.screens.lobby.entries import Entry
from game.client.screens.terms_words import language_words
from game.client.widgets.choice import Choice
from game.client.widgets.entry import TextEntry
from game.client.widgets.layout import Column


class Filters(Column):
    """A search and two choosers, of what the entries have; `on_change` hears of every change."""

    def __init__(self, stage: Stage, on_change: Callable[[], None]) -> None:
        self._stage, self._on_change = stage, on_change
        self._search = TextEntry(
            "", on_change=lambda _: on_change(), placeholder=stage.say("lobby-search"), limit=40
        )
        self._language, self._mode = "", ""
        self._offered: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
        super().__init__((Columns((self._search,), (1,)),))

    def put(self, entries: Sequence[Entry]) -> None:
        """Offer the languages and modes there are; what is chosen stays chosen while it is there."""
        languages = tuple(sorted({entry.language for entry in entries} - {""}))
        modes = tuple(sorted({entry.mode for entry in entries} - {""}))
        self._language = self._language if self._language in languages else ""
        self._mode = self._mode if self._mode in modes else ""
        if (languages, modes) != self._offered:
            self._offered = (languages, modes)
            self._build(("", *languages), ("", *modes))

    def passed(self, entries: Sequence[Entry]) -> tuple[Entry, ...]:
        """Those that are to be shown. A room in any language is shown for each."""
        return tuple(
            entry
            for entry in entries
            if entry.holds(self._search.text)
            and self._language in ("", entry.language or self._language)
            and self._mode in ("", entry.mode)
        )

    def _build(self, languages: Sequence[str], modes: Sequence[str]) -> None:
        say = self._stage.say
        choosers: list[Choice] = []
        if len(languages) > 2:
            names = [language_words(language, say) for language in languages]
            choosers.append(
                Choice(
                    names, lambda at: self._choose(language=languages[at]), languages.index(self._language)
                )
            )
        if len(modes) > 2:
            names = [say(f"modes-{mode}") if mode else say("lobby-any-mode") for mode in modes]
            choosers.append(Choice(names, lambda at: self._choose(mode=modes[at]), modes.index(self._mode)))
        self.fill(())
        self.fill((Columns((self._search, *choosers), (1,) * (1 + len(choosers)), 8),))

    def _choose(self, language: str | None = None, mode: str | None = None) -> None:
        self._language = self._language if language is None else language
        self._mode = self._mode if mode is None else mode
        self._on_change()
