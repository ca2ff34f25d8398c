# The title.

title-tagline = Year 2145. Win the city's trust, without tearing it apart.
title-play = Play
title-host = Host
title-join = Join
title-settings = Settings
title-credits = Credits
title-quit = Quit
title-version = Neo-Sanctum { $version }
title-language = English
title-continue = Continue
title-continue-match = Continue match
title-turn = turn { $turn } of { $turns }
title-watching = watching
title-your-turn = your turn
title-waiting = waiting for the others
title-computer = computer
title-credits-subtitle = Whose work this game is made of.
