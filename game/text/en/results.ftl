# The end of a match: ranking, Legacy, turning points, reasons.

results-city-lives = The city lives
results-city-broken = Fracture 100
results-wins = Won by { $faction }
results-shared = { $factions } share it
results-sundered = The city is sundered
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
results-chapter = { $faction } { $chapter }

results-you = you
results-computer = { $level ->
    [greedy] computer, a turn ahead
    [random] computer, at random
   *[other] computer, { $level }
}
results-behind = { $points } behind
results-no-place = no place

results-ranking = Ranking
results-standing = How they stood
results-legacy = Legacy
results-chart = Legacy after each Gala, above or below the mean
results-chart-empty = The match ended before its first Gala.
results-gala = Gala
results-mean = mean
results-weight = x{ $weight }

results-sources = By source
results-source-leading = Districts led
results-source-second = Second places
results-source-agenda = Agenda
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

results-why-caption-won = Why you won
results-why-caption-lost = Why you lost
results-why-caption-shared = Why it was shared
results-why-caption-sundered = Why all lost
results-why-caption-watched = Why it ended so
results-why-ahead = { $hero ->
    [you] You
   *[other] { $hero }
} had { $more } more than { $rival } from { $source ->
    [leading] districts led
    [second] second places
   *[agenda] the agenda
}.
results-why-ahead-though = { $hero ->
    [you] You
   *[other] { $hero }
} had { $more } more than { $rival } from { $source ->
    [leading] districts led
    [second] second places
   *[agenda] the agenda
}, which paid for { $less } less from { $other ->
    [leading] districts led
    [second] second places
   *[agenda] the agenda
}.
results-why-ahead-hair = { $hero ->
    [you] You
   *[other] { $hero }
} and { $rival } were less than a point apart.
results-why-behind = { $rival } had { $more } more than you from { $source ->
    [leading] districts led
    [second] second places
   *[agenda] the agenda
}.
results-why-behind-though = { $rival } had { $more } more than you from { $source ->
    [leading] districts led
    [second] second places
   *[agenda] the agenda
}; your { $less } more from { $other ->
    [leading] districts led
    [second] second places
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
results-why-angriest = { $district } was angriest, with unrest { $unrest }; { $turmoil ->
    [one] one district was
   *[other] { $turmoil } districts were
} in turmoil.
results-why-versus = You and { $rival }
results-why-versus-other = { $hero } and { $rival }

results-menu = Main menu
results-city = Look at the city
results-rematch = Rematch
