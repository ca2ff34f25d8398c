"""Finished matches as files: what a replay holds, how it is written and read, proved, told and kept."""
