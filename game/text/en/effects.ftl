# What cards do, in words that fit every card. Lines begin small and have no stop; the code gives them a capital.
# $amount is without sign, $signed with one, $direction is up or down; $scope says where a change counts:
# city (a law), district (a landmark or an event) or leader (a trait).

effects-and = { " and " }
effects-in-places = { $effect } { $where }
effects-in-places-first = { $where }, { $effect }
effects-any-part = every kind
effects-every-order = every order
effects-every-facility = every facility
effects-every-unique = every faction's own verb

## What is scaled

effects-scaled = { $scale ->
    [0] not at all
    [50] half as much
    [200] twice as much
    [300] three times as much
   *[other] { $direction ->
        [up] { $amount }% more
       *[down] { $amount }% less
    }
}
effects-pressure = { $cause } presses { effects-scaled }
effects-leading = { $scope ->
    [district] leading or coming second here scores { effects-scaled }
   *[other] leading or coming second in a district scores { effects-scaled }
}
effects-stakes = { $scope ->
    [district] stakes in a Sanctuary here pay { effects-scaled }
   *[other] stakes in Sanctuaries pay { effects-scaled }
}
effects-agenda = every agenda scores { effects-scaled }
effects-harm = { $scope ->
    [district] unanswered events harm this district { effects-scaled }
   *[other] unanswered events harm { effects-scaled }
}
effects-tension = Tension raises unrest { effects-scaled }
effects-upkeep = upkeep costs { effects-scaled }

## What is added to orders and facilities

effects-relieves = { $cause } relieves { $amount } { $direction ->
    [down] more
   *[up] less
}
effects-calms = { $cause } calms { $amount } { $direction ->
    [down] more
   *[up] less
}
effects-also-need = { $cause } also moves need by { $signed }
effects-also-unrest = { $cause } also moves unrest by { $signed }
effects-also-lean = { $cause } also moves lean { $amount } to { effects-pole }
effects-also-middle = { $cause } also brings lean { $amount } { effects-nearer }
effects-also-credits = { $cause } earns { effects-credits-change }
effects-also-voice = { $cause } earns { effects-voice-change }
effects-at-work-need = { $cause } also moves need by { $signed } a turn
effects-at-work-unrest = { $cause } also moves unrest by { $signed } a turn
effects-at-work-lean = { $cause } also moves lean { $amount } to { effects-pole } a turn
effects-at-work-middle = { $cause } also brings lean { $amount } { effects-nearer } a turn
effects-at-work-credits = { $cause } earns { effects-credits-change } a turn
effects-at-work-voice = { $cause } earns { effects-voice-change } a turn
effects-price_credits = { $cause } costs { effects-credits-change }
effects-price_voice = { $cause } costs { effects-voice-change }
effects-parts = a pledge of { $cause } gives { $amount } { $amount ->
    [one] part
   *[other] parts
} { effects-more }

effects-more = { $direction ->
    [up] more
   *[down] less
}
effects-pole = { $direction ->
    [up] Enhanced
   *[down] Organic
}
effects-nearer = { $direction ->
    [up] nearer to the middle
   *[down] farther from the middle
}
effects-credits-change = { $amount ->
    [one] { $amount } credit { effects-more }
   *[other] { $amount } credits { effects-more }
}
effects-voice-change = { $amount } voice { effects-more }

## What happens by itself

effects-over = { $scope ->
    [city] in every district
    [district] here
   *[leader] where this leader is
}
effects-by-itself-need = need { effects-rises } by { $amount } a turn { effects-over }
effects-by-itself-unrest = unrest { effects-rises } by { $amount } a turn { effects-over }
effects-by-itself-lean = lean moves { $amount } to { effects-pole } a turn { effects-over }
effects-by-itself-middle = lean comes { $amount } { effects-nearer } a turn { effects-over }
effects-by-itself-credits = { $signed } credits a turn { effects-over }
effects-by-itself-voice = { $signed } voice a turn { effects-over }
effects-income-credits = every faction earns { effects-credits-change } a turn
effects-income-voice = every faction earns { effects-voice-change } a turn
effects-income-need = need { effects-rises } by { $amount } with every income
effects-income-unrest = unrest { effects-rises } by { $amount } with every income
effects-income-lean = lean moves { $amount } to { effects-pole } with every income
effects-income-middle = lean comes { $amount } { effects-nearer } with every income
effects-rises = { $direction ->
    [up] rises
   *[down] falls
}

## What stands alone

effects-affinity = { $scope ->
    [city] every faction is heard { $amount } points { effects-better }
    [district] every faction is heard { $amount } points { effects-better } here
   *[leader] is heard { $amount } points { effects-better }
}
effects-better = { $direction ->
    [up] better
   *[down] worse
}
effects-shield = { $scope ->
    [district] each facility here shields { $amount } points { effects-more }
   *[other] each facility shields { $amount } points { effects-more }
}
effects-decay = { $scope ->
    [district] support here fades by { $share }% { effects-more } a turn
   *[other] support fades by { $share }% { effects-more } a turn
}
effects-reach = { $scope ->
    [city] leaders reach { effects-links }
    [district] leaders who begin their turn here reach { effects-links }
   *[leader] reaches { effects-links }
}
effects-links = { $direction ->
    [up] { $amount ->
        [one] { $amount } link farther
       *[other] { $amount } links farther
    }
   *[down] { $amount ->
        [one] { $amount } link less far
       *[other] { $amount } links less far
    }
}
effects-council = { $scope ->
    [district] whoever leads here alone weighs { $amount } { effects-more } in the Council
   *[other] whoever leads a district alone weighs { $amount } { effects-more } in the Council
}
effects-linked_need = each facility at work moves need of the neediest linked district by { $signed }

## Kinds of district. $kind is least, most, between or exactly; for a finished Sanctuary yes or no.

effects-everywhere = everywhere
effects-anywhere = Anywhere
effects-bounds = { $kind ->
    [least] { $low } or more
    [most] { $high } or less
    [between] { $low } to { $high }
   *[exactly] { $low }
}
effects-where-none = nowhere
effects-where-wealth = where people are { $kinds }
effects-where-population = where population is { effects-bounds }
effects-where-need = where need is { effects-bounds }
effects-where-lean = where lean is { effects-bounds }
effects-where-off_middle = { $kind ->
    [most] where lean is within { $high } of the middle
    [exactly] where lean is { $low } off the middle
   *[other] where lean is { effects-bounds } off the middle
}
effects-where-unrest = where unrest is { effects-bounds }
effects-where-facilities = where facilities number { effects-bounds }
effects-where-parts = where a Sanctuary has { effects-bounds } parts
effects-where-finished = { $kind ->
    [no] where no Sanctuary is finished
   *[yes] where a Sanctuary is finished
}
effects-districts = { $count ->
    [one] district
   *[other] districts
}
effects-districts-none = { effects-districts } of no kind
effects-districts-wealth = { $kinds } { effects-districts }
effects-districts-population = { effects-districts } with population { effects-bounds }
effects-districts-need = { effects-districts } with need { effects-bounds }
effects-districts-lean = { effects-districts } with lean { effects-bounds }
effects-districts-off_middle = { $kind ->
    [most] { effects-districts } with lean within { $high } of the middle
    [exactly] { effects-districts } with lean { $low } off the middle
   *[other] { effects-districts } with lean { effects-bounds } off the middle
}
effects-districts-unrest = { effects-districts } with unrest { effects-bounds }
effects-districts-facilities = { effects-districts } with { effects-bounds } facilities
effects-districts-parts = { effects-districts } whose Sanctuary has { effects-bounds } parts
effects-districts-finished = { $kind ->
    [no] { effects-districts } without a finished Sanctuary
   *[yes] { effects-districts } with a finished Sanctuary
}

## Measures. $bounds is one of the amounts or counts below.

effects-amount-bounds = { $kind ->
    [least] { $low } or more
    [most] { $high } or less
    [between] { $low } to { $high }
    [exactly] { $low }
    [none] what it can never be
   *[any] whatever it may be
}
effects-count-bounds = { $kind ->
    [least] at least { $low }
    [most] at most { $high }
    [between] { $low } to { $high }
    [exactly] exactly { $low }
    [no] no
    [none] an impossible number of
   *[any] any number of
}
effects-by-seat = { $kind ->
    [more] { $measure }, and { $more } more for each seat
   *[each] { $measure } for each seat
}
effects-measure-fracture = Fracture is { $bounds }
effects-measure-need_gap = the gap in need is { $bounds }
effects-measure-need = the city's mean need is { $bounds }
effects-measure-unrest = the city's mean unrest is { $bounds }
effects-measure-lean = the city's mean lean is { $bounds }
effects-measure-sanctuaries = the city has { $bounds } finished { effects-sanctuaries }{ effects-narrowed }
effects-measure-joint_sanctuaries = the city has { $bounds } finished { effects-sanctuaries } that several factions gave to{ effects-narrowed }
effects-measure-turmoil = { $narrowed ->
    [yes] turmoil is in { $bounds } { $districts }
   *[no] turmoil is in { $bounds } { $districts } of the city
}
effects-measure-all_facilities = the city has { $bounds } { effects-facilities }{ effects-narrowed }
effects-measure-leads = you lead { $bounds } { $districts }
effects-measure-presence = you have { $presence }% of support or more in { $bounds } { $districts }
effects-measure-stewards = you are steward of { $bounds } finished { effects-sanctuaries }{ effects-narrowed }
effects-measure-stakes = you have given { $bounds } { $count ->
    [one] part
   *[other] parts
} to Sanctuaries{ effects-narrowed }
effects-measure-facilities = you hold { $bounds } { effects-facilities }{ effects-narrowed }
effects-measure-kinds = you hold { $bounds } { $count ->
    [one] kind
   *[other] kinds
} of facility{ effects-narrowed }
effects-measure-support = your support in the city is { $bounds }
effects-measure-credits = you have { $bounds } credits
effects-measure-voice = you have { $bounds } voice
effects-measure-laws = you have passed { $bounds } { $count ->
    [one] law
   *[other] laws
}
effects-measure-quarters = you lead in { $bounds } { $count ->
    [one] quarter
   *[other] quarters
} of the city{ effects-narrowed }
effects-measure-legacy = your Legacy is { $bounds }
effects-measure-blame = your blame is { $bounds }
effects-sanctuaries = { $count ->
    [one] Sanctuary
   *[other] Sanctuaries
}
effects-facilities = { $count ->
    [one] facility
   *[other] facilities
}
effects-narrowed = { $narrowed ->
    [yes] { "" }, counting only { $kind_of_district }
   *[no] { "" }
}

## Laws, events and goals

effects-residents = The residents vote for it if { $measure }
effects-mood-calmer = Calms the city
effects-mood-angrier = Stirs the city up
effects-kind-crisis = Crisis
effects-kind-opportunity = Opportunity
effects-kind-intrusion = Intrusion
effects-lasts = { $turns ->
    [one] { $turns } turn
   *[other] { $turns } turns
}
effects-switches-off = { $turns ->
    [one] No facility works here for { $turns } turn, unless somebody answers
   *[other] No facility works here for { $turns } turns, unless somebody answers
}
effects-answered = { $verbs } here in its first turn answers it
effects-answered-for-voice = { $verbs } here in its first turn answers it and earns { $voice } voice
effects-harm-here = Unanswered, here: { $amounts }
effects-harm-linked = Unanswered, in linked districts: { $amounts }
effects-harm-unrest = unrest { $amount }
effects-harm-need = need { $amount }
effects-harm-lean = lean { $amount }
effects-goal = { $kind ->
    [wins] Whoever meets it has won
   *[end] When the match ends
}
