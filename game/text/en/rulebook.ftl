# The words of the rule book's tables and of the screen and command that show it; its prose stands in rules.md.
# A head names the columns of a table, with a stroke between them.

rulebook-and = { $first } and { $last }
rulebook-stop = { ". " }
rulebook-of-kind = { $name } ({ $kind })
rulebook-head-affinity = Faction | Affinity in percent: the sum of
rulebook-head-agendas = Faction | Speciality | Agenda
rulebook-head-events = Event | Comes up | At work | What it does
rulebook-head-facilities = Facility | Price | Pressure | Made for a place | Each turn
rulebook-head-fracture = Fracture | What happens
rulebook-head-homes = Faction | Wealth | Need | Lean
rulebook-head-landmarks = Landmark | In its district
rulebook-head-laws = Law | It changes | The residents want it when | For whom
rulebook-head-lengths = Length | Turns | Seasons by act | Weights of the Galas | Spotlight | Fourth leader in turn | Limelight from turn
rulebook-head-mandates = Mandate | Met when the match ends if
rulebook-head-modes = Mode | How it is won
rulebook-head-own_verbs = Verb | Faction | Cost | Pressure | Besides
rulebook-head-starts = Faction | Credits | Voice | First facility | Leaders | Joins later
rulebook-head-tempers = Temper | What differs
rulebook-head-traits = Leader | Trait | In this leader's orders

rulebook-affinity-need = +need / { $divisor }
rulebook-affinity-lean = +lean / { $divisor }
rulebook-affinity-middle = -(distance of lean from 0) / { $divisor }
rulebook-affinity-wealth = { $points } if { $wealth }
rulebook-agenda = { $pay } for each { $conditions }
rulebook-pressure = { $here }, +{ $more }
rulebook-sides = Helps { $helps }, hurts { $hurts }

rulebook-from = from { $fracture }
rulebook-over = over { $fracture }
rulebook-step-wary = the festivals of a district calm { $less } less
rulebook-step-strained = districts with unrest { $unrest } or more bring { $percent }% of their income
rulebook-step-barred = no leader enters a district with unrest { $unrest } or more
rulebook-step-sundered = the city is sundered: everybody has lost
rulebook-step-thanks = the pressure of Care and Forum counts { $times } times

rulebook-length-short = Short
rulebook-length-standard = Standard
rulebook-length-epic = Epic
rulebook-mode-free = Every seat for itself: most Legacy wins
rulebook-mode-teams = Teams of { $size } add up their Legacy
rulebook-mode-together = All win together if every goal is met, or all lose
rulebook-mode-events = Events a season: { $events }
rulebook-mode-length = { $length } match, map { $map }
rulebook-mode-script = Turn { $turn }: { $event }
rulebook-goal = { $when }: { $goal } ({ $name })
rulebook-as-standard = Nothing: it has the numbers of this book
rulebook-number = { $path }: { $value }
rulebook-number-forum-unrest = Unrest a Forum calms: { $value }
rulebook-number-fracture-contagion_from = Contagion from unrest: { $value }
rulebook-number-fracture-contagion_every = Contagion in turns divided by: { $value }
rulebook-number-fracture-tension_by_act = Base of Tension in every act: { $value }
rulebook-number-sanctuary-parts = Parts of each kind a Sanctuary needs: { $value }

## The command `neo-sanctum rules`

rulebook-more = More: neo-sanctum rules --list names the chapters, neo-sanctum rules 7 shows one, and a rule, a law or any word finds its place.
rulebook-unknown = the rule book says nothing on '{ $topic }'.
rulebook-nearest = Nearest: { $topics }.
rulebook-try-list = Mend: neo-sanctum rules --list names the chapters.
rulebook-also = See also: { $numbers }

## The screen

rulebook-title = Rules
rulebook-subtitle = The core is enough to play. The chapters say everything exactly.
rulebook-chapters = Chapters
rulebook-search = Search: law, 7.3, Rally
rulebook-found = Found
rulebook-nothing = The rule book says nothing on “{ $topic }”.
rulebook-no-nearest = Try a chapter's number, a law, an event, or any word.
