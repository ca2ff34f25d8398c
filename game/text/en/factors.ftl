# The lines of sums: what they are called, and in a few words where they come from.

## Pressure

factors-pressed-by = by { $who }
factors-pressed-echo = { $divisor ->
    [8] an eighth of a festival next door is heard
   *[other] a { $divisor }th of a festival next door is heard
}
factors-pressed-affinity = Affinity
factors-pressed-affinity-why = how well { $who } is heard here
factors-pressed-freshness = Freshness
factors-pressed-freshness-why = this audience is tired of it
factors-pressed-together = Together
factors-pressed-together-why = a joint Authenticity Festival
factors-pressed-thanks = Thanks
factors-pressed-thanks-why = a torn city thanks who mends
factors-pressed-limelight = Limelight
factors-pressed-limelight-why = the audience is harder on the leader
factors-pressed-total = Pressure, rounded down
factors-affinity-start = Start
factors-affinity-start-why = { $who } everywhere
factors-affinity-wealth = Wealth
factors-affinity-wealth-why = the kind of district
factors-affinity-need = Need
factors-affinity-need-why = { $need_divisor ->
    [1] all of it
    [2] half of it
    [3] a third of it
    [4] a quarter of it
   *[other] divided by { $need_divisor }
}
factors-affinity-lean = Lean
factors-affinity-lean-why = { $lean_divisor ->
    [1] all of it
    [2] half of it
    [3] a third of it
    [4] a quarter of it
   *[other] divided by { $lean_divisor }
}
factors-affinity-off_middle = Off the middle
factors-affinity-off_middle-why = { $off_middle_divisor ->
    [1] all of it
    [2] half of it
    [3] a third of it
    [4] a quarter of it
   *[other] divided by { $off_middle_divisor }
}
factors-affinity-sanctuary = Sanctuary
factors-affinity-sanctuary-why = { $who } gave to it

## Legacy

factors-scored-base-leading = Leading
factors-scored-base-second = Second place
factors-scored-base-agenda = Agenda, a district
factors-scored-base-stakes = All the stakes of a finished Sanctuary
factors-scored-base-law = Moving a law that passes
factors-scored-weight = Weight
factors-scored-weight-why = of this Gala
factors-scored-spotlight = Spotlight
factors-scored-spotlight-why = it shines on this quarter
factors-scored-turmoil = Turmoil
factors-scored-turmoil-why = an angry district counts less
factors-scored-stake = Stake
factors-scored-stake-why = share of all parts it takes
factors-scored-completion = Completion
factors-scored-completion-why = share of the parts that are given
factors-scored-joint = Joint
factors-scored-joint-why = several factions hold stakes
factors-scored-districts = Districts
factors-scored-districts-why = that meet the agenda
factors-scored-total = Legacy, rounded down

## Council

factors-voted-support = Support
factors-voted-support-why = in the whole city, by population
factors-voted-voice = Voice
factors-voted-voice-why = { $per_voice } for each voice behind the ballot
factors-voted-residents = Residents
factors-voted-residents-why = all who are undecided
factors-voted-total = Weight
factors-decided-ayes = For
factors-decided-nays = Against

## Prices and pledges

factors-paid-written = Price as it is written
factors-paid-credits-total = Credits paid
factors-paid-voice-total = Voice paid
factors-pledged-start = A pledge
factors-pledged-start-why = of any kind of parts
factors-pledged-speciality = Speciality
factors-pledged-speciality-why = what { $who } gives best
factors-pledged-over = Too many
factors-pledged-over-why = no more were missing
factors-pledged-total = Parts

## Districts and the city

factors-contested-why = from { $before }
factors-contested-pressure = Pressure
factors-contested-of = of { $all } in all
factors-contested-shield = Shield
factors-decayed-start = Fading
factors-decayed-start-why = everywhere
factors-decayed-total = Fading here
factors-fractured-unrest = Unrest
factors-fractured-unrest-why = { $per_unrest } times the mean, by population
factors-fractured-gap = Gap in need
factors-fractured-gap-why = { $gap_divisor ->
    [2] half of underserved less affluent
    [3] a third of underserved less affluent
    [4] a quarter of underserved less affluent
   *[other] underserved less affluent, divided by { $gap_divisor }
}
factors-fractured-rest = Rounding
factors-fractured-rest-why = both parts are rounded down
factors-fractured-total = Fracture

## Cards that change a sum

factors-why-law = { $until ->
    [0] law
   *[other] law, through turn { $until }
}
factors-why-event = event here
factors-why-landmark = landmark here
factors-why-trait = trait of { $who }
