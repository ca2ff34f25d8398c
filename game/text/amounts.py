"""Numbers as people read them: pressure and Legacy from hundredths, support from permille."""


def tenths(hundredths: int) -> str:
    """Hundredths to one decimal, rounded half away from zero; none where it would be 0: 2400 is `24`."""
    rounded = (abs(hundredths) + 5) // 10
    whole, part = divmod(rounded, 10)
    sign = "-" if hundredths < 0 and rounded else ""
    return f"{sign}{whole}.{part}" if part else f"{sign}{whole}"


def percent(permille: int) -> str:
    """Permille as percent to one decimal: 407 is `40.7`."""
    return tenths(permille * 10)
