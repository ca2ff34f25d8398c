# Joining a server.

join-title = Join
join-subtitle = A match on another machine.
join-caption = Where to
join-address = Address, invite or code
join-address-example = example.org:{ NUMBER($port, useGrouping: 0) }/CODE
join-address-help = An invite is an address with a code after a slash. Without a code you see the lobby of the server; a code alone asks the servers near you and the one you were on last.
join-name = Your name
join-password = Password of the server
join-password-blank = blank: it has none
join-connect = Connect
join-connecting = Asking { $address }
join-seeking = Looking for the room { $address }
join-wait = connecting
join-nearby = On your network
join-nearby-looking = Looking for games on your network.
join-nearby-none = No game is announced on your network yet.
join-nearby-found = { $count ->
    [one] One server is near you.
   *[other] { $count } servers are near you.
}
join-nearby-facts = { $address }, version { $version }
join-nearby-failed = Your network cannot be asked: { $why }.
join-fault-address = “{ $found }” names no server.
join-fault-address-mend = Type host:{ NUMBER($port, useGrouping: 0) } or host:{ NUMBER($port, useGrouping: 0) }/CODE, as in the invite.
join-fault-connection = There is no connection: { $why }.
join-fault-connection-mend = Check the address, that the server runs, and that both sides have the same version of the game.
join-fault-code = { $servers ->
    [0] There is no server near you to ask for the room { $code }.
    [one] The one server that could be asked does not know the room { $code }.
   *[other] None of the { $servers } servers that could be asked knows the room { $code }.
}
join-fault-code-locked = Nobody who could be asked knows the room { $code }. These ask for a password first: { $servers }.
join-fault-code-locked-mend = Type the password of the server below and connect again; only these are told it.
join-fault-code-password = The room { $code } was not found, and this password is not right for { $servers }.
join-fault-code-password-mend = Type another one, or the whole invite, with the address before the code.
join-fault-code-mend = Type the whole invite, with the address before the code. A host of that name is typed with its port.
