import pytest

from game.ai.prices import PricesError, prices, read


def test_the_prices_that_ship_can_be_read() -> None:
    assert prices().galas[0] > 0


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("galas = [", "prices.toml"),
        ("support = 1", "galas"),
        ("nonsense = 1", "nonsense"),
    ],
)
def test_broken_prices_are_refused_by_name(text: str, named: str) -> None:
    with pytest.raises(PricesError, match=named):
        read(text)


def test_a_price_below_zero_is_refused() -> None:
    lines = [f"{field} = 1" for field in prices().__struct_fields__ if field != "galas"]
    text = "\n".join(["galas = [100]", *lines])
    assert read(text).support == 1
    with pytest.raises(PricesError, match="support"):
        read(text.replace("support = 1", "support = -1"))
