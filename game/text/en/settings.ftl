# Settings.

settings-title = Settings
settings-subtitle = Every change takes effect at once.
settings-looks = Looks
settings-player = Player
settings-name = Your name in matches with others
settings-name-blank = 2 to 20 letters, digits or spaces
settings-hear = { $count ->
    [one] Hear again whom you ignore (one)
   *[other] Hear again whom you ignore ({ $count })
}
settings-heard = you ignore nobody
settings-profile-open = Your profile and devices
settings-profile-title = Profile
settings-profile = You on this server
settings-profile-wait = the server is asked
settings-profile-gone = there is no connection
settings-devices = Your devices
settings-code-here = Another device shall be you
settings-code-why = On this server a code makes another device known as you: your matches, your name, your rating.
settings-code-show = Show a code
settings-code-guest = sit down in a room once first
settings-code-about = Type it on the other device within { $span }. It works once.
settings-code-there = This device shall be you
settings-code-becomes = Type the code that your other device shows. Who this device was on the server before is forgotten.
settings-code-entry = Code
settings-code-use = Use the code
settings-code-used = This device is known as you now.
settings-maps = Maps from other players
settings-maps-choice = { $choice ->
    [ask] ask each time
    [always] always fetch them
    [never] never fetch them
   *[other] { $choice }
}
settings-scale = Size of everything
settings-scale-fit = fits the window
settings-text = Size of text
settings-percent = { $percent }%
settings-palette-name = Colours
settings-palette = { $palette ->
    [neon] Neon
    [colour-blind-safe] For colour-blind eyes
    [high-contrast] High contrast
   *[other] { $palette }
}
settings-reduced-motion = Less motion: everything at once
settings-fullscreen = Whole screen
settings-narrate = Narrate the match in the terminal
settings-keys = Keys in the city
settings-keys-help = Choose a line and press Enter, then the new key. Escape leaves it as it was.
settings-press-key = press a key
settings-key-change = Change
settings-key-reset = First key again
settings-key-taken = { $cap } means “{ $name }” already.
settings-key-taken-mend = Press another key, or give “{ $name }” another one first.

settings-key-next-leader = Next leader
settings-key-last-leader = Leader before
settings-key-end-turn = End the turn
settings-key-close = Close, or go back
settings-key-undo = Undo
settings-key-redo = Redo
settings-key-map-mode = Next map mode
settings-key-centre = Centre on the selection
settings-key-log = Log
settings-key-withdraw = Withdraw the order
settings-key-give = Give the order
settings-key-explain = Explain the number
settings-key-report = Report of the turn
settings-key-sheet = Your faction on one page
settings-key-rules = Rules
settings-key-council = The Council
settings-key-goals = Mandates and goals
settings-key-coming = All that comes
settings-key-gift = Give to a faction
settings-key-shut = Close a facility
settings-key-what-if = What if
settings-key-pin = Pin what you mean to do
settings-key-chat = Chat
settings-key-people = Who plays
settings-key-works = Next tab of the district
settings-key-verb = Verb { $number }
settings-key-go-left = District to the left
settings-key-go-right = District to the right
settings-key-go-up = District above
settings-key-go-down = District below
settings-key-pan-left = Move the map left
settings-key-pan-right = Move the map right
settings-key-pan-up = Move the map up
settings-key-pan-down = Move the map down
settings-key-zoom-in = Zoom in
settings-key-zoom-out = Zoom out
