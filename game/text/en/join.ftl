# Joining a server.

join-title = Join
join-subtitle = A match on another machine.
join-caption = Where to
join-address = Address or invite
join-address-example = example.org:{ NUMBER($port, useGrouping: 0) }/CODE
join-address-help = An invite is an address with a code after a slash. Without a code you see the rooms of the server.
join-name = Your name
join-connect = Connect
join-connecting = Connecting to { $address }
join-wait = connecting
join-fault-address = “{ $found }” names no server.
join-fault-address-mend = Type host:{ NUMBER($port, useGrouping: 0) } or host:{ NUMBER($port, useGrouping: 0) }/CODE, as in the invite.
join-fault-connection = There is no connection: { $why }.
join-fault-connection-mend = Check the address, that the server runs, and that both sides have the same version of the game.
