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
replay-seat-computer = { $faction } (computer, { $player })
replay-chapter = { $faction } { $chapter }
replay-won = won by { $factions }
replay-lost = nobody won
replay-sundered = the city was sundered
replay-when-unknown = date unknown
