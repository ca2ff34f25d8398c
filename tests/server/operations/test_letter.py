import msgspec
import pytest

from game.text.catalog import Catalog
from server.operations.letter import harmless, letter
from server.operations.news import Kind, News

MONDAY = 1_793_606_400_000


def read(news: News, server: str = "Our server") -> dict[str, object]:
    body: dict[str, object] = msgspec.json.decode(letter(news, server, Catalog(strict=True)))
    return body


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("your_turn", "Turn 5 of “Long game” has begun. It waits for: Ann, Bob."),
        ("two_hours", "Two hours are left of turn 5 of “Long game”. It waits for: Ann, Bob."),
        ("last", "Ann, Bob, everybody else in “Long game” is ready. Turn 5 waits for you."),
    ],
)
def test_news_are_a_sentence_that_discord_takes(kind: Kind, words: str) -> None:
    assert read(News(kind, "Long game", 5, ("Ann", "Bob"), MONDAY)) == {
        "content": words,
        "username": "Our server",
        "allowed_mentions": {"parse": []},
        "embeds": [{"title": "Long game", "description": "The turn closes at 2026-11-02 08:00 UTC."}],
    }


def test_without_a_deadline_none_is_told() -> None:
    assert "embeds" not in read(News("last", "Long game", 5, ("Ann",), 0))


@pytest.mark.parametrize(
    "name",
    [
        "@everyone",
        "<@123>",
        "<!channel>",
        "[x](https://evil.example)",
        "**loud**",
        "a\nb\u202ec",
    ],
)
def test_a_name_calls_nobody_and_formats_nothing(name: str) -> None:
    body = read(News("last", name, 5, (name,), MONDAY), server=name)
    assert name not in str(body)
    said = harmless(name)
    assert "@e" not in said
    assert "://" not in said
    assert said.isprintable() or "\u200b" in said
    assert "\n" not in said


def test_what_marks_text_up_is_written_out() -> None:
    assert harmless("*a* _b_ <@1>") == "\\*a\\* \\_b\\_ \\<@\u200b1\\>"
