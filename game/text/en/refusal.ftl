# What the server or the rules refuse, each with its mend. The key is `refusal-` and the code.

## Slates

refusal-unknown_leader = There is no leader number { $found }.
refusal-unknown_leader-mend = Give the order to one of your own leaders; numbers go from 0 to { $most }.
refusal-not_your_leader = { $leader } does not work for you.
refusal-not_your_leader-mend = Give the order to one of your own leaders.
refusal-leader_not_here = { $leader } has not joined yet.
refusal-leader_not_here-mend = Wait until turn { $turn }, or give the order to another leader.
refusal-leader_twice = { $leader } has two orders.
refusal-leader_twice-mend = Take one of them back; a leader gives one order a turn.
refusal-unknown_district = There is no district number { $found }.
refusal-unknown_district-mend = Name a district from 0 to { $most }.
refusal-out_of_reach = { $leader } cannot act in { $district } from { $here }.
refusal-out_of_reach-mend = Choose { $here } or a district linked to it, or let { $leader } travel there first.
refusal-already_there = { $leader } is in { $district } already.
refusal-already_there-mend = Choose another district to travel to, or let { $leader } act where it is.
refusal-verb_twice = { $verb } is ordered twice in { $district }.
refusal-verb_twice-mend = Keep one of the two, or move the other to another district.
refusal-unknown_facility = Your faction builds no { $found }.
refusal-unknown_facility-mend = Choose one of: { $known }.
refusal-facility_stands = Your { $facility } stands in { $district } already.
refusal-facility_stands-mend = Build another kind there, or the same kind elsewhere.
refusal-no_free_slot = { $district } has no slot left; it has { $slots }.
refusal-no_free_slot-mend = Build in a district with a free slot.
refusal-too_few_credits = These orders cost { $price } credits, and you have { $purse }.
refusal-too_few_credits-mend = Take back or change orders until they cost { $purse } credits or less.
refusal-too_little_voice = These orders cost { $price } voice, and you have { $purse }.
refusal-too_little_voice-mend = Take back or change orders until they cost { $purse } voice or less.
refusal-match_over = The match is over.
refusal-match_over-mend = Start a new match.

## Messages

refusal-malformed = The message cannot be read: at byte { $at } there should be { $expected }.
refusal-malformed-mend = Send exactly one MessagePack value per frame, without ext types.
refusal-too_deep = The message is nested { $found } deep; { $expected } is the most.
refusal-too_deep-mend = Send the message as the protocol's page lays it out.
refusal-too_long = The message has { $found } bytes; { $expected } is the most.
refusal-too_long-mend = Send a shorter message.
refusal-not_binary = The message came as text.
refusal-not_binary-mend = Send binary frames with MessagePack in them.
refusal-wrong_field = A field is not what it should be. { $detail }
refusal-wrong_field-mend = Correct the field that is named; the protocol's page has the type of each.
refusal-hello_first = The first message must be a hello.
refusal-hello_first-mend = Connect again and say hello before anything else.
refusal-hello_twice = This connection has said hello already.
refusal-hello_twice-mend = Go on with commands.
refusal-other_version = You speak version { $found } of the protocol, this server version { $expected }.
refusal-other_version-mend = Install the version of the game that the server has, or find another server.
refusal-too_fast = Messages come faster than they are taken.
refusal-too_fast-mend = Send fewer than 20 messages a second.
refusal-id_reused = The id { $found } was used for something else.
refusal-id_reused-mend = Give every new command an id that is higher by one.
refusal-stopping = The server is stopping.
refusal-stopping-mend = Come back when it runs again; matches go on where they were.
refusal-storage = The room could not be stored, so nothing was changed.
refusal-storage-mend = Resume your seat and try again; if it fails again, the host must look at the server's disk.
refusal-busy = The room has more to do than it can take.
refusal-busy-mend = Try again in a moment.

## Rooms

refusal-unknown_room = There is no such room.
refusal-unknown_room-mend = Check the code, or choose a room from the list.
refusal-too_many_rooms = No further room can be made or joined here.
refusal-too_many_rooms-mend = Leave a room first, or try again later.
refusal-unknown_map = This server has no map { $found }.
refusal-unknown_map-mend = Choose one of: { $known }.
refusal-unknown_faction = There is no faction { $found }.
refusal-unknown_faction-mend = Choose one of: { $known }, or any.
refusal-unknown_player = No seat can be given to { $found }.
refusal-unknown_player-mend = Choose one of: { $known }.
refusal-unknown_length = There is no length of match { $found }.
refusal-unknown_length-mend = Choose one of: { $known }.
refusal-unknown_mode = There is no mode { $found } here.
refusal-unknown_mode-mend = Choose one of: { $known }.
refusal-unknown_temper = The city has no temper { $found }.
refusal-unknown_temper-mend = Choose one of: { $known }.
refusal-mode_elsewhere = This mode is not played on { $found }.
refusal-mode_elsewhere-mend = Choose { $expected }, or another mode.
refusal-wrong_teams = { $found } seats cannot play as these teams.
refusal-wrong_teams-mend = Make at least two teams of { $expected }, or leave teams out in a mode that has none.
refusal-wrong_seat_count = { $found } seats are too many for this map; { $most } is the most.
refusal-wrong_seat_count-mend = Take away seats, or choose a larger map.
refusal-wrong_timer = A turn cannot last { $found } seconds.
refusal-wrong_timer-mend = Choose { $least } to { $most } seconds, or no timer.
refusal-one_seat_is_yours = { $found } seats are marked as yours.
refusal-one_seat_is_yours-mend = Mark exactly one seat as yours.
refusal-setup_impossible = The match cannot begin: { $detail }
refusal-setup_impossible-mend = Choose other factions, or make a room on another map.
refusal-bad_name = This name cannot be used.
refusal-bad_name-mend = Use letters, digits and spaces, { $least } to { $most } of them.
refusal-name_taken = Somebody in the room is called { $found }, or something that looks the same.
refusal-name_taken-mend = Choose another name.
refusal-no_such_seat = The room has no seat { $found }.
refusal-no_such_seat-mend = Choose a seat from 0 to { $most }.
refusal-unknown_seat = There is no seat { $found }.
refusal-unknown_seat-mend = Choose a seat from 0 to { $most }.
refusal-seat_taken = Seat { $found } is taken.
refusal-seat_taken-mend = Choose an open seat.
refusal-room_full = Every seat is taken.
refusal-room_full-mend = Choose another room.
refusal-already_seated = You sit in this room already.
refusal-already_seated-mend = Change seats instead, or leave first.
refusal-resigned = You have resigned; a computer player plays your seat.
refusal-resigned-mend = Watch the match to its end, or leave the room.
refusal-not_seated = You have no seat in this room.
refusal-not_seated-mend = Join it, or resume your seat by its token.
refusal-not_owner = Only { $owner } can do this.
refusal-not_owner-mend = Ask { $owner }, who owns the room.
refusal-not_all_ready = { $waiting ->
    [one] One seat is open or not ready yet.
   *[other] { $waiting } seats are open or not ready yet.
}
refusal-not_all_ready-mend = Wait until every seat is taken and ready; the first that is not is seat { $seat }.
refusal-already_begun = The match has begun.
refusal-already_begun-mend = Resume your seat by its token, or choose another room.
refusal-not_begun = The match has not begun.
refusal-not_begun-mend = Wait for the room's owner to start it.
refusal-ended = The match is over.
refusal-ended-mend = Start a new match.
refusal-late = Turn { $found } is closed.
refusal-late-mend = Give your orders for turn { $expected }.
refusal-too_early = Turn { $found } has not come yet.
refusal-too_early-mend = Give your orders for turn { $expected }.
refusal-bad_token = This token opens no seat here.
refusal-bad_token-mend = Use the newest token you were given for this room.
