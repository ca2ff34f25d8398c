"""One chapter of the rules per file, in the order of resolution (rule 12)."""
