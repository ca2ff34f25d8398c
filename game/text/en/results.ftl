# The end of a match: ranking, Legacy, turning points, reasons.

results-crown-played = The city lives
results-crown-agreed = Ended by agreement
results-crown-abandoned = Nobody plays on
results-crown-sundered = Fracture 100
results-crown-goal = The goal is met
results-crown-achieved = Common cause
results-crown-failed = The city lives, the goals do not
results-headline-sundered = The city is sundered
results-headline-achieved = All have won
results-headline-failed = All have lost
results-wins = Won by { $faction }
results-shared = { $factions } share it
results-and = { $first } and { $last }
results-to = { " to " }
results-fracture = Fracture { $fracture }
results-turns = { $turns ->
    [one] { $turns } turn
   *[other] { $turns } turns
}
results-place = { $map }, { $seats ->
    [2] two seats
    [3] three seats
    [4] four seats
    [5] five seats
    [6] six seats
   *[other] { $seats } seats
}
results-played = { $place }, { $mode }, { $temper }
results-chapter = { $faction } { $chapter }

results-you = you
results-computer = { $level ->
    [greedy] computer, a turn ahead
    [random] computer, at random
   *[other] computer, { $level }
}
results-unranked = not ranked, { $who }
results-resigned = { $who }, resigned
results-team = { $who }, team { $team }
results-behind = { $points } behind
results-with-legacy = { $points } Legacy

results-ranking = Ranking
results-standing = How they stood
results-legacy = Legacy
results-blame = Blame: the least first
results-mandates-column = Mandates
results-end = End
results-mandates = Mandates revealed
results-mandates-none = No mandates were dealt.
results-goals = Goals and mandates
results-far-least = { $found } of { $asked }
results-far-most = { $found } (max { $asked })
results-chart = Legacy after each Gala, above or below the mean
results-chart-empty = The match ended before its first Gala.
results-gala = Gala
results-mean = mean
results-weight = x{ $weight }

results-sources = By source
results-source-leading = Districts led
results-source-second = Second places
results-source-stakes = Sanctuaries
results-source-agenda = Agenda
results-source-laws = Laws moved
results-source-mandates = Mandates
results-source-total = Legacy
results-end-led = Led at the end
results-end-people = People, percent
results-end-facilities = Facilities

results-turning = Turning points
results-turning-none = No single moment decided this match.
results-turning-took-lead = { $faction } takes the lead
results-turning-took-lead-detail = turn { $turn }, Gala { $to }: { $amount ->
    [0] less than a point ahead
    [one] { $amount } point ahead
   *[other] { $amount } points ahead
}
results-turning-took = { $faction } takes { $district }
results-turning-took-detail = turn { $turn }, support { $from } to { $to }%
results-turning-gained = { $faction } gains in { $district }
results-turning-gained-detail = turn { $turn }, support { $from } to { $to }%
results-turning-lost = { $faction } loses ground in { $district }
results-turning-lost-detail = turn { $turn }, support { $from } to { $to }%
results-turning-gala = { $faction } shines at Gala { $to }
results-turning-gala-detail = turn { $turn }, { $amount } Legacy in one night
results-turning-fracture = Fracture at its highest
results-turning-fracture-detail = turn { $turn }, Fracture { $amount } of 100
results-turning-sundered = The city breaks
results-turning-sundered-detail = turn { $turn }, Fracture { $amount }
results-turning-stopped = { $faction } cannot pay its upkeep
results-turning-stopped-detail = turn { $turn }, { $amount ->
    [one] { $amount } credit short
   *[other] { $amount } credits short
}, facilities off

results-turning-mandates = { $faction } wins by its mandates
results-turning-mandates-detail = turn { $turn }, { $amount ->
    [0] less than a point ahead
    [one] { $amount } point ahead
   *[other] { $amount } points ahead
}
results-turning-law = { $name } passes
results-turning-law-detail = turn { $turn }, { $amount } for, { $to } against
results-turning-finished = Sanctuary finished in { $district }
results-turning-finished-detail = turn { $turn }, { $amount } parts by { $to ->
    [one] one faction
   *[other] { $to } factions
}
results-turning-unanswered = { $name } unanswered
results-turning-unanswered-detail = turn { $turn }, { $district }: unrest +{ $amount } in all

results-why-caption-won = Why you won
results-why-caption-lost = Why you lost
results-why-caption-shared = Why it was shared
results-why-caption-sundered = Why all lost
results-why-caption-achieved = Why all won
results-why-caption-failed = Why all lost
results-why-caption-watched = Why it ended so
results-why-ahead = { $hero ->
    [you] You
   *[other] { $hero }
} had { $more } more than { $rival } from { $source ->
    [leading] districts led
    [second] second places
    [stakes] stakes in Sanctuaries
    [laws] laws
    [mandates] mandates
   *[agenda] the agenda
}.
results-why-ahead-though = { $hero ->
    [you] You
   *[other] { $hero }
} had { $more } more than { $rival } from { $source ->
    [leading] districts led
    [second] second places
    [stakes] stakes in Sanctuaries
    [laws] laws
    [mandates] mandates
   *[agenda] the agenda
}, which paid for { $less } less from { $other ->
    [leading] districts led
    [second] second places
    [stakes] stakes in Sanctuaries
    [laws] laws
    [mandates] mandates
   *[agenda] the agenda
}.
results-why-ahead-hair = { $hero ->
    [you] You
   *[other] { $hero }
} and { $rival } were less than a point apart.
results-why-behind = { $rival } had { $more } more than you from { $source ->
    [leading] districts led
    [second] second places
    [stakes] stakes in Sanctuaries
    [laws] laws
    [mandates] mandates
   *[agenda] the agenda
}.
results-why-behind-though = { $rival } had { $more } more than you from { $source ->
    [leading] districts led
    [second] second places
    [stakes] stakes in Sanctuaries
    [laws] laws
    [mandates] mandates
   *[agenda] the agenda
}; your { $less } more from { $other ->
    [leading] districts led
    [second] second places
    [stakes] stakes in Sanctuaries
    [laws] laws
    [mandates] mandates
   *[agenda] the agenda
} did not make up for it.
results-why-behind-hair = { $rival } and you were less than a point apart.
results-why-shared = { $hero ->
    [you] You
   *[other] { $hero }
} and { $rival } both ended at { $total } Legacy, with as many people behind them.
results-why-gala = Gala { $gala }, which counted x{ $weight }, moved most: { $mine } for { $hero ->
    [you] you
   *[other] { $hero }
}, { $theirs } for { $rival }.
results-why-sundered = Fracture reached 100 in turn { $turn }.
results-why-sundered-parts = Fracture reached 100 in turn { $turn }: unrest made { $unrest }, the gap in need between poor and rich { $gap }.
results-why-abandoned = The last player resigned in turn { $turn }, and what stood then counted.
results-why-agreed = All agreed to end the match in turn { $turn }, and what stood then counted.
results-why-goal = { $goal }: { $met ->
    [yes] kept
   *[no] missed
} with { $found }, { $asked ->
    [most] at most
   *[least] at least
} { $bound } asked for.
results-why-goal-won = { $hero ->
    [you] You
   *[other] { $hero }
} met the goal in turn { $turn }: { $goal }.
results-why-blame = Most unrest was stirred up by { $hero ->
    [you] you
   *[other] { $hero }
}: { $blame } in the blame record.
results-why-angriest = { $district } was angriest, with unrest { $unrest }; { $turmoil ->
    [one] one district was
   *[other] { $turmoil } districts were
} in turmoil.
results-why-versus = You and { $rival }
results-why-versus-other = { $hero } and { $rival }

results-next = What to try next time
results-next-mend = Over Fracture 50 people thank Care and Forum double, over 75 three times: mend before you campaign.
results-next-pledge = Pledge early and where others pledge: stakes paid { $rival } { $theirs } and you { $mine }.
results-next-move = Move a law from your hand: one that passes is worth { $worth } Legacy.
results-next-carry = You moved { $moved ->
    [one] one law
   *[other] { $moved } laws
} and none passed: move what the residents want, and keep voice for the ballot. One is worth { $worth }.
results-next-mandate = Keep your mandates in sight: { $mandate } asked for { $least } and had { $found }; it was worth { $worth }.
results-next-fresh = { $percent }% of your orders met a tired audience: change the verb or the place.
results-next-idle = { $count } times a leader had nothing to do: a Campaign is free.
results-next-credits = You ended with { $credits } credits in the purse: spend them while they can still score.
results-next-voice = You ended with { $voice } voice unspent: five a motion weigh in the Council.
results-next-upkeep = { $count ->
    [one] Once
   *[other] { $count } times
} your facilities stood still for want of upkeep: build one less, or earn first.

results-menu = Main menu
results-city = Look at the city
results-rematch = Rematch
results-rematch-asked = somebody wants to play again
results-rematch-waits = { $count ->
    [one] { $names } waits in a new room
   *[other] { $names } wait in a new room
}
results-no-rematch = There is no rematch
results-rating = your rating is { $rating }, before { $before }
results-first-rating = your first rating is { $rating }
