from game.content.fault import ContentError, Fault

NAMED = Fault("laws.toml", "laws.quiet_streets.helps", "'src'", "one of sra, occ", "name a faction")
WHOLE = Fault("laws.toml", "", "no such file", "one", "put the file into the folder")


def test_a_fault_is_one_line() -> None:
    assert str(NAMED) == (
        "laws.toml: laws.quiet_streets.helps: found 'src', expected one of sra, occ. Mend: name a faction."
    )


def test_a_fault_of_a_whole_file_has_no_place() -> None:
    assert str(WHOLE) == "laws.toml: found no such file, expected one. Mend: put the file into the folder."


def test_the_error_keeps_its_faults() -> None:
    error = ContentError([NAMED, WHOLE])
    assert error.faults == (NAMED, WHOLE)
    assert str(error) == f"{NAMED}\n{WHOLE}"
