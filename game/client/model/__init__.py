"""What the screens know: a match as the player sees it, the slate in work, forecasts and their sums."""
