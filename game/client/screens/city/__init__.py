"""The city screen: the map, the panels around it, the sums behind its numbers, and the playback of a turn."""
