# What happened, told from the ledger. Places are districts' titles, amounts are ready to show.

ledger-comma = { ", " }
ledger-semicolon = { "; " }
ledger-or = { " or " }
ledger-credits = { $amount ->
    [one] { $amount } credit
   *[other] { $amount } credits
}
ledger-voice = { $amount } voice
ledger-free = no cost
ledger-none = none
ledger-pressure = pressure { $amount }

## Orders: verb, place, amount

ledger-order = { $verb } in { $place }
ledger-order-build = Build: { $facility } in { $place }
ledger-order-travel = Travel to { $place }
ledger-order-amounts = { $order } / { $amounts }

## Entries

ledger-paid = { $faction } pays { $price } for { $verb } in { $place }.
ledger-paid-paper = { $faction } pays { $price } for a { $verb }.
ledger-given = { $faction } gives { $price } to { $to }.
ledger-given-nothing = { $faction } has a gift for { $to }, whose purse has no room for it.
ledger-closed = { $faction } closes its { $facility } in { $place }.
ledger-moved = { $leader } goes from { $origin } to { $place }.
ledger-built = { $leader } builds in { $place }: { $facility }, at work from turn { $ready }.
ledger-refunded = { $faction } cannot go through with { $verb } in { $place }: { $reason }.{ $back ->
    [yes] { " " }Refunded: { $price }.
   *[no] { "" }
}
ledger-motion-returned = A motion of { $faction } does not come on the docket: { $reason }.{ $back ->
    [yes] { " " }Refunded: { $price }.
   *[no] { "" }
}
ledger-reason-slot_taken = the last slot went to someone with more support there, or ahead in Civic Priority
ledger-reason-condition_unmet = the others pledged less than it asked for
ledger-reason-no_part_missing = others gave all the parts that were missing
ledger-reason-docket_full = the docket is full
ledger-reason-same_axis = a law of the same axis stands on it already
ledger-happened = { $event } begins in { $place }.
ledger-happened-answered = { $event } begins in { $place }, and is answered by { $factions }.
ledger-happened-unanswered = { $event } begins in { $place }, and nobody answers.
ledger-switched_off = { $event }: no facility works in { $place } this turn.
ledger-pledged = { $leader } gives { $parts } to the Sanctuary in { $place }.
ledger-parts = { $amount } { $amount ->
    [one] part
   *[other] parts
} { $kind }
ledger-founded = A Technique Sanctuary is begun in { $place }.
ledger-finished = The Technique Sanctuary in { $place } is finished by { $stakes }. Its steward is { $steward }.
ledger-finished-shared = The Technique Sanctuary in { $place } is finished by { $stakes }. Nobody is its steward alone.
ledger-stake = { $who } with { $stake }
ledger-proposed = { $leader } moves { $law } for the next docket.
ledger-voted = { $who } votes { ledger-side } { $law }, weight { $weight }.
ledger-voted-residents = The residents vote { ledger-side } { $law }, weight { $weight }.
ledger-side = { $aye ->
    [yes] for
   *[no] against
}
ledger-passed = The Council passes { $law }, { $ayes } to { $nays }: in force until the end of turn { $until }.
ledger-rejected = The Council rejects { $law }, { $ayes } to { $nays }.
ledger-lapsed-sunset = { $law } is no longer in force: its time is up.
ledger-lapsed-replaced = { $law } is no longer in force: another law takes its place.
ledger-docketed = { $law } is on the docket, moved by { $faction }.
ledger-docketed-dealt = { $law } is on the docket, from the deck.
ledger-dealt = { $faction } draws { $law }.
ledger-announced = { $event } is announced for turn { $turn } in { $place }.
ledger-blamed = { $faction } is blamed for { $amount } of unrest in { $place }: { $cause }.
ledger-forgotten = { $amount } of the blame of { $faction } is forgotten.
ledger-mandate-met = { $faction } has met its mandate, { $mandate }: { $amount } Legacy.
ledger-mandate-missed = { $faction } has missed its mandate, { $mandate }.
ledger-pressed = { $leader }: { $cause } in { $place }, pressure { $amount }.
ledger-pressed-facility = { $cause } of { $faction } in { $place }: pressure { $amount }.
ledger-pressed-echo = The festival of { $faction } is heard in { $place }: pressure { $amount }.
ledger-shifted-need = Need in { $place } { $direction ->
    [up] rises
   *[down] falls
} by { $amount }: { $cause }.
ledger-shifted-unrest = Unrest in { $place } { $direction ->
    [up] rises
   *[down] falls
} by { $amount }: { $cause }.
ledger-shifted-lean = { $place } leans { $amount } more { $direction ->
    [up] Enhanced
   *[down] Organic
}: { $cause }.
ledger-limited-need = Need in { $place } is at its limit; { $amount } more would have gone past it.
ledger-limited-unrest = Unrest in { $place } is at its limit; { $amount } more would have gone past it.
ledger-limited-lean = The lean of { $place } is at its limit; { $amount } more would have gone past it.
ledger-earned = { $faction } { $direction ->
    [up] earns
   *[down] pays
} { $price }: { $cause }.
ledger-earned-in = { $faction } { $direction ->
    [up] earns
   *[down] pays
} { $price } in { $place }: { $cause }.
ledger-purse-full = { $faction } has no room in its purse for { $price }.
ledger-contested = { $place } listens. { $shares }.
ledger-share = { $who } { $before } to { $after }%
ledger-share-same = { $who } stays at { $after }%
ledger-decayed = Support fades in { $place }: { $shares }.
ledger-faded = { $who } by { $lost }%
ledger-stopped = { $faction } is { $price } short of its upkeep; its facilities do not work next turn.
ledger-fractured = { $change ->
    [up] Fracture rises from { $before } to { $after }.
    [down] Fracture falls from { $before } to { $after }.
   *[same] Fracture stays at { $after }.
}
ledger-gala = Gala { $gala }, weight { $weight }: the Spotlight is on { $quarters }.
ledger-quarter = quarter { $quarter }
ledger-scored-leading = { $faction } leads { $place }: { $amount } Legacy.
ledger-scored-second = { $faction } is second in { $place }: { $amount } Legacy.
ledger-scored-agenda = { $faction } scores its agenda: { $amount } Legacy.
ledger-scored-stakes = { $faction } has stakes in the Sanctuary in { $place }: { $amount } Legacy.
ledger-scored-law = { $faction } moved { $law }, which has passed: { $amount } Legacy.
ledger-joined = { $leader } of { $faction } joins in { $place }.
ledger-ended-played = The match ends. { $places }.
ledger-ended-agreed = All agree to end the match. { $places }.
ledger-ended-goal = The match ends with a goal that { $winners } has met. { $places }.
ledger-ended-achieved = Every goal is met. Everybody has won.
ledger-ended-failed = The goals are not met. Everybody has lost.
ledger-ended-sundered = The city is sundered. Everybody has lost. The least blamed first: { $places }.
ledger-ended-place = { $place }. { $faction }
ledger-ended-neutral = { $faction } (neutral)

## Causes

ledger-cause-echo = a festival next door
ledger-cause-joint_festival = a joint Authenticity Festival
ledger-cause-building = building among people who were not asked
ledger-cause-drift = the city's own pace
ledger-cause-hard_times = hard times
ledger-cause-need = too much need
ledger-cause-well_cared = well cared for
ledger-cause-tension = Tension of the season
ledger-cause-contagion = anger next door
ledger-cause-sanctuary = a finished Sanctuary
ledger-cause-sanctuary_next_door = a Sanctuary next door
ledger-cause-wary = a torn city is wary
ledger-cause-forgotten = forgotten
ledger-cause-limit = the limit of the scale
ledger-cause-middle = nobody is drawn past the middle
ledger-cause-ceiling = excitement goes no higher
ledger-cause-refund = refund
ledger-cause-income = income
ledger-cause-upkeep = upkeep

## A turn as a story

ledger-turn = Turn { $turn }. { $fracture }
ledger-deeds = { $faction }: { $deeds }.
ledger-deeds-none = { $faction } gave no orders.
ledger-deed = { $leader }, { $order }
ledger-turns-to = { $place } turns to { $faction } ({ $share }%).
ledger-draws-level = { $faction } draws level in { $place } ({ $share }%).
ledger-turns-from = Nobody leads { $place } any more.
ledger-gains-most = The biggest step: { $faction } in { $place }, { $before } to { $after }%.
ledger-tension = Tension rises all over the city.
ledger-contagion = Anger spreads to { $places }.
ledger-standings = Gala { $gala }, weight { $weight }, { $quarters } in the Spotlight: { $standings }.
ledger-standing = { $faction } +{ $gained } = { $total }
ledger-standing-neutral = { $faction } (neutral) +{ $gained } = { $total }
ledger-order-pledge = Pledge: { $parts } in { $place }
ledger-order-motion = Motion: { $law }
ledger-order-gift = a gift of { $price } to { $to }
ledger-order-close = { $facility } in { $place } closed
ledger-blame = Blame for new unrest: { $blamed }.
ledger-blame-of = { $who } { $amount }
ledger-council = Council: { $outcome } { $sides ->
    [for] For: { $ayes }.
    [against] Against: { $nays }.
   *[both] For: { $ayes }. Against: { $nays }.
}
ledger-council-passed = { $law } passes, { $ayes } to { $nays }, until the end of turn { $until }.
ledger-council-replaced = { $law } passes, { $ayes } to { $nays }, until the end of turn { $until }, in place of { $old }.
ledger-council-rejected = { $law } fails, { $ayes } to { $nays }.
ledger-council-vote = { $who } { $weight }
ledger-next-docket = On the next docket: { $laws }.
ledger-next-law = { $law } ({ $who })
ledger-next-dealt = { $law } (from the deck)
ledger-drawn = Drawn: { $laws }.
ledger-drawn-law = { $law } by { $who }
