"""Chat: the lines people have said, and the entry that says another one."""
