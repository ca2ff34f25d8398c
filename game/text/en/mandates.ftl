# The secret goals, each with a line about it. The key ends as the mandate's key does.
# What is asked for is told from its numbers, so a line here names none.

mandates-open_doors = Open Doors
mandates-open_doors-about = Those who waited longest shall have somebody to wait with. Lead where the city forgot to look.
mandates-house_on_the_hill = House on the Hill
mandates-house_on_the_hill-about = The hill decides more than it should. Let it decide with you.
mandates-common_ground = Common Ground
mandates-common_ground-about = Lead where people still hear both sides. There is always less of it than one thinks.
mandates-full_houses = Full Houses
mandates-full_houses-about = Never mind the quiet streets; lead where the city is loud.
mandates-every_quarter = Four Corners
mandates-every_quarter-about = A faction with a blank on its map has a blank in its head. Lead somewhere in every quarter.
mandates-known_everywhere = Known Everywhere
mandates-known_everywhere-about = Not loved everywhere, that would take longer. Only known, by enough people, in nearly every street.
mandates-stewardship = Stewardship
mandates-stewardship-about = Give most to a Sanctuary, hold the keys when it opens, and be the one people ask for there.
mandates-many_hands = Many Hands
mandates-many_hands-about = Give to the Sanctuaries until nobody can tell the story of one without you.
mandates-never_alone = Never Alone
mandates-never_alone-about = A Sanctuary with one name on it is only a clinic, and a law with one voice behind it only a letter.
mandates-brick_by_brick = Brick by Brick
mandates-brick_by_brick-about = Promises fade by a little every turn. Houses do not.
mandates-whole_set = The Whole Set
mandates-whole_set-about = Every kind of house you know how to run, and enough of them to lose a key now and then.
mandates-law_of_the_land = Law of the Land
mandates-law_of_the_land-about = A speech is over by evening. Put your name to laws that are not.
mandates-clean_hands = Clean Hands
mandates-clean_hands-about = Win people over without setting them on each other. They will check.
mandates-rainy_day = Rainy Day
mandates-rainy_day-about = The last season's bills come after the last season. Keep something in the tin.
mandates-last_word = The Last Word
mandates-last_word-about = End the match with more left to say than anybody has time to hear.
mandates-narrow_gap = The Narrow Gap
mandates-narrow_gap-about = From the margins to the hill should be a walk, not a journey. Leave the city closer together than you found it.
