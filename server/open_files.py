"""How many files, and so connections, the process may have open; most systems begin with 1024 and allow far more."""

WANTED = 16_384


def may_be_open() -> int:
    """How many there may be; where the system has no limit, as many as are wanted."""
    try:
        import resource  # noqa: PLC0415 - not on every platform
    except ImportError:
        return WANTED
    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return WANTED if soft == resource.RLIM_INFINITY else soft


def allow_many() -> int | None:
    """Raise the limit as far as the system lets us, up to `WANTED`; returns it, None where there is none."""
    try:
        import resource  # noqa: PLC0415 - not on every platform
    except ImportError:
        return None
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = WANTED if hard == resource.RLIM_INFINITY else min(WANTED, hard)
    if soft == resource.RLIM_INFINITY or soft >= wanted:
        return soft
    resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
    return wanted
