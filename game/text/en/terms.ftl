# How a match with others is played: its clock, absence, spectators, language.

terms-seconds = { $count ->
    [one] 1 second
   *[other] { $count } seconds
}
terms-minutes = { $count ->
    [one] 1 minute
   *[other] { $count } minutes
}
terms-minutes-seconds = { $minutes ->
    [one] 1 minute { $seconds }
   *[other] { $minutes } minutes { $seconds }
}
terms-hours = { $count ->
    [one] 1 hour
   *[other] { $count } hours
}
terms-days = { $count } days
terms-no-clock = no time limit
terms-turn = { $span } a turn
terms-bank = { $turn }, { $span } in the bank
terms-days-turn = a turn every { $span }
terms-days-hours = { $turn }, { $start } to { $end }
terms-days-weekends = { $turn }, not on weekends
terms-absence = { $then ->
    [caretaker] Who is gone for { $span } is played by a computer until they return.
    [substitute] Who is gone for { $span } can be replaced by a guest until they return.
    [pass] Nobody waits for who is gone for { $span }; the seat passes until they return.
   *[other] { $then }, after { $span }
}
terms-absence-days = { $then ->
    [caretaker] Who misses a deadline is played by a computer until they return.
    [substitute] Who misses a deadline can be replaced by a guest until they return.
    [pass] Nobody waits for who misses a deadline; the seat passes until they return.
   *[other] { $then }
}
terms-delay = { $turns ->
    [0] Spectators see what the players see.
    [one] Spectators see it one turn later.
   *[other] Spectators see it { $turns } turns later.
}
terms-no-spectators = No spectators.
terms-language = { $language ->
    [en] English
    [de] German
    [es] Spanish
    [fr] French
    [it] Italian
    [ja] Japanese
    [ko] Korean
    [nl] Dutch
    [pl] Polish
    [pt] Portuguese
    [ru] Russian
    [tr] Turkish
    [zh] Chinese
   *[other] { $language }
}
terms-any-language = any language
