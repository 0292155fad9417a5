"""``neo4j://``: what was written is read, and a change of the leader is lived through."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

import pytest

from cypher.bolt.connection import Access, Connection, product_of
from cypher.database import Role, Settings, connect
from cypher.database.adhoc import AdhocQuery
from cypher.errors import BusyError, UnavailableError
from tests.cypher.made_up_cluster import COMMIT, READ, RUN, WRITE, Cluster, running_cluster

LOST_LEADER = "Neo.ClientError.Cluster.NotALeader"
READ_ONLY = "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase"
DEADLOCK = "Neo.TransientError.Transaction.DeadlockDetected"


@pytest.fixture
def cluster() -> Iterator[Cluster]:
    with running_cluster() as cluster:
        yield cluster


def access(cluster: Cluster) -> Access:
    return Access(cluster.uri, "neo4j", "secret", "neo4j")


@pytest.fixture
def analyst(cluster: Cluster) -> Iterator[Connection]:
    with closing(Connection(lambda: access(cluster))) as connection:
        yield connection


@pytest.fixture
def reader(cluster: Cluster) -> Iterator[Connection]:
    with closing(Connection(lambda: access(cluster))) as connection:
        yield connection


def write(connection: Connection, value: str, patience: float = 30.0) -> None:
    connection.run("write", WRITE, {"value": value}, write=True, patience=patience)


def read(connection: Connection, patience: float = 3.0) -> list[str]:
    return [row[0] for row in connection.run("read", READ, {}, patience=patience).rows]


def test_writes_go_to_the_leader_and_reads_to_the_others(cluster: Cluster, analyst: Connection) -> None:
    write(analyst, "one")
    for _ in range(6):
        read(analyst)
    assert cluster.takers(WRITE) == [0]
    assert set(cluster.takers(READ)) == {1, 2}


def test_the_next_read_sees_the_own_write_also_by_another_connection(
    analyst: Connection, reader: Connection
) -> None:
    write(analyst, "one")
    assert read(analyst) == ["one"]
    write(analyst, "two")
    assert read(reader) == read(reader) == ["one", "two"]


def test_a_typed_query_sees_what_was_written_before(cluster: Cluster, analyst: Connection) -> None:
    write(analyst, "one")
    query = AdhocQuery(READ, {}, timeout=20.0, row_cap=10)
    assert query.answer(access(cluster)).rows == (("one",),)


def test_a_write_follows_the_leader_to_another_member(cluster: Cluster, analyst: Connection) -> None:
    write(analyst, "one")
    cluster.leader = 1
    write(analyst, "two")
    assert cluster.takers(WRITE) == [0, 0, 1], "the former leader refused it once"
    assert cluster.written == ["one", "two"]
    assert read(analyst) == ["one", "two"]


@pytest.mark.parametrize("code", [LOST_LEADER, READ_ONLY, DEADLOCK])
def test_what_may_go_better_next_time_is_tried_again(
    cluster: Cluster, analyst: Connection, code: str
) -> None:
    cluster.fail_at_run = [code, code]
    write(analyst, "one")
    assert cluster.written == ["one"]
    assert len(cluster.takers(WRITE)) == 3


def test_a_cluster_without_a_leader_is_reported_after_the_patience(
    cluster: Cluster, analyst: Connection
) -> None:
    cluster.fail_at_run = [LOST_LEADER] * 1000
    with pytest.raises(BusyError, match="changing its leader"):
        write(analyst, "one", patience=0.3)
    assert cluster.written == []


def test_a_connection_that_is_lost_before_the_commit_is_made_again(
    cluster: Cluster, analyst: Connection
) -> None:
    write(analyst, "one")
    cluster.drop_at = [RUN]
    write(analyst, "two")
    cluster.drop_at = [RUN]
    assert read(analyst) == ["one", "two"]
    assert cluster.written == ["one", "two"]


def test_a_connection_that_is_lost_during_the_commit_is_reported_and_not_tried_again(
    cluster: Cluster, analyst: Connection
) -> None:
    cluster.drop_at = [COMMIT]
    with pytest.raises(UnavailableError, match="may or may not have been written"):
        write(analyst, "one")
    assert cluster.takers(WRITE) == [0]


def test_a_database_that_was_replaced_by_an_older_one_can_be_read(
    cluster: Cluster, analyst: Connection, reader: Connection
) -> None:
    for value in ("one", "two"):
        write(analyst, value)
    cluster.written.pop()
    for member in cluster.members:
        member.applied = 1
    assert read(reader) == ["one"]
    write(analyst, "three")
    assert read(reader) == ["one", "three"]


@pytest.mark.neo4j
def test_a_single_server_routes_to_itself(neo4j: Settings) -> None:
    settings = replace(neo4j, uri=(neo4j.uri or "").replace("bolt://", "neo4j://"))
    with connect(settings, Role.ANALYST) as writer, connect(settings) as other:
        for number in range(20):
            writer.write("check/leave_mark", mark=f"routed-{number}")
            assert other.read_text("MATCH (m:Mark {id: $id}) RETURN m.id", {"id": f"routed-{number}"}).rows


@pytest.mark.parametrize(
    ("agent", "product"),
    [
        ("Neo4j/2026.09.0", "Neo4j 2026.09.0"),
        ("Neo4j/5.26.0 compatible (ArcadeDB 26.10.2)", "ArcadeDB 26.10.2"),
    ],
)
def test_a_server_is_called_by_its_name_and_version(agent: str, product: str) -> None:
    assert product_of(agent) == product
