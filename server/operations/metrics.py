"""The meters as Prometheus reads them: text, made when it is asked for."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, get_args

from prometheus_client import CollectorRegistry, ProcessCollector
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4, generate_latest
from prometheus_client.metrics_core import Metric
from prometheus_client.registry import Collector

from game import __version__
from game.protocol.messages import LOBBY, OVER, PLAYING, Act
from game.protocol.refusals import ALL_CODES
from server.meters import Histogram, Meters
from server.operations.webhook import OUTCOMES

KIND: Final = CONTENT_TYPE_PLAIN_0_0_4
PREFIX: Final = "neo_sanctum_"
_KINDS: Final = {act: str(act.__struct_config__.tag) for act in get_args(Act)}

Figures = Callable[[], Mapping[str, float]]
"""What is looked up rather than counted: how many rooms are in each phase."""


class MeterCollector(Collector):
    """Gives the meters of one server, and its rooms by phase, a family each."""

    def __init__(self, meters: Meters, rooms: Figures, states: Figures) -> None:
        """`states` are yes-or-no facts by name, such as `ready`, as 1 and 0."""
        self._meters = meters
        self._rooms = rooms
        self._states = states

    def collect(self) -> Iterator[Metric]:
        """See the base class."""
        yield _labelled(
            GaugeMetricFamily, "build_info", "The version that runs.", "version", {__version__: 1}
        )
        rooms = dict.fromkeys((LOBBY, PLAYING, OVER), 0.0) | dict(self._rooms())
        yield _labelled(GaugeMetricFamily, "rooms", "Rooms in memory.", "phase", rooms)
        yield _labelled(GaugeMetricFamily, "state", "1 where it is so.", "is", self._states())
        yield from self._counted()
        yield from self._gauges()
        yield from self._timed()

    def _counted(self) -> Iterator[Metric]:
        meters = self._meters
        yield _counter("connections_opened", "Connections since the start.", meters.connections)
        yield _counter("turns", "Turns resolved and stored.", meters.turns)
        yield _counter("rooms_failed", "Rooms let go of after a fault.", meters.rooms_failed)
        yield _counter("commits_failed", "Commits the journal could not do.", meters.commits_failed)
        yield _counter("thoughts_failed", "Slates a computer player failed to give.", meters.thoughts_failed)
        frames = {"in": meters.frames_in, "out": meters.frames_out}
        yield _labelled(CounterMetricFamily, "frames", "Messages.", "direction", frames)
        size = {"in": meters.bytes_in, "out": meters.bytes_out}
        yield _labelled(CounterMetricFamily, "bytes", "Bytes of messages.", "direction", size)
        commands = {tag: meters.commands[act] for act, tag in _KINDS.items()}
        yield _labelled(CounterMetricFamily, "commands", "Commands, repeated ones too.", "kind", commands)
        refusals = dict.fromkeys(sorted(ALL_CODES), 0) | dict(meters.refusals)
        yield _labelled(CounterMetricFamily, "refusals", "What was refused.", "code", refusals)
        yield _labelled(CounterMetricFamily, "cuts", "Connections the server ended.", "reason", meters.cuts)
        letters = dict.fromkeys(OUTCOMES, 0) | dict(meters.letters)
        yield _labelled(CounterMetricFamily, "letters", "Letters to webhooks.", "outcome", letters)

    def _gauges(self) -> Iterator[Metric]:
        meters = self._meters
        yield _gauge("connections", "Connections that are open.", meters.connections_open)
        yield _gauge("spectators", "Spectators of all rooms.", meters.watching)
        yield _gauge("thinking", "Slates computer players are thinking about.", meters.thinking)
        yield _gauge("loop_lag_high_seconds", "Worst loop lag of the last minutes.", meters.lag_high.value)
        yield _gauge("inbox_high", "Most commands waiting for a room lately.", meters.inbox_high.value)
        yield _gauge("unsent_high_bytes", "Most bytes unsent to a client lately.", meters.unsent_high.value)

    def _timed(self) -> Iterator[Metric]:
        meters = self._meters
        yield _histogram("acknowledgement_seconds", "From a command to its answer.", meters.acknowledged)
        yield _histogram("update_seconds", "From what ended a turn to its last update.", meters.updated)
        yield _histogram("commit_seconds", "One commit of the journal.", meters.committed)
        yield _histogram("commit_jobs", "Jobs that shared a commit.", meters.shared)
        yield _histogram("thought_seconds", "A computer player's slate.", meters.thought)
        yield _histogram("loop_lag_seconds", "How late the event loop was.", meters.lag)


class Exposition:
    """The text of `/metrics`: the meters, and what the process uses."""

    def __init__(self, collector: MeterCollector) -> None:
        self._registry = CollectorRegistry()
        self._registry.register(collector)
        ProcessCollector(registry=self._registry)

    def text(self) -> bytes:
        """All figures now, in the format `KIND`."""
        return generate_latest(self._registry)


def _counter(name: str, what: str, value: float) -> Metric:
    return CounterMetricFamily(PREFIX + name, what, value=value)


def _gauge(name: str, what: str, value: float) -> Metric:
    return GaugeMetricFamily(PREFIX + name, what, value=value)


_Family = type[CounterMetricFamily] | type[GaugeMetricFamily]


def _labelled(family: _Family, name: str, what: str, label: str, values: Mapping[str, float]) -> Metric:
    made = family(PREFIX + name, what, labels=[label])
    for key, value in values.items():
        made.add_metric([key], value)
    return made


def _histogram(name: str, what: str, histogram: Histogram) -> Metric:
    bounds: Iterable[str] = (*map(repr, histogram.bounds), "+Inf")
    buckets, seen = [], 0
    for bound, count in zip(bounds, histogram.counts, strict=True):
        seen += count
        buckets.append((bound, float(seen)))
    made = HistogramMetricFamily(PREFIX + name, what)
    made.add_metric([], buckets, histogram.total)
    return made
