"""The socket that a client is served by: what it waits for, and for how long."""

import errno
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import gevent
import pytest
from gevent import socket

from service import patience
from service.patience import CutBodyError, Patient, SlowBodyError

Pair = tuple[Any, Any]


@pytest.fixture
def pair(monkeypatch: pytest.MonkeyPatch) -> Iterator[Pair]:
    """The server's end, wrapped, and the client's; the limits are half a second and one."""
    monkeypatch.setattr(patience, "BODY_SECONDS", 0.5)
    monkeypatch.setattr(patience, "STALL_SECONDS", 1.2)
    ours, theirs = socket.socketpair()
    with ours, theirs:
        yield Patient(ours), theirs


def request() -> Any:
    return SimpleNamespace(must_close=False)


def test_a_body_may_take_its_time_and_no_more(pair: Pair) -> None:
    ours, theirs = pair
    asked = request()
    ours.expect_body(asked)
    gevent.spawn_later(0.3, theirs.sendall, b"x")
    assert ours.recv(10) == b"x"
    gevent.spawn_later(0.5, theirs.sendall, b"y")
    with pytest.raises(SlowBodyError):
        ours.recv(10)
    assert asked.must_close


def test_what_arrives_gives_more_time(pair: Pair) -> None:
    ours, theirs = pair
    ours.expect_body(request())
    theirs.sendall(b"x" * 250)
    assert len(ours.recv(8192)) == 250
    gevent.spawn_later(0.75, theirs.sendall, b"in time, by what came before")
    assert ours.recv(3) == b"in "
    assert len(ours.recv(8192)) == 25
    with gevent.Timeout(0.9), pytest.raises(SlowBodyError):
        ours.recv(8192)


def test_what_has_arrived_is_taken_however_late(pair: Pair) -> None:
    ours, theirs = pair
    ours.expect_body(request())
    theirs.sendall(b"x")
    gevent.sleep(0.6)
    assert ours.recv(10) == b"x"
    with pytest.raises(SlowBodyError):
        ours.recv(10)


def test_a_body_that_ends_before_its_end_is_no_body(pair: Pair) -> None:
    ours, theirs = pair
    asked = request()
    ours.expect_body(asked)
    theirs.sendall(b"half")
    theirs.close()
    assert ours.recv(10) == b"half"
    with pytest.raises(CutBodyError):
        ours.recv(10)
    assert asked.must_close


def test_a_head_is_not_counted(pair: Pair) -> None:
    ours, theirs = pair
    ours.expect_body(request())
    ours.expect_head()
    gevent.spawn_later(0.7, theirs.sendall, b"GET")
    assert ours.recv(10) == b"GET"
    theirs.close()
    assert ours.recv(10) == b""


def test_an_answer_that_nobody_takes_is_given_up(pair: Pair) -> None:
    ours, theirs = pair
    with gevent.Timeout(2.0), pytest.raises(ConnectionResetError) as raised:
        ours.sendall(b"x" * 10_000_000)
    assert raised.value.errno == errno.ECONNRESET
    assert theirs.recv(1) == b"x"


def test_an_answer_that_is_taken_slowly_comes_whole(pair: Pair) -> None:
    ours, theirs = pair
    answer = b"0123456789" * 100_000
    taken: list[bytes] = []

    def take() -> None:
        while sum(map(len, taken)) < len(answer):
            gevent.sleep(0.5 if len(taken) < 5 else 0)
            taken.append(theirs.recv(65536))

    reader = gevent.spawn(take)
    ours.sendall(answer)
    reader.join(5)
    assert b"".join(taken) == answer


def test_each_wait_for_a_slow_taker_counts_from_its_progress(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A large buffer takes nothing new for long, though it empties: that is progress, too."""
    ours, _ = pair
    left = iter(range(20, 0, -1))
    looks: list[int] = []

    def untaken(_: Patient) -> int:
        looks.append(next(left, 1))
        return looks[-1]

    monkeypatch.setattr(Patient, "_untaken", untaken)
    monkeypatch.setattr(patience, "STALL_SECONDS", 0.3)
    with gevent.Timeout(5), pytest.raises(ConnectionResetError):
        ours.sendall(b"x" * 10_000_000)
    assert looks[:20] == list(range(20, 0, -1))
    assert len(looks) == 19 + patience._LOOKS + 1


def test_everything_else_is_the_sockets_own(pair: Pair) -> None:
    ours, theirs = pair
    assert ours.sendmsg([b"a", b"b"]) == 2
    assert ours.send(b"c") == 1
    assert theirs.recv(3) == b"abc"
    assert ours.gettimeout() is None
    ours.sendall(b"")
    assert ours.gettimeout() is None
