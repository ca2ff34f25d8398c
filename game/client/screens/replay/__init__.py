"""Watching a replay: the list of those that are kept, and the city with a bar to go through the turns."""
