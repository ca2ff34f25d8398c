# People on a server: how they play, and what one can do about them.

people-unrated = not rated yet
people-rating = { NUMBER($rating, useGrouping: 0) } ±{ NUMBER($spread, useGrouping: 0) }
people-reliability = { $percent }% of turns kept
people-reliability-unknown = few turns so far
people-standing = { $rating }, { $reliability }
people-guest = This server does not know you yet: sit down in a room once.
people-new = New here: your matches and your rating will stand here at your next visit.
people-matches = { $matches ->
    [one] One match
   *[other] { $matches } matches
}, { $reliability }
people-mode = { $mode }: { $rating }, { $matches ->
    [one] one match
   *[other] { $matches } matches
}
people-more = More
people-talk = Talk privately
people-ignore = Ignore: show nothing they say
people-hear = Hear again what they say
people-mute = Mute for everybody here
people-unmute = Let everybody hear them again
people-kick = Show out of the room
people-report = Report to those who run the server
people-report-title = Report { $name }
people-report-about = Those who run the server read it, with what was said lately. Nobody in the room hears of it.
people-report-entry = What happened
people-report-send = Send
people-reported = Your report is with those who run the server.
