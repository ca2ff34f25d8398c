# The ways to play, their goals and the tempers of the city, each with a line about it.
# What a goal asks for is told from its numbers, so a line here names none.

modes-free = Free for All
modes-free-about = Every faction for itself, and the city for nobody if you all forget it.
modes-teams = Teams of Two
modes-teams-about = Two factions count their Legacy together. Choose a partner whose weakness you can stand.
modes-common_cause = Common Cause
modes-common_cause-about = All of you against the city's bad days, of which there are twice as many. Everybody wins, or nobody does.
modes-great_mural = The Great Mural
modes-great_mural-about = The assembly has spoken: whoever becomes steward of enough Sanctuaries may paint the wall that everyone will see. If nobody does, Legacy decides.
modes-gala_night = Gala Night
modes-gala_night-about = One year, one Gala, and a room full of people who came to accuse each other. Short, and won or lost together.

modes-scenario = The map's own scenario
modes-scenario-about = This map comes with goals and events of its own.

## Goals

modes-goal-held_together = The city holds together
modes-goal-sanctuaries_for_all = A Sanctuary for every faction, and one more
modes-goal-three_walls = Three walls for one mural
modes-goal-room_stays_whole = Nobody leaves the room
modes-goal-gap_closes = The hill and the margins come closer
modes-goal-common_house = A house with more than one name on the door

## Tempers of the city

modes-temper-gentle = Gentle
modes-temper-gentle-about = People would rather be talked round than talked at. A Forum goes far, and anger travels slowly.
modes-temper-standard = Restless
modes-temper-standard-about = A city with reasons to be angry and reasons not to be. Both are up to you.
modes-temper-harsh = Harsh
modes-temper-harsh-about = It was a long winter, and the rent went up. Every season begins angrier than the last one ended.
