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
lobby-not-ready-yet = waiting for { $names }
lobby-not-yet = { $seats ->
    [one] waiting for one seat
   *[other] waiting for { $seats } seats
}
lobby-seat-mine = { $faction }, you
lobby-seat-owner = { $faction }, owner of the room
lobby-seat-kept = kept for { $name }
lobby-seat-away = { $faction }, not connected
lobby-waiting-open = { $seats ->
    [one] One seat is open.
   *[other] { $seats } seats are open.
}
lobby-waiting-kept = Kept for a while: { $names }.
lobby-waiting-for = Not ready yet: { $names }.
lobby-all-ready = All are ready. The owner of the room starts the match.
lobby-all-ready-owner = All are ready. Start when you like.
lobby-length = { $length ->
    [short] short
    [standard] standard
    [epic] epic
   *[other] { $length }
}
lobby-subtitle = { $map }, { $length }
lobby-facts = { $match }, { $timer }
lobby-subtitle-mode = { $match }, { $mode }
lobby-mode = How it is played
lobby-seat-team = { $faction }, team { $team }
lobby-seat-unranked = { $faction }, not ranked
lobby-seat-muted = muted
lobby-seat-ignored = you ignore them
lobby-watched = { $watchers ->
    [0] { $words } Nobody watches now.
    [one] { $words } One watches now.
   *[other] { $words } { $watchers } watch now.
}
lobby-displaced = Your seat was taken on another device of yours.
lobby-displaced-mend = Join by the same invite to take it back.
lobby-disconnected = The connection dropped.
lobby-disconnected-mend = Your seat is kept; the game connects again by itself.
lobby-away = The server cannot store this room for now.
lobby-away-mend = Your seat is kept; the game asks for it again by itself.
lobby-lost = You are no longer in the room
lobby-lost-plain = The room is gone, or the connection to it.

lobby-title = Lobby
lobby-tab-open = Open
lobby-tab-watch = Watch
lobby-tab-substitute = Substitute wanted
lobby-tab-mine = My matches
lobby-tab-due = My matches: { $count } due
lobby-tab-replays = Replays
lobby-call-open = Join
lobby-call-watch = Watch
lobby-call-substitute = Stand in
lobby-call-mine = Go on
lobby-call-replays = Fetch and watch
lobby-none-open = No room is open. Make one, or ask for a code.
lobby-none-watch = No match with spectators runs.
lobby-none-substitute = Nobody needs a substitute.
lobby-none-mine = You have no seat in any match here.
lobby-none-replays = No finished match can be replayed here.
lobby-none-chosen = nothing is chosen
lobby-shown = { $count } of { $all } pass the search.
lobby-asking = Asking the server
lobby-again = The game connects again by itself.
lobby-search = Search
lobby-any-mode = any mode
lobby-refresh = Refresh
lobby-create = New room
lobby-taken = { $taken } of { $seats } seats taken
lobby-rated = { $name } { $rating }
lobby-watching = { $delay ->
    [0] turn { $turn }
    [one] turn { $turn }, seen one turn later
   *[other] turn { $turn }, seen { $delay } turns later
}{ $watchers ->
    [0] { "" }
    [one] , one watches
   *[other] , { $watchers } watch
}
lobby-stand-in-for = { $faction } for { $name }
lobby-your-turn = your turn
lobby-others-turn = the others' turn
lobby-before = not begun
lobby-over = over
lobby-left = { $state }, { $left } left
lobby-ended = { $date }, { $size }
lobby-no-map = No room can be made here
lobby-no-map-why = This server has none of the maps that are on this machine.
lobby-unknown-map = The map { $map } is not on this machine.
lobby-unknown-map-mend = Put its folder beside the other maps and come back.
lobby-download = Replay
lobby-download-odd = The replay could not be fetched: { $why }.
lobby-download-odd-mend = Try again; if it stays, tell those who run the server.
lobby-password-title = This room has a password
lobby-password-about = Ask its owner for it.
lobby-password-enter = Come in
