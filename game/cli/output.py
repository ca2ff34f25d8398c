"""Files that a command writes."""

from pathlib import Path

from game.cli.complaint import complain


def write_or_complain(file: Path, content: bytes, mode: str) -> None:
    """Write the content; complains where the file cannot be written. `mode` is as of `open`."""
    try:
        with file.open(mode) as opened:
            opened.write(content)
    except OSError as error:
        complain(f"{file}: {error.strerror}. Mend: name a file in a folder that exists and can be written")
