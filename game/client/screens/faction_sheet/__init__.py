"""The faction sheet: everything in which a faction differs from the others, read from the match's ruleset."""
