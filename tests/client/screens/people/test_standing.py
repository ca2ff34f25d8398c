from game.client.screens.people.standing import profile_lines, standing_words
from game.protocol.messages import Profile, Rating, Standing
from tests.support.saying import say


def test_a_standing_says_how_sure_it_is() -> None:
    assert standing_words(Standing(1520, 80, 97), say) == "1520 ±80, 97% of turns kept"
    assert standing_words(Standing(), say) == "not rated yet, few turns so far"
    assert standing_words(None, say) == ""


def test_a_profile_has_a_line_for_each_mode() -> None:
    known = Profile(1, "Ada", 12, 99, (Rating("free", 1520, 80, 10), Rating("teams", 1400, 200, 1)))
    assert profile_lines(known, say) == (
        "12 matches, 99% of turns kept",
        "Free for All: 1520 ±80, 10 matches",
        "Teams of Two: 1400 ±200, one match",
    )
    assert profile_lines(None, say) == ("This server does not know you yet: sit down in a room once.",)
