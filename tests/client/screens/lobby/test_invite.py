from game.client.screens.base import Screen
from game.client.screens.lobby.invite import Invite
from game.client.widgets.widget import Widget
from tests.support.stages import shown, stage, words


class Shows(Screen):
    def __init__(self, invite: str) -> None:
        super().__init__(stage(400, 300, 1.0))
        self.invite = Invite(invite, self.stage)

    def root(self) -> Widget:
        return self.invite


def test_the_code_stands_large_and_the_address_below_it() -> None:
    made = Shows("10.0.0.2:24145/KX7P2M")
    shown(made)
    read = words(made.stage).split("\n")
    assert read[0] == "KX7P2M"
    assert "10.0.0.2:24145/KX7P2M" in read


def test_without_an_address_there_is_nothing_to_copy() -> None:
    made = Shows("")
    shown(made)
    made.invite.copy()
    assert made.stage.desk.copied is None
    assert "does not know the address" in words(made.stage)
