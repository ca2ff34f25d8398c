# The city screen: panels, sums, playback, dialogs.

## Words for things

city-wealth-underserved = Underserved
city-wealth-mixed = Mixed
city-wealth-affluent = Affluent
city-credits = Credits
city-voice = Voice
city-need = Need
city-lean = Lean
city-unrest = Unrest
city-legacy = Legacy
city-fracture = Fracture
city-forecast = Forecast
city-pressure = Pressure

## Orders

city-order = { $verb } in { $place }
city-order-build = { $facility } in { $place }
city-order-travel = Travel to { $place }
city-order-pledge = Pledge { $kind } in { $place }
city-order-pledge-if = Pledge { $kind } in { $place } if others give { $least }
city-order-motion = Motion: { $law }
city-order-aye = Aye: { $law }
city-order-nay = Nay: { $law }
city-order-gift = Gift to { $who }
city-order-close = Close { $facility } in { $place }
city-credits-amount = { $amount } { $amount ->
    [one] credit
   *[other] credits
}
city-voice-amount = { $amount } voice
city-pressure-amount = pressure { $amount }
city-works-from = works from turn { $turn }
city-free = free
city-from = from

## Top bar

city-spectator = Watching
city-next-gala = next Gala turn { $turn }
city-gala-now = Gala this turn
city-fracture-limit = breaks at 100
city-season = SEASON { $season } of { $seasons }
city-turn = Turn { $turn }
city-of = of { $most }
city-no-clock = no clock
city-hours = { $hours } h
city-ready = Ready
city-tool-sheet = Your faction: what it scores and builds ({ $cap })
city-tool-log = Log ({ $cap })
city-tool-report = Report of the last turn ({ $cap })
city-tool-menu = Menu ({ $cap })

## Slate

city-slate = Slate
city-slate-count = { $done } of { $all } leaders
city-slate-tried = { $order }?
city-slate-in = In { $place }
city-not-given = not given yet
city-no-order = no order yet
city-withdraw-hint = Take this order back ({ $cap })
city-slate-more = { $count } more; undo takes the last back
city-take-back-hint = Take this back
city-pin-line = Pin: { $verb } in { $place }
city-parts-amount = { $parts } { $kind }
city-pledge-if-short = { $kind } if others give { $least }
city-costs = Costs
city-left = Left

## Map and small map

city-mode-owner = Owner
city-mode-need = Need
city-mode-unrest = Unrest
city-mode-lean = Lean
city-mode-wealth = Wealth
city-mode-forecast = My forecast
city-gala-head = Gala turn { $turn }
city-gala-left = { $left ->
    [0] this turn
    [one] in 1 turn
   *[other] in { $left } turns
}
city-gala-spotlight = quarter { $quarters } lit, weight { $weight }
city-tension = Tension +{ $points }
city-tension-turn = unrest in turn { $turn }
city-tension-now = unrest now
city-acts = { $leader }, now in { $here }, acts in { $place }
city-goes = { $leader } goes from { $here } to { $place }

## District

city-no-district = No district
city-choose-district = Click a district, or press an arrow key.
city-quarter = Quarter { $quarter }
city-in-reach = in reach
city-out-of-reach = too far
city-lean-organic = Organic
city-lean-middle = middle
city-lean-enhanced = Enhanced
city-steady = steady
city-this-turn = { $change } a turn
city-slots = Slots { $used } of { $slots }
city-shield = shield { $percent }%
city-no-facility = Nothing is built here yet.
city-tab-built = Built { $used }/{ $slots }
city-tab-site = Parts { $have }/{ $whole }
city-tab-site-none = Site
city-tab-site-finished = Sanctuary
city-tab-coming = Coming { $count }
city-closing = closes
city-close-hint = Close a facility here
city-close-keep = Keep it
city-sanctuary = Sanctuary
city-site-none = not begun
city-site-parts = { $have } of { $whole } parts
city-site-finished = finished in turn { $turn }
city-site-may-begin = A pledge begins one here.
city-site-too-angry = A pledge begins one at unrest { $most } or less.
city-of-parts = { $have }/{ $most }
city-stakes = Stakes
city-steward = steward { $who }
city-site-pays = would pay
city-site-pays-nothing = nothing yet
city-coming-here = Comes here
city-coming-nothing = Nothing is announced here.
city-barred = Barred: no leader can enter
city-pin-hint = Let the others see that you mean to { $verb } here; it binds nobody ({ $cap })
city-pin-drop = Take this pin back: { $verb } ({ $cap })
city-pin-means = { $who } means to { $verb } here
city-ready-turn = ready turn { $turn }
city-stopped = stopped: upkeep unpaid
city-work-need = need { $amount } a turn
city-work-voice = voice { $amount } a turn
city-work-credits = credits { $amount } a turn
city-work-unrest = unrest { $amount } a season
city-work-pressure = presses a little

## Forecast

city-no-forecast = Choose a district to see what comes.
city-forecast-slate = With the slate as it is
city-forecast-alone = No rival acts here; floor: they all do
city-forecast-pencilled = { $count ->
    [one] With 1 order pencilled in for rivals
   *[other] With { $count } orders pencilled in for rivals
}
city-now = now
city-then = then
city-floor = floor { $share }
city-ceiling = ceiling { $share }
city-forecast-try = Point at a verb, or press its number.
city-first-steps = Lead districts at a Gala to win Legacy. { $cap }: what else scores.
city-cost = Cost
city-give = Give
city-withdraw = Take back
city-heard = heard { $percent }%

## Why a verb is off, in two short lines; the mends are in refusal.ftl

city-off-match_over = Match over
city-off-out_of_reach = Out of
    reach
city-off-already_there = Already
    there
city-off-verb_twice = Ordered
    here
city-off-unknown_facility = Not yours
    to build
city-off-facility_stands = All kinds
    stand here
city-off-no_free_slot = Slots full:
    { $slots } of { $slots }
city-off-too_few_credits = Too few
    credits
city-off-too_little_voice = Too little
    voice
city-off-barred = Barred:
    too angry
city-off-unknown_part = No such
    parts
city-off-sanctuary_finished = Sanctuary
    finished
city-off-no_part_missing = No part
    missing
city-off-too_angry = Too angry
    to begin
city-off-not_in_hand = No law
    in hand
city-off-law_twice = Moved
    already
city-off-no_motions_now = No motions
    any more
city-off-no_council_now = No Council
    this turn
city-off-not_on_docket = Not on
    the docket
city-off-ballot_twice = Voted
    already
city-off-too_much_voice_behind = Too much
    voice
city-off-unknown_seat = No such
    faction
city-off-gift_to_self = That is
    yourself
city-off-gift_twice = Given
    already
city-off-empty_gift = Nothing
    to give
city-off-not_your_facility = Not your
    facility
city-off-unknown_leader = No such
    leader
city-off-not_your_leader = Not yours
city-off-leader_not_here = Not here
    before turn { $turn }
city-off-leader_twice = Ordered
    already
city-off-unknown_district = No such
    district

## End of the turn

city-end-turn = End turn
city-idle-leaders = { $count ->
    [0] every leader has an order
    [one] 1 leader has no order
   *[other] { $count } leaders have no order
}
city-idle-again = { $count ->
    [one] 1 leader idle: { $cap } ends it
   *[other] { $count } leaders idle: { $cap } ends it
}
city-ballots-missing = { $count ->
    [one] 1 motion has no ballot
   *[other] { $count } motions have no ballot
}: { $council }
city-ballots-again = { $count } not voted on: { $cap } ends it
city-waiting = You are ready
city-waiting-for = Waiting for { $who }
city-waiting-away = { $who } (not connected)
city-resolving = The turn is being played
city-watching = Watching
city-match-over = The match is over

## Sums

city-sum-in = { $who } in { $place }
city-sum-by = by { $who }
city-sum-pressure = Pressure
city-sum-pressure-head = Pressure { $amount }
city-sum-own-voice = Own voice, rounded down
city-sum-support-head = Support { $share }%
city-sum-support-now = Now
city-sum-support-then = After the turn
city-sum-contest = Contest
city-sum-contest-why = pressure { $own } of { $all }
city-sum-fades = Fades
city-sum-fades-why = a little every turn
city-sum-scale-now = Now
city-sum-scale-then = After the turn
city-sum-by-itself = by itself
city-sum-purse-now = In the purse
city-sum-purse-then = Next turn
city-sum-purse-about = With the slate as it is
city-sum-next-turn = { $amount } next turn
city-sum-gala = Gala { $gala }
city-sum-gala-parts = leading { $leading }, second { $second }, agenda { $agenda }, stakes { $stakes }
city-sum-gift = Gift
city-sum-laws = Laws
city-sum-laws-why = { $count ->
    [one] 1 own law passed
   *[other] { $count } own laws passed
}
city-sum-mandates = Mandates
city-sum-mandates-why = revealed at the end
city-sum-no-gala = No Gala yet
city-sum-rule = rule { $rule }
city-sum-dotted = dotted numbers open
city-sum-escape = Esc closes one
city-fracture-unrest = Unrest
city-fracture-unrest-why = ten times the mean, by population
city-fracture-gap = Gap in need
city-fracture-gap-why = a quarter of underserved less affluent
city-fracture-rest = Rounding
city-fracture-rest-why = both parts are rounded down
city-fracture-now = As the last turn left it
city-fracture-next = As this turn would leave it
city-step-wary = Festivals calm { $amount } less
city-step-strained = Income -{ $percent }% where unrest is { $unrest } or more
city-step-barred = No leader enters where unrest is { $unrest } or more
city-step-sundered = The city is sundered: everyone loses
city-step-hint = Fracture { $at }: { $words }
city-step-wary-short = festivals -{ $amount }
city-step-strained-short = income -{ $percent }%
city-step-barred-short = districts barred
city-step-passed = passed
city-step-ahead = { $left } to go
city-step-thanks = { $source }; over it mending is thanked ×{ $times }
city-blame = Blame record
city-blame-why = it ranks everyone if the city breaks
city-blame-about = Unrest each faction caused; an eighth is forgotten a turn
city-blame-added = +{ $amount } last turn

## Causes in the ledger

city-cause-income-why = from support in the city
city-cause-upkeep-why = of your facilities
city-cause-limit-why = it holds no more

## Playback and report

city-playback = Turn { $turn } is played
city-playback-paused = Turn { $turn }, paused
city-playback-step = Fracture passes { $step }
city-playback-next = next
city-playback-hold = hold
city-playback-end = end
city-float-pressure = Pressure { $amount }
city-float-built = { $facility } begun
city-refused-slot-taken = No slot was left: refunded
city-refused-condition-unmet = Too few others pledged: refunded
city-refused-no-part-missing = No part was missing: refunded
city-refused-docket-full = The docket is full: refunded
city-refused-same-axis = A law of that axis is on the docket: refunded
city-float-event = { $event }
city-float-answered = { $event }: answered
city-float-unanswered = { $event }: nobody answered
city-float-founded = Sanctuary begun
city-float-finished = Sanctuary finished
city-float-gave = { $amount ->
    [one] { $amount } part
   *[other] { $amount } parts
} of { $kind }
city-support = Support
city-gala-title = Gala { $gala }
city-gala-leading = leading
city-gala-second = second
city-gala-stakes = stakes
city-gala-agenda = agenda
city-gala-gained = tonight
city-report-title = Report of turn { $turn }
city-report-figure = support { $amount } in all
city-report-did = { $what } in { $place }
city-report-rival = { $who } in { $place }: { $what }
city-report-nothing = nothing changed
city-report-joined = { $leader } joins { $who }
city-report-fracture = Fracture { $before } to { $after }
city-report-step = step { $step } was passed
city-report-no-step = no step was passed
city-report-vote = { $law }: { $result }
city-report-blame = Your blame rises by { $amount }
city-report-blame-why = unrest that your orders stirred up
city-news-in = { $kind }, { $place }
city-news-given = a gift
city-news-closed = a facility closed
city-news-proposed = a motion for next season
city-news-lapsed = a law ends
city-news-docketed = on the docket of the Council
city-news-announced = an event to come
city-news-switched-off = works stand still
city-news-fulfilled = a mandate
city-news-dealt = in your hand
city-news-stopped = upkeep unpaid
city-report-again = Play again
city-report-go-on = Go on

## Log

city-log = Log
city-say-district = { $place }, need { $need }, unrest { $unrest }
city-say-gave = Order given: { $order }
city-say-withdrawn = Order taken back: { $order }
city-say-gift = To { $who }: { $credits } credits, { $voice } voice
city-say-not-pinned = The pin was not sent: the line is lost
city-say-turn = Turn { $turn } begins

## Build

city-build-title = Build in { $place }
city-build-fits = Made for a place like this: { $place }
city-build-not-here = Made for: { $place }. Here: { $here }
city-build-anywhere = Made for no kind of place: the same everywhere
city-place-finished = a finished Sanctuary
city-place-parts = { $amount ->
    [one] a Sanctuary, begun or finished
   *[other] a Sanctuary with { $amount } parts or more
}
city-here-parts = { $amount ->
    [0] no Sanctuary was begun here
   *[other] its Sanctuary has { $amount } parts
}
city-here-finished = { $amount ->
    [0] none
   *[other] finished
}
city-place-population = population { $amount } or more
city-place-need = need { $amount } or more
city-place-lean = lean { $amount } or more
city-place-off-middle = lean within { $amount } of the middle
city-place-unrest = unrest { $amount } or less
city-here-population = population { $amount }
city-here-need = need { $amount }
city-here-lean = lean { $amount }
city-here-off-middle = { $amount } off the middle
city-here-unrest = unrest { $amount }
city-does-need = need { $amount }
city-does-voice = voice { $amount }
city-does-credits = credits { $amount }
city-does-credits-wealth = credits { $amount } a step of wealth
city-does-lean = lean { $amount }
city-does-middle = lean { $amount } to the middle
city-does-unrest = unrest { $amount } a season
city-does-pressure = pressure { $plain }, { $made } in its place

## Menu and banners

city-menu-title = Menu
city-menu-resume = Back to the city
city-menu-sheet = Your faction
city-menu-settings = Settings
city-menu-leave = Leave the match
city-menu-leave-note = If you leave, your seat is kept.
city-menu-watch-note = you only watch
city-resign = Resign
city-resign-title = Resign?
city-resign-about = You give up your seat for good: a computer player plays it to the end, and you may watch. The last one to resign ends the match.
city-end-title = End by agreement
city-end-about = If everyone who still plays agrees in the same turn, the match ends now: mandates are scored, and what stands counts.
city-end-agree = I agree
city-end-take-back = Take it back
city-end-agrees = agrees
city-end-silent = has not said so
city-end-chip = { $who } would end it now
city-end-no-voice = only who plays for themselves decides
city-pause-title = Pause
city-pause-over = End the pause
city-pause-about = If everyone who plays agrees, the clock stands still until one of you takes it back.
city-pause-chip = { $who } would pause
city-extend-title = More time
city-extend-about = If everyone who plays agrees, this turn gets as much time again, or lasts to the deadline after its own.
city-extend-chip = { $who } would have more time
city-refused-request = The server said no
city-lost = Connection lost. Trying again in { $seconds } s
city-lost-kept = Your slate is kept; the match goes on by itself when the line is back.
city-away = The server cannot store this match. Trying again in { $seconds } s
city-away-kept = What it took is on its disk; the match goes on by itself when that works again.
city-refused = The server did not take the slate
city-over-closed = The connection is closed
city-over-seat-lost = The room is gone
city-over-displaced = Your seat was taken up on another machine
city-over-substituted = Somebody plays your seat until you take it back
city-over-returned = The seat is played by its own player again
city-over-mend = Press Esc and leave the match.
city-displaced-title = Played elsewhere
city-displaced-about = Your seat was taken up on another device of yours. Take it back here, or leave it there.
city-displaced-back = Take it back
city-substituted-title = Somebody plays for you
city-substituted-about = You were away for too long, and somebody has taken your seat until you return. Take it back here, or leave it to them.
city-stood-in-title = { $name } played for you
city-stood-in-about = What { $name } saved for this turn is in your slate. You are not ready: change it, or get ready.
city-returned-title = You no longer stand in
city-returned-about = { $name } has the seat again, or somebody else stands in. Thank you for playing it meanwhile.
city-paused = The match is paused
city-paused-agreed = Everybody wanted it. Who takes it back lets the clock go on.
city-paused-chip = press to go on
city-paused-chip-held = by those who run the server
city-absent = You are taken to be away
city-absent-back = Nobody waits for you. Give an order or end the turn, and the seat is yours again.
city-paused-held = Those who run the server have stopped the clock.
city-announced = said by those who run the server
city-overtime = over time
city-bank = bank { $left }
city-today = today { $time }
city-weekday = { $day ->
    [1] Mon
    [2] Tue
    [3] Wed
    [4] Thu
    [5] Fri
    [6] Sat
   *[7] Sun
} { $time }
city-date = { $day ->
   *[other] { $day }
} { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}, { $time }
city-late = { $turns ->
    [0] as it happens
    [one] seen one turn later
   *[other] seen { $turns } turns later
}
city-stands-in = for { $name }
city-tool-chat = Chat ({ $cap })
city-unread-many = 9+
city-people-title = Who plays
city-people-watchers = { $count ->
    [0] nobody else watches
    [one] one watches
   *[other] { $count } watch
}
city-watch-seats = Seats
city-sitter-hint = { $name }: { $state }
city-sitter-ready = ready
city-sitter-planning = planning
city-sitter-away = not connected
city-sitter-absent = { $then ->
    [caretaker] absent, a computer plays
    [substitute] absent, a guest may play
   *[pass] absent, passes
}
city-sitter-resigned = { $player }, for { $name }
city-sitter-substitute = { $name } for { $absent }
city-brief-title = While I am away
city-brief-about = What the computer that plays your seat meanwhile may do. It never closes a facility. Nobody else sees this.
city-brief-motions = Move laws
city-brief-gifts = Give to others
city-brief-send = So be it
city-say-said = { $name } says: { $text }

## Pledge, motion, close, gift

city-pledge-title = Pledge in { $place }
city-pledge-condition = Only if others pledge here this turn
city-pledge-if = { $least ->
    [0] whatever others do
    [one] at least 1 part
   *[other] at least { $least } parts
}
city-pledge-gives = Gives { $parts }
city-pledge-gives-why = Gives { $parts }: { $why }
city-pledge-speciality = your speciality { $parts }
city-pledge-start = a pledge { $parts }
city-pledge-stands = { $have } of { $most } are there, { $missing } missing
city-motion-title = Move a law
city-motion-about = The Council votes on it at the end of next season. Any place in reach will do.
city-motion-no-law = You have no law in your hand. It is filled at the start of a season.
city-law-gains = Gains: { $who }
city-law-loses = Loses: { $who }
city-close-title = Close in { $place }
city-close-about = It closes before anybody builds; its slot is free at once. Nothing is paid back.
city-close-nothing = You have nothing in { $place } to close; choose a district with a facility of yours.
city-close-given = To be closed this turn. Choose it to keep it.
city-close-saves = Upkeep a turn: { $now } now, { $then } without it
city-gift-title = Give
city-gift-hint = Give some to another faction ({ $cap })
city-gift-to = To
city-gift-give = Give
city-gift-left = You keep { $credits } credits and { $voice } voice.
city-gift-about = It arrives this turn, once orders are paid. What a purse cannot hold comes back.

## What if

city-what-if = What if
city-what-if-title = What if
city-what-if-about = Pencil in what rivals might do. The forecast reckons with it; nothing is sent.
city-what-if-who = Who
city-what-if-verb = does what
city-what-if-where = where
city-what-if-build = builds
city-what-if-pledge = gives
city-what-if-motion = moves
city-what-if-put = Pencil in
city-what-if-clear = Clear all
city-what-if-close = Back
city-what-if-pinned = As pinned
city-what-if-no-pins = nobody has a pin
city-what-if-empty = nothing pencilled in
city-what-if-nothing = nothing to choose
city-what-if-order = { $leader }: { $order }
city-say-pencilled = Pencilled in: { $order }

## What comes, and cards

city-coming = Coming
city-coming-about = Events, the docket, and the laws in force. Each opens.
city-chip-now = now
city-chip-turn = turn { $turn }
city-tab-now = now
city-chip-vote = turn { $turn }
city-chip-laws = { $count } in force
city-event-line = { $event }, { $when }
city-event-where = { $place }. { $lasts }
city-event-coming = comes in turn { $turn }
city-event-now = this turn
city-event-answered = answered; lasts through turn { $turn }
city-event-at-work = at work through turn { $turn }
city-bill-vote = on the docket: vote in turn { $turn }
city-bill-later = moved: vote in turn { $turn }, if the docket has room
city-bill-moved = Moved by { $who }. The Council votes in turn { $turn }.
city-bill-dealt = From the city's own deck. The Council votes in turn { $turn }.
city-law-until = In force through turn { $turn }
city-landmark = Landmark
city-landmark-no-rule = A place to meet. It changes nothing.
city-trait-line = { $leader }. { $trait }: { $effect }
