"""What is on disk: journal, replays of what is over, and who holds the folder."""
