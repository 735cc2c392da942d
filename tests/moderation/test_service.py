"""Blocks and the audit log on real SQLite."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.db.database import Database
from bot.errors import NotAllowed, NotFound
from bot.moderation.model import PAGE, Action, Deed
from bot.moderation.service import KEPT_SECONDS, Moderation
from bot.moderation.store import ModerationStore

ANN, ADMIN, OPERATOR = 1, 8, 9
HERE, THERE = 10, 11


class House(Moderation):
    now = 1_000_000.0

    def __init__(self, database: Database) -> None:
        super().__init__(database, ModerationStore(database), lambda: self.now)


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    async with await Database.open(tmp_path / "inkling.db") as database:
        yield House(database)


async def test_a_servers_block_is_that_servers(house: House) -> None:
    await house.block(ANN, HERE, ADMIN, "  too   rude ")
    with pytest.raises(NotAllowed, match=r"blocked from Inkling in this server: too rude\. Its admins"):
        await house.check(ANN, HERE)
    await house.check(ANN, THERE)
    await house.check(ANN, None)
    await house.check(ADMIN, HERE)
    await house.unblock(ANN, HERE, ADMIN)
    await house.check(ANN, HERE)
    with pytest.raises(NotFound):
        await house.unblock(ANN, HERE, ADMIN)


async def test_one_of_the_operators_is_everywhere_and_no_admin_undoes_it(house: House) -> None:
    await house.block(ANN, None, OPERATOR)
    for place in (HERE, THERE, None):
        with pytest.raises(NotAllowed, match="Whoever runs it"):
            await house.check(ANN, place)
    with pytest.raises(NotFound):
        await house.unblock(ANN, HERE, ADMIN)
    await house.unblock(ANN, None, OPERATOR)
    await house.check(ANN, HERE)


async def test_blocking_again_changes_the_reason_and_pages_are_whole(house: House) -> None:
    for user in range(1, PAGE + 4):
        await house.block(user, HERE, ADMIN)
    await house.block(ANN, HERE, ADMIN, "again")
    assert await house.refusal(ANN, HERE) == (
        "You are blocked from Inkling in this server: again. Its admins decide that, and can undo it."
    )
    first, _, count = await house.blocks(HERE, 0)
    last, number, _ = await house.blocks(HERE, 99)
    assert (len(first), len(last), number, count) == (PAGE, 3, 1, 2)
    assert len({block.user_id for block in (*first, *last)}) == PAGE + 3
    assert (await house.blocks(THERE, 0)) == ((), 0, 1)


async def test_the_log_of_a_server_holds_nothing_of_another(house: House) -> None:
    await house.block(ANN, HERE, ADMIN)
    await house.block(ANN, None, OPERATOR)
    await house.record(Deed(Action.REFUSED, THERE, subject_id=ANN, detail="a rule"))
    here, everything = await house.audit(HERE, 0), await house.audit(None, 0)
    assert [entry.deed.action for entry in here.entries] == [Action.BLOCKED]
    assert [entry.deed.guild_id for entry in everything.entries] == [THERE, None, HERE], "newest first"
    house.now += KEPT_SECONDS + 1
    await house.block(ANN, HERE, ADMIN)
    await house.forget()
    assert len((await house.audit(None, 0)).entries) == 1, "a year is remembered"
