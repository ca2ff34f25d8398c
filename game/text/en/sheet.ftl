# The faction sheet. Numbers come from the ruleset; only motto and weakness are told in words.

sheet-motto-sra = A smile is a right. Heard best where need is high.
sheet-motto-occ = Any smile can be mended. Heard best where people are rich and enhanced.
sheet-motto-ca = Every smile in one picture. Heard best where people meet in the middle.
sheet-weakness-sra = Money: its turns earn voice, not credits.
sheet-weakness-occ = Consent: it stirs unrest where it builds among the underserved.
sheet-weakness-ca = Reach: few listen where people are polarised.

sheet-caption-affinity = Who listens
sheet-caption-verb = Its own verb
sheet-caption-facilities = Facilities
sheet-caption-agenda = Agenda, at each Gala
sheet-caption-speciality = In Sanctuaries
sheet-speciality = { $part }: a pledge gives { $own } parts of it, { $other } of another kind
sheet-caption-leaders = Leaders
sheet-caption-weakness = Weakness it cannot cure alone
sheet-caption-purse = It begins with
sheet-joins = joins in turn { $turn }
sheet-free = free

sheet-affinity-base = { $percent }% to begin with
sheet-affinity-wealth = { $percent }% where people are { $wealth }
sheet-affinity-need = +1% for every { $divisor } points of need
sheet-affinity-lean = +1% for every { $divisor } points of lean to Enhanced, -1% to Organic
sheet-affinity-middle = -1% for every { $divisor } points of lean off the middle

sheet-pressure = pressure { $pressure }
sheet-earns-credits = earns { $credits ->
    [one] { $credits } credit
   *[other] { $credits } credits
}
sheet-earns-credits-by-wealth = earns { $credits ->
    [one] { $credits } credit
   *[other] { $credits } credits
}, { $step } more for each step of wealth
sheet-earns-by-wealth = earns { $step ->
    [one] { $step } credit
   *[other] { $step } credits
} for each step of wealth
sheet-earns-voice = earns { $voice } voice
sheet-lean = lean { $lean } to { $side ->
    [enhanced] Enhanced
   *[organic] Organic
}
sheet-to-middle = lean { $lean } to the middle
sheet-unrest = unrest { $unrest }
sheet-unrest-ceiling = unrest { $unrest }, never above { $most }
sheet-unrest-a-season = unrest { $unrest } a season
sheet-need = need { $need }

sheet-agenda = { $pay } Legacy for each { $conditions }, times the Gala's weight
sheet-and = { " " }
sheet-agenda-wealth = { $wealth } district
sheet-agenda-need = with need { $need } or less
sheet-agenda-middle = district with lean within { $lean } of the middle
sheet-agenda-support = and own support { $percent }% or more
sheet-agenda-served = { $reach ->
    [0] district with a working facility of its own
   *[other] district with a working facility of its own there or next to it
}

sheet-price = { $verb } costs { $credits } credits and { $voice } voice
sheet-unrest-by-building = unrest { $unrest } where it builds among the { $wealth }

sheet-made-for = made for a place { $place }
sheet-each-turn = pressure { $pressure } a turn
sheet-each-turn-in-place = pressure { $pressure } a turn, { $more } in its place
sheet-place-none = made for no kind of place
sheet-close = Close
