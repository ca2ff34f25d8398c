# The Council: the docket, ballots, weights, laws in force, hands and motions.

council-title = The Council
council-sits-now = It sits this turn: { $laws ->
    [one] one motion
   *[other] { $laws } motions
}, secret ballots.
council-sits = It sits at the end of turn { $turn }.
council-sits-not = It does not sit this season.
council-tie = A tie keeps what is.
council-in-hall = weight in the hall
council-weight = Weight
council-line-support = Support
council-line-support-why = in the whole city, by population
council-line-voice = Voice
council-line-voice-why = put behind the ballot
council-line-residents = Undecided people
council-line-residents-why = they vote as one
council-line-landmark-why = led by { $who } alone
council-voice = Voice
council-to-spend = to spend on ballots
council-voice-kept = { $spent } on ballots, { $kept } kept
council-voice-about = Each voice adds { $weight } weight, at most { $most } on one motion. It is paid whether the motion passes or not.
council-ready = You are ready; take that back to change a ballot.
council-watching = You watch: the ballots are the players'.

## A motion

council-moved-by = moved by { $who }
council-from-deck = nobody moved it: it came from the deck
council-gains = Gains and losses
council-helped = gains
council-hurt = loses
council-calmer = calmer
council-angrier = angrier
council-residents-aye = they are for it
council-residents-nay = they are against it
council-now = now { $found }
council-ballot = My ballot
council-for = For
council-against = Against
council-cast-aye = For with { $voice } voice
council-cast-nay = Against with { $voice } voice
council-not-cast = no ballot yet
council-later = Ballots are cast in turn { $turn }.
council-later-about = Until then people can be won, and the residents' mind changed.
council-vote = Forecast of the vote
council-half = half
council-vote-passes = Passes
council-vote-likely = Likely passes, by { $lead }
council-vote-unlikely = Likely fails, by { $lead }
council-vote-fails = Fails
council-vote-note = Others' ballots are guessed from what they gain, without voice.
council-vote-today = As people stand today; ballots are guessed from gains.
council-none = No law is on the docket.
council-none-about = In the last season nobody votes any more.

council-told = { $law }. { $effects }. The residents: { $side }. { $vote }.

## Laws in force, hands, motions

council-in-force = Laws in force
council-no-law = no law
council-until = until turn { $turn }
council-ends-if = ends if { $letter } passes
council-moved = Moved so far
council-moved-for = for season { $season }
council-moved-none = Nothing yet. A leader's Motion moves a law.
council-moved-over = No more motions in this match.
council-hands = Hands: what each can move
council-hand-empty = no law in hand
council-gain = Gains: { $who }
council-lose = Loses: { $who }
council-close = Close
council-call = Back to the city
council-call-missing = { $count ->
    [one] 1 motion has no ballot
   *[other] { $count } motions have no ballot
}
council-call-cast = the ballots are in your slate
council-call-back = nothing to vote on yet
council-tool = The Council ({ $cap })

## The vote in the playback

council-result = The Council has voted
council-passed = passed
council-failed = failed
council-passed-until = in force until turn { $turn }
council-votes = { $ayes } for, { $nays } against

## Mandates and goals

council-goals-title = Mandates and goals
council-mandates = Your secret mandates
council-mandates-about = Read when the match ends; { $worth } Legacy each. Nobody else sees them.
council-mandates-none = This match has no mandates.
council-goals = Goals of this match
council-goals-none = This match has no goals but Legacy.
council-goals-race = a race between the seats
council-goals-together = All win if every goal is met, and else all lose.
council-goals-wins = Whoever meets one wins at once.
council-goal-now = now { $found }
council-goals-tool = Mandates and goals ({ $cap })
council-goals-chip = Mandates
council-goals-met = { $met } of { $all } met now
