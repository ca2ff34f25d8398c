# What the server writes to a webhook, for players who are away. Names come escaped.

webhook-your_turn = Turn { $turn } of “{ $room }” has begun. It waits for: { $names }.
webhook-two_hours = Two hours are left of turn { $turn } of “{ $room }”. It waits for: { $names }.
webhook-last = { $names }, everybody else in “{ $room }” is ready. Turn { $turn } waits for you.
webhook-deadline = The turn closes at { $until } UTC.
