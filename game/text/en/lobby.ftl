# Rooms of a server, and one room before its match.

lobby-seats = Seats
lobby-invite = Invite others
lobby-code-help = The code of this room. Whoever has it may come in.
lobby-no-address = This machine does not know the address others reach it by.
lobby-copy = Copy the invite
lobby-copied = Copied
lobby-leave = Leave
lobby-sit = Sit here
lobby-start = Start
lobby-ready = Ready
lobby-not-ready = Not ready
lobby-not-yet = { $seats ->
    [one] waiting for one seat
   *[other] waiting for { $seats } seats
}
lobby-seat-mine = { $faction }, you
lobby-seat-owner = { $faction }, owner of the room
lobby-seat-away = { $faction }, not connected
lobby-waiting-open = { $seats ->
    [one] One seat is open.
   *[other] { $seats } seats are open.
}
lobby-waiting-for = Not ready yet: { $names }.
lobby-all-ready = All are ready. The owner of the room starts the match.
lobby-all-ready-owner = All are ready. Start when you like.
lobby-length = { $length ->
    [short] short
    [standard] standard
    [epic] epic
   *[other] { $length }
}
lobby-subtitle = { $map }, { $length }, { $timer }
lobby-subtitle-mode = { $match }, { $mode }
lobby-mode = How it is played
lobby-seat-team = { $faction }, team { $team }
lobby-seat-unranked = { $faction }, not ranked
lobby-disconnected = The connection dropped.
lobby-disconnected-mend = Your seat is kept; the game connects again by itself.
lobby-lost = You are no longer in the room
lobby-lost-plain = The room is gone, or the connection to it.

lobby-rooms-title = Rooms
lobby-rooms = Open rooms
lobby-rooms-none = No room is open. Make one, or ask for a code.
lobby-rooms-count = { $rooms ->
    [one] One room.
   *[other] { $rooms } rooms.
}
lobby-asking = Asking the server
lobby-join = Join
lobby-no-room = no room is chosen
lobby-refresh = Refresh
lobby-create = Make a room
lobby-taken = { $taken } of { $seats } seats taken
lobby-no-map = No room can be made here
lobby-no-map-why = This server has none of the maps that are on this machine.
lobby-unknown-map = The map { $map } is not on this machine.
lobby-unknown-map-mend = Put its folder beside the other maps and come back.
