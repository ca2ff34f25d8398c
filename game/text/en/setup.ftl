# The match set-up.

setup-title-play = Play
setup-subtitle-play = A match on this machine, against the computer.
setup-title-host = Host
setup-subtitle-host = A room on this machine that others join.
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
setup-timer-name = Time for a turn
setup-timer = { $seconds ->
    [0] no limit
    [60] 1 minute
    [90] 1 minute 30
    [120] 2 minutes
    [180] 3 minutes
    [300] 5 minutes
    [600] 10 minutes
   *[other] { $seconds } seconds
}
setup-public = Listed for everyone on this server
setup-seed = Seed
setup-seed-blank = blank: drawn by chance
setup-estimate = { $seasons } seasons, about { $least } to { $most } minutes
setup-estimate-timer = { $seasons } seasons, at most { $most } minutes
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
setup-fault-name = Others could not read your name.
setup-fault-name-mend = Type 2 to 20 letters, digits or spaces.
setup-room-of = Room of { $player }
setup-nameless = Player
setup-starting = Starting the match
setup-opening = Opening the room
setup-failed = The match could not be started
setup-map-broken = The map is broken
setup-map-broken-mend = The last good one stays until it is mended.
