# Chat.

talk-title = Chat
talk-lobby = Talk in the lobby
talk-nothing = Nobody has said anything yet.
talk-entry = Type here, Enter says it
talk-name = { $name }:
talk-name-to = { $name } to { $to }:
talk-announcement-read = Read
talk-nameless = Who has sat down in a room here once can talk in the lobby.
talk-nameless-short = not known yet
talk-to-all = to everybody
talk-to = to { $name }
