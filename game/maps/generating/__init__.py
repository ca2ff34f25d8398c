"""Drawing cities by rule: a request in, the folder of an ordinary map out, which Tiled opens and the gate checks."""

from game.maps.generating.making import generate
from game.maps.generating.request import STYLES, Request, RequestError

__all__ = ["STYLES", "Request", "RequestError", "generate"]
