"""How large and deep a message may be; both ends keep to the same figures."""

MOST_BYTES_BEFORE_HELLO = 4 * 1024
MOST_BYTES_UP = 16 * 1024
MOST_BYTES_DOWN = 4 * 1024 * 1024
MOST_DEPTH_UP = 8
MOST_VALUES_UP = 512
"""Values in one message, keys included: several times what the largest command has."""
MOST_BYTES_OF_LEDGER = 1024 * 1024
"""Of a turn's ledger, unpacked: a hundred times what the busiest turn has."""

MOST_DEPTH_DOWN = 24
"""A ledger's sums nest; a client still bounds what a strange server may send."""
