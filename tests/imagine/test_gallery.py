"""The gallery's rules: one's own only, search in prompts, stars."""

from __future__ import annotations

import dataclasses

import pytest

from bot.errors import NotFound
from bot.imagine.gallery import Gallery, Search
from bot.imagine.model import Wish
from bot.imagine.store import ImagineStore
from tests.imagine.test_service import ALICE, House, finished, house

__all__ = ["house"]  # the fixture
BOB = dataclasses.replace(ALICE, user_id=2)


async def test_everybody_sees_their_own_newest_first(house: House) -> None:
    gallery = Gallery(house.database, ImagineStore(house.database), house.service)
    assert (await gallery.page(1, Search(), 0)).work is None
    jobs = [await finished(house, Wish(prompt)) for prompt in ("a cat", "Ärger mit 100% Äpfeln", "a dog")]
    await finished(house, Wish("a cat"), BOB)
    pages = [await gallery.page(1, Search(), number) for number in (0, 1, 2, 99)]
    assert [page.work.job.id for page in pages if page.work] == [*reversed(jobs), jobs[0]]
    assert {page.count for page in pages} == {3}


async def test_every_word_is_looked_for_as_it_is(house: House) -> None:
    gallery = Gallery(house.database, ImagineStore(house.database), house.service)
    jobs = [await finished(house, Wish(prompt)) for prompt in ("a cat", "Ärger mit 100% Äpfeln", "a cat_dog")]
    for words, number in (("ÄPFEL ärger", 1), ("100%", 1), ("cat_", 2), ("cat", 2), ("%", 1)):
        page = await gallery.page(1, Search(words), 0)
        assert page.work is not None and page.work.job.id == jobs[number], words
    assert (await gallery.page(1, Search("mouse"), 0)).work is None


async def test_stars_are_ones_own_and_deleted_pictures_are_gone(house: House) -> None:
    gallery = Gallery(house.database, ImagineStore(house.database), house.service)
    first, second = await finished(house, Wish("a cat")), await finished(house, Wish("a dog"))
    with pytest.raises(NotFound):
        await gallery.star(first, 2)
    assert await gallery.star(first, 1) and await gallery.star(second, 1)
    assert not await gallery.star(second, 1), "pressed again"
    page = await gallery.page(1, Search(starred=True), 0)
    assert page.work is not None and (page.work.job.id, page.count, page.starred) == (first, 1, True)
    await house.service.delete(first, 1, moderator=False)
    assert (await gallery.page(1, Search(starred=True), 0)).work is None
    assert (await gallery.page(1, Search(), 0)).count == 1
