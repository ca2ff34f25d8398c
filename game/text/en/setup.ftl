# The match set-up.

setup-title-play = Play
setup-subtitle-play = A match on this machine, against the computer.
setup-title-host = Host
setup-subtitle-host = A room on this machine that others join.
setup-subtitle-there = A room on { $server } that others join.
setup-map = Map
setup-map-by = by { $authors }
setup-map-facts = { $districts } districts, { $people } thousand people, up to { $seats } seats
setup-wealth-underserved = underserved
setup-wealth-mixed = mixed
setup-wealth-affluent = affluent
setup-seats = Seats
setup-sheet = Sheet
setup-any = Any faction
setup-player-kind = { $kind ->
    [you] You
    [open] Open to others
    [greedy] Computer, one turn ahead
    [random] Computer, at random
    [closed] Nobody
   *[other] Computer, { $kind }
}
setup-agenda = { $agenda }
setup-verb = { $verb }: { $effects }
setup-match = Match
setup-player = Your name
setup-room = Name of the room
setup-room-blank = named after you
setup-mode = Mode
setup-temper = Temper of the city
setup-teams = Who is with whom
setup-any-short = any
setup-neutral = Neutral third faction
setup-length-name = Length
setup-length = { $length ->
    [short] Short, { $turns } turns
    [standard] Standard, { $turns } turns
    [epic] Epic, { $turns } turns
   *[other] { $length }, { $turns } turns
}
setup-tab-match = Match
setup-tab-time = Time and absence
setup-tab-guests = Room and guests
setup-clock = Clock
setup-clock-kind = { $clock ->
    [none] none: all are waited for
    [live] live: minutes a turn
    [days] days: a deadline a turn
   *[other] { $clock }
}
setup-timer-name = Time for a turn
setup-bank = Bank for the whole match
setup-grace = Wait once for a lost connection
setup-span-none = none
setup-every = A deadline every
setup-weekends = No deadline on weekends
setup-active-from = Deadlines from
setup-active-to = Deadlines until
setup-absence = Who is gone
setup-absentee = { $then ->
    [caretaker] a computer plays
    [substitute] a guest may play
    [pass] passes
   *[other] { $then }
}
setup-hold = after
setup-password = Password
setup-password-blank = blank: none
setup-spectators = Spectators
setup-delay = { $turns ->
    [-1] none
    [0] see it at once
    [one] one turn later
   *[other] { $turns } turns later
}
setup-language = Language
setup-public = Listed for everyone on this server
setup-webhook = Webhook that is told whose turn it is
setup-webhook-blank = blank: none; https://{ $host }/...
setup-webhook-about = { $clock ->
    [days] The webhook hears when a turn begins, two hours before its end, and who is last.
   *[other] A webhook is told of matches of days only.
}
setup-seed = Seed
setup-seed-blank = blank: drawn by chance
setup-estimate = { $seasons } seasons, about { $least } to { $most } minutes
setup-estimate-timer = { $seasons } seasons, at most { $most } minutes
setup-estimate-days = { $seasons } seasons, at most { $most } days without the time off
setup-start = Start
setup-open = Open the room
setup-fault-no-you = No seat is yours.
setup-fault-no-you-mend = Choose You in one of the seats.
setup-fault-too-few = { $found ->
    [one] Only one seat is played.
   *[other] Only { $found } seats are played.
}
setup-fault-too-few-mend = Give { $fewest } or more seats to somebody.
setup-fault-teams = { $found } seats cannot play in teams of { $size }.
setup-fault-teams-mend = Give four or six seats to somebody, or choose another mode.
setup-fault-seed = The seed { $found } is not a whole number.
setup-fault-seed-mend = Type digits only, at most 19 of them, or leave it blank.
setup-fault-nameless = You have no name yet.
setup-fault-nameless-mend = Type the name that others are to see: 2 to 20 letters, digits or spaces.
setup-fault-name = Others could not read your name.
setup-fault-name-mend = Type 2 to 20 letters, digits or spaces.
setup-fault-hours = Deadlines from { $start }:00 until { $end }:00 leave no hour.
setup-fault-hours-mend = Let them begin before they end.
setup-fault-webhook-form = That is no address of a webhook.
setup-fault-webhook-form-mend = Copy the whole of it, beginning with https://, without a user's name, a port or a # in it.
setup-fault-webhook-host = This server does not write to { $host }.
setup-fault-webhook-host-mend = Use a webhook on one of: { $known }.
setup-room-of = Room of { $player }
setup-nameless = Player
setup-starting = Starting the match
setup-opening = Opening the room
setup-failed = The match could not be started
setup-map-broken = The map is broken
setup-map-broken-mend = The last good one stays until it is mended.
