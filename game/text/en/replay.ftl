# Replays: what can be wrong with a file, and what its proof says.

# Where in a file.
replay-at-record = Record { $number }
replay-at-turn = Turn { $number }
replay-at-header = The header
replay-at-opening = The opening
replay-at-end = The end

# What is wrong, and its mend.
replay-no-replay = { $where }: found { $found }, expected a replay of Neo-Sanctum.
replay-no-replay-mend = Choose a file whose name ends in .nsreplay.
replay-other-format = { $where }: found format { $found }, expected { $expected }.
replay-other-format-mend = A newer version of the game made it: update the game.
replay-truncated = { $where }: found the end of the file, expected more.
replay-truncated-mend = The file is not whole: get it again.
replay-too-large = { $where }: found { $found }, expected at most { $expected }.
replay-too-large-mend = No match makes a replay that large: get it from where the match was played.
replay-malformed = { $where }: found what no replay holds ({ $found }).
replay-malformed-mend = The file is damaged: get it again.
replay-wrong-field = { $where }: found a value that does not fit ({ $found }), expected { $expected }.
replay-wrong-field-mend = Another version of the game made it, or it was changed: try the version it names.
replay-wrong-order = { $where }: found { $found } { $expected ->
    [none] where nothing may follow.
   *[other] where { $expected } must stand.
}
replay-wrong-order-mend = The file was put together wrongly: get it from where the match was played.
replay-chain = { $where }: found { $found } in the chain, expected { $expected }.
replay-chain-mend = The file was damaged or changed from here on: get it from where the match was played.
replay-unsound = { $where }: found { $found }, which is not in this match{ $expected ->
    [none] .
   *[other] ; expected { $expected }.
}
replay-unsound-mend = The file was made by hand or changed: get it from where the match was played.
replay-other-hash = { $where }: found the hash { $found }, expected { $expected }.
replay-other-hash-mend = The file was changed: get it from where the match was played.
replay-unreadable = { $where }: { $found }.
replay-unreadable-mend = See that the file is there and may be read.

# The proof.
replay-proved = Proved: { $turns ->
    [one] one turn
   *[other] all { $turns } turns
} came out as recorded. Chain { $chain }.
replay-not-proved = Not proved: played again, { $what ->
    [opening] the opening is
    [slates] the orders of turn { $turn } are not legal, so they are
    [ledger] the ledger of turn { $turn } is
    [public] the city after turn { $turn } is
   *[state] the whole state after turn { $turn } is
} otherwise than recorded.
replay-not-provable = Played by rules of version { $found }; these are { $expected }. It hangs together and can be shown, but not proved.

# A replay in a list.
replay-brief = { $title }, { $mode }, { $turns ->
    [one] one turn
   *[other] { $turns } turns
}: { $seats }; { $outcome }
replay-seat = { $faction } ({ $player })
replay-chapter = { $faction } { $chapter }
replay-won = won by { $factions }
replay-lost = nobody won
replay-sundered = the city was sundered
replay-when-unknown = date unknown

# The list of those that are kept.
replay-title = Replays
replay-subtitle = Matches played to their end on this machine are kept here; the newest { $most }.
replay-list = Finished matches
replay-folder = { $count ->
    [0] None yet: play a match to its end, or put a .nsreplay file into { $folder }.
    [one] One replay, in { $folder }
   *[other] { $count } replays, in { $folder }
}
replay-watch = Watch
replay-none-chosen = Choose a replay first.
replay-opening-file = Opening the replay...
replay-failed = The replay cannot be shown
replay-no-map = It was played on { $title }, in a version that is not on this machine.
replay-no-map-mend = Install that map: neo-sanctum map install, or play a match on it with its host once.
replay-no-signs = It was played by { $faction }, a faction this game has no signs for.
replay-no-signs-mend = Open it with the version of the game it was made by.
replay-facts = { $mode }, { $turns ->
    [one] one turn
   *[other] { $turns } turns
}

# The city of a replay.
replay-players = Who plays
replay-orders = Orders of turn { $turn }
replay-order = { $leader }: { $order }
replay-more = and { $count } more
replay-came = What came of it
replay-nothing-yet = No turn has been played yet.
replay-more-came = { $count ->
    [one] One more line is
   *[other] { $count } more lines are
} in the log ({ $cap }).
replay-before = Before the first turn
replay-after = After turn { $turn } of { $turns }
replay-is-proved = Proved
replay-is-proved-hint = Played again by the rules of this game, every turn came out as recorded.
replay-is-doubted = Not proved
replay-is-doubted-hint = Played again by the rules, a turn came out otherwise: neo-sanctum replay verify says which.
replay-is-unproved = Older rules
replay-is-unproved-hint = Played by rules of another version: it can be shown, but not proved.
replay-hint-first = To the beginning ({ $cap })
replay-hint-back = A turn back ({ $cap })
replay-hint-play = Play ({ $cap })
replay-hint-stop = Stop ({ $cap })
replay-hint-next = The next turn ({ $cap })
replay-hint-end = To the end ({ $cap })
replay-hint-turn = After turn { $turn }
replay-next = Next turn
replay-next-is = Turn { $turn } of { $turns } comes next
replay-results = Results
replay-over = The last turn was played
replay-not-kept = The replay cannot be kept: { $why }.
