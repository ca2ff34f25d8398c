import pytest
from msgspec.structs import replace

from game.client.launcher import room_of
from game.client.screens.setup.pace import CLOCKS, DAYS, DELAYS, HOURS, LIVE, Pace
from game.client.screens.setup.plan import CLOSED, Choices, match_plan
from game.client.screens.setup.screen import SetupScreen, Table
from game.client.screens.setup.seats import SeatRow
from game.client.settings import Settings
from game.client.widgets.choice import Checkbox, Choice
from game.client.widgets.entry import TextEntry
from game.client.widgets.panelbox import Dialog
from game.client.widgets.tabs import Tabs
from game.content import ruleset
from game.protocol.messages import YOU
from tests.support.cards import card
from tests.support.cities import line_city
from tests.support.saying import say
from tests.support.stages import SIZES, button, check_layout, click, find, press, shown, stage, words

TABLE = Table((card(), card("line", line_city())), ruleset(), ("random", "greedy"))


class Said:
    def __init__(self) -> None:
        self.begun: list[Choices] = []
        self.left = 0

    def leave(self) -> None:
        self.left += 1


def screen(
    said: Said,
    *,
    hosting: bool = False,
    name: str = "Ada",
    window: tuple[int, int, float | None] = (1280, 720, None),
) -> SetupScreen:
    on = stage(*window, settings=Settings(name=name))
    made = SetupScreen(on, TABLE, said.begun.append, said.leave, hosting=hosting)
    shown(made)
    return made


@pytest.mark.parametrize("window", SIZES)
@pytest.mark.parametrize("hosting", [True, False])
def test_it_fits_every_window(window: tuple[int, int, float | None], hosting: bool) -> None:
    check_layout(screen(Said(), hosting=hosting, window=window))


def test_enter_begins_with_what_is_chosen() -> None:
    said = Said()
    made = screen(said)
    press(made.stage, "return")
    assert said.begun == [made.choices]
    assert made.choices.seats[0].player == YOU


def test_escape_and_back_leave() -> None:
    said = Said()
    on = screen(said).stage
    press(on, "escape")
    click(on, button(on, "Back"))
    assert said.left == 2


def test_a_faction_is_chosen_by_the_keyboard_which_stays_where_it_was() -> None:
    made = screen(Said())
    rows = find(made.stage, SeatRow)
    made.stage.desk.focus_on(rows[0].children()[0])
    press(made.stage, "right")
    assert made.choices.seats[0].faction == "occ"
    assert made.stage.desk.focus is find(made.stage, SeatRow)[0].children()[0]
    press(made.stage, "right")
    assert made.choices.seats[0].faction == "ca"


def test_who_plays_is_chosen_beside_it() -> None:
    made = screen(Said())
    made.stage.desk.focus_on(find(made.stage, SeatRow)[1].children()[1])
    press(made.stage, "right")
    assert made.choices.seats[1].player == "random"


def test_what_must_be_mended_is_said_and_nothing_begins() -> None:
    said = Said()
    made = screen(said, hosting=True, name="")
    press(made.stage, "return")
    assert said.begun == []
    read = words(made.stage)
    assert read.count("You have no name yet.") == 2, "beside the choices, and on the button they may hide"
    assert "2 to 20 letters" in read
    find(made.stage, TextEntry)[0].insert("Mirela")
    press(made.stage, "return")
    assert [choices.player for choices in said.begun] == ["Mirela"]


def test_the_sheet_opens_over_it_and_closes_with_escape() -> None:
    said = Said()
    made = screen(said)
    click(made.stage, find(made.stage, SeatRow)[0].children()[2])
    assert isinstance(made.stage.desk.top, Dialog)
    assert "SMILE RIGHTS ALLIANCE" in words(made.stage)
    press(made.stage, "escape")
    assert made.stage.desk.top is made.widget()
    assert said.left == 0


def test_another_map_brings_its_own_seats_and_words() -> None:
    made = screen(Said())
    find(made.stage, Choice)[0].choose(1)
    made.stage.items()
    assert made.choices.map.id == "line"
    assert "LINE" in words(made.stage)
    assert [seat.faction for seat in made.choices.seats] == ["sra", "occ", "any"]


def test_the_length_follows_the_map_and_says_how_long_it_takes() -> None:
    made = screen(Said())
    assert made.choices.length == "standard"
    assert "about 30 to 45 minutes" in words(made.stage)


def test_a_clock_says_the_longest_time() -> None:
    made = screen(Said(), hosting=True)
    made.change(replace(made.choices, pace=Pace(LIVE, timer=60)))
    assert "at most 24 minutes" in words(made.stage)
    made.change(replace(made.choices, pace=Pace(DAYS, every=8)))
    assert "at most 8 days" in words(made.stage)


@pytest.mark.parametrize("window", SIZES)
@pytest.mark.parametrize("clock", CLOCKS)
@pytest.mark.parametrize("tab", [1, 2])
def test_every_tab_of_hosting_fits_every_window(
    window: tuple[int, int, float | None], clock: str, tab: int
) -> None:
    made = screen(Said(), hosting=True, window=window)
    made.change(replace(made.choices, pace=Pace(clock)))
    find(made.stage, Tabs)[0].choose(tab)
    made.stage.items()
    check_layout(made)


def test_time_is_chosen_behind_its_tab_and_told() -> None:
    made = screen(Said(), hosting=True)
    tabs = find(made.stage, Tabs)[0]
    made.stage.desk.focus_on(tabs)
    press(made.stage, "right")
    choice_of(made, say("setup-clock-kind", clock=DAYS)).choose(CLOCKS.index(DAYS))
    choice_of(made, "12 hours").choose(HOURS.index(12))
    made.stage.items()
    tick = find(made.stage, Checkbox)[0]
    click(made.stage, tick)
    assert (made.choices.pace.every, made.choices.pace.weekends_off) == (12, True)
    choice_of(made, say("setup-absentee", then="pass")).choose(2)
    made.stage.items()
    assert "Nobody waits for who misses a deadline" in words(made.stage)


def test_guests_have_a_password_and_spectators_a_delay() -> None:
    made = screen(Said(), hosting=True)
    find(made.stage, Tabs)[0].choose(2)
    made.stage.items()
    entries = find(made.stage, TextEntry)
    entries[-1].insert("sesame")
    choice_of(made, "2 turns later").choose(DELAYS.index(2))
    made.stage.items()
    assert (made.choices.pace.password, made.choices.pace.delay) == ("sesame", 2)
    assert "Spectators see it 2 turns later." in words(made.stage)
    assert "sesame" not in words(made.stage)
    find(made.stage, Tabs)[0].choose(1)
    find(made.stage, Tabs)[0].choose(2)
    made.stage.items()
    assert find(made.stage, TextEntry)[-1].text == "sesame"


def choice_of(made: SetupScreen, option: str) -> Choice:
    """The chooser that has this option among its own."""
    found: Choice = next(c for c in find(made.stage, Choice) if option in c.labels)
    return found


def test_a_mode_says_what_it_is_and_what_it_asks_for() -> None:
    made = screen(Said())
    assert "Every faction for itself" in words(made.stage)
    made.stage.desk.focus_on(choice_of(made, "Common Cause"))
    press(made.stage, "right", "right")
    assert made.choices.mode.key == "common_cause"
    read = words(made.stage)
    assert "Everybody wins, or nobody does." in read
    assert "Fracture is " in read
    assert made.stage.desk.focus is choice_of(made, "Common Cause")


def test_teams_ask_for_an_even_table() -> None:
    said = Said()
    made = screen(said)
    made.stage.desk.focus_on(choice_of(made, "Teams of Two"))
    press(made.stage, "right")
    assert "cannot play in teams of 2" in words(made.stage)
    press(made.stage, "return")
    assert said.begun == []


def test_a_temper_is_chosen_and_told() -> None:
    made = screen(Said())
    made.stage.desk.focus_on(choice_of(made, "Harsh"))
    press(made.stage, "right")
    assert made.choices.temper == "harsh"
    assert say("modes-temper-harsh-about") in words(made.stage)


def test_a_scenario_leads_to_its_map_and_its_length() -> None:
    table = Table((card(), card("core")), ruleset(), ("random", "greedy"))
    made = SetupScreen(
        stage(settings=Settings(name="Ada")), table, Said().begun.append, Said().leave, hosting=False
    )
    shown(made)
    made.stage.desk.focus_on(choice_of(made, "Gala Night"))
    press(made.stage, "left", "left")
    assert (made.choices.mode.key, made.choices.map.id, made.choices.length) == (
        "gala_night",
        "core",
        "short",
    )


def test_the_neutral_third_is_offered_to_two_only() -> None:
    made = screen(Said())
    assert "Neutral third faction" not in words(made.stage)
    made.change(made.choices.with_player(2, CLOSED), seats=True)
    assert "Neutral third faction" in words(made.stage)


@pytest.mark.parametrize("clock", CLOCKS)
def test_no_choice_of_a_clock_is_cut_off(clock: str) -> None:
    made = screen(Said(), hosting=True)
    find(made.stage, Tabs)[0].choose(1)
    made.change(replace(made.choices, pace=Pace(clock)))
    assert say("setup-clock-kind", clock=clock) in words(made.stage)


def test_after_a_choice_by_the_pointer_enter_is_still_for_the_call() -> None:
    said = Said()
    made = screen(said)
    click(made.stage, choice_of(made, say("modes-temper-gentle")))
    press(made.stage, "return")
    assert len(said.begun) == 1


def test_on_somebody_elses_server_it_says_whose() -> None:
    on = stage(settings=Settings(name="Ada"))
    table = replace(TABLE, server="Night School")
    made = SetupScreen(on, table, lambda _: None, lambda: None, hosting=True)
    shown(made)
    assert "A room on Night School that others join." in words(on)


def guests(**more: object) -> tuple[Said, SetupScreen]:
    """The tab of room and guests, on a server that may offer hosts of webhooks."""
    said, on = Said(), stage(settings=Settings(name="Ada"))
    made = SetupScreen(on, replace(TABLE, **more), said.begun.append, said.leave, hosting=True)
    shown(made)
    find(on, Tabs)[0].choose(2)
    on.items()
    return said, made


def test_a_webhook_is_asked_for_only_where_the_server_offers_it() -> None:
    _, made = guests()
    assert "Webhook" not in words(made.stage)
    _, made = guests(webhook_hosts=("hooks.example", "discord.com"))
    read = words(made.stage)
    assert "Webhook that is told whose turn it is" in read
    assert "A webhook is told of matches of days only." in read
    made.change(replace(made.choices, pace=Pace(DAYS)))
    assert "two hours before its end" in words(made.stage)
    check_layout(made)


@pytest.mark.parametrize(
    ("typed", "fault", "mend"),
    [
        ("discord.com/api/1", "That is no address of a webhook.", "beginning with https://"),
        ("http://discord.com/api/1", "That is no address of a webhook.", "beginning with https://"),
        ("https://evil.example/api/1", "This server does not write to evil.example.", "discord.com."),
    ],
)
def test_a_webhook_that_the_server_would_refuse_is_told_before(typed: str, fault: str, mend: str) -> None:
    said, made = guests(webhook_hosts=("hooks.example", "discord.com"))
    find(made.stage, TextEntry)[-1].insert(typed)
    made.stage.items()
    read = words(made.stage).replace("\n", " ")
    assert fault in read
    assert mend in read
    made.start()
    assert said.begun == []


def test_a_webhook_goes_into_the_room_that_is_asked_for() -> None:
    said, made = guests(webhook_hosts=("hooks.example", "discord.com"))
    find(made.stage, TextEntry)[-1].insert(" https://discord.com/api/1 ")
    press(made.stage, "return")
    plan = match_plan(said.begun[0], "Ada", "Room")
    assert room_of(plan).webhook == "https://discord.com/api/1"
