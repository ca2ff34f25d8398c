"""The Council: the docket with its effects, own ballots, what everybody weighs, laws in force, hands and motions."""
