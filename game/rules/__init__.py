"""The game itself, pure: state and slates in, state and ledger out.

No clock, no input or output, no randomness but a keyed hash of the match's seed, integers only.
"""
