import pytest

from tests.maps.workshop import Workshop

_LINK = '<object id="6" name="" type="link" x="240" y="320">'


@pytest.mark.parametrize(("count", "layers"), [(300, 1), (150, 2)])
def test_objects_of_a_class_are_limited_over_all_layers_of_the_name(
    count: int, layers: int, tiny: Workshop
) -> None:
    many = '<object type="link" x="0" y="0"><polyline points="0,0 9,9"/></object>' * count
    layer = f'<objectgroup name="links">{many}</objectgroup>'

    fault = tiny.edit("</map>", layer * layers + "</map>").only()

    assert (fault.code, fault.found) == ("M035", "301 objects")


def test_all_objects_are_limited_even_where_they_are_ignored(tiny: Workshop) -> None:
    more = "<object/>" * 2000

    assert tiny.edit("</map>", f'<objectgroup name="_more">{more}</objectgroup></map>').only().code == "M035"


def test_an_ignored_layer_may_hold_what_it_likes(tiny: Workshop) -> None:
    odd = '<object id="40" type="anything" gid="1" rotation="45" x="99999" y="-5"/>'

    assert tiny.edit("</map>", f'<objectgroup name="_more">{odd}</objectgroup></map>').load().warnings == ()


def test_a_class_in_the_wrong_layer_is_told_where_it_belongs(tiny: Workshop) -> None:
    fault = tiny.edit(_LINK, _LINK.replace('type="link"', 'type="start"')).only()

    assert fault.expected == '"link" (layer starts is for "start")'


def test_an_object_without_a_class_is_refused(tiny: Workshop) -> None:
    assert tiny.edit(_LINK, _LINK.replace('type="link" ', "")).only().found == "no class"


@pytest.mark.parametrize(
    ("inner", "kind"),
    [("<ellipse/>", "the shape ellipse"), ("<point/>", "the shape point"), ("", "the shape rectangle")],
)
def test_a_link_must_be_a_line(inner: str, kind: str, tiny: Workshop) -> None:
    fault = tiny.edit('<polyline points="0,0 80,0"/>', inner).refused()[0]

    assert (fault.code, fault.found, fault.expected) == ("M207", kind, "polyline")


def test_a_shifted_object_layer_is_refused(tiny: Workshop) -> None:
    assert tiny.edit('name="links"', 'name="links" offsetx="12"').only().code == "M030"


def test_a_picture_is_no_district(tiny: Workshop) -> None:
    fault = tiny.edit('<object id="1" ', '<object id="1" gid="1" ').refused()[0]

    assert (fault.code, fault.found) == ("M207", "the shape tile")
