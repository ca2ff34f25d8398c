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
ledger-pressure = pressure { $amount }

## Orders: verb, place, amount

ledger-order = { $verb } in { $place }
ledger-order-build = Build: { $facility } in { $place }
ledger-order-travel = Travel to { $place }
ledger-order-amounts = { $order } / { $amounts }

## Entries

ledger-paid = { $faction } pays { $price } for { $verb } in { $place }.
ledger-moved = { $leader } goes from { $origin } to { $place }.
ledger-built = { $leader } builds in { $place }: { $facility }, at work from turn { $ready }.
ledger-refunded = { $faction } cannot go through with { $verb } in { $place }: { $reason }. Refunded: { $price }.
ledger-reason-slot_taken = the last slot went to someone with more support there, or ahead in Civic Priority
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
ledger-joined = { $leader } of { $faction } joins in { $place }.
ledger-ended = The match ends. { $places }.
ledger-ended-place = { $place }. { $faction }
ledger-sundered = The city is sundered. Everybody has lost.

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
