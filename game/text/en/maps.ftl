# Maps that come from other machines.

maps-caption = Map needed
maps-missing = This match is played on a map that is not on this machine. Fetch it from the host?
maps-differs = This match is played on another version of this map than the one on this machine. Fetch it from the host?
maps-from = from { $host }
maps-safe = A map is pictures and numbers, no program. The game checks it before it is used, keeps it, and does not ask for it again.
maps-fetch = Fetch it
maps-always = Always fetch
maps-later = Not now
maps-never = Never fetch
maps-asking = Asking the host
maps-arrived = { $arrived } of { $total }
maps-checking = Checking the map
maps-kept = What has come is kept if you stop.
maps-kib = { $size } KiB
maps-mib = { $size } MiB

maps-fault-later = The match is played on { $title }, which is not on this machine.
maps-fault-later-mend = Join again and fetch it, or choose a room on another map.
maps-fault-never = The match is played on { $title }, which is not on this machine, and your settings fetch no maps.
maps-fault-never-mend = Change “Maps from other players” in the settings, or choose a room on another map.
maps-fault-stopped = { $title } was not fetched to the end.
maps-fault-stopped-mend = Join again: it goes on from where it stopped.
maps-fault-not_sent = The match is played on { $title }, which is not on this machine, and this host sends no maps.
maps-fault-not_sent-mend = Ask the host for the map's zip, and put it among yours with: neo-sanctum map install FILE
maps-fault-odd_answer = What the host sent of { $title } does not fit together.
maps-fault-odd_answer-mend = Join again; if it happens again, leave this host alone.
maps-fault-too_large = { $title } is larger than a map may be, or than the host said.
maps-fault-too_large-mend = Choose a room on another map.
maps-fault-other_files = What arrived is not the { $title } that the host named.
maps-fault-other_files-mend = Join again; if it happens again, leave this host alone.
maps-fault-other_rules = { $title } plays otherwise here than at the host.
maps-fault-other_rules-mend = See that both sides have the same version of the game.
maps-fault-unplayable = { $title } did not pass the game's check ({ $code }) and was thrown away.
maps-fault-unplayable-mend = Tell its host: neo-sanctum map check names what is wrong with it.
maps-fault-disk = { $title } cannot be kept on this machine: { $detail }
maps-fault-disk-mend = See that there is room on the disk and that the game may write to its folders.
