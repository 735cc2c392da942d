"""Bad input gets a clear private answer, the prompt is given back, and nothing is queued."""

from __future__ import annotations

import pytest

from bot.client import InklingBot
from tests.walks.people import Person, is_private, words


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"prompt": "\u200b\u200b"}, "The prompt is empty"),
        ({"prompt": "word " * 400}, "the most is 1,000"),
        ({"size": "130x128"}, "multiples of 8"),
        ({"size": "512x512"}, "too large"),
        ({"size": "8"}, "too small"),
        ({"size": "enormous"}, "is not a size"),
        ({"size": "x" * 2500}, "is not a size"),
        ({"model": "y" * 2500}, "There is no model called"),
        ({"prompt": "word " * 190, "model": "y" * 2500}, "There is no model called"),
        ({"seed": -1}, "out of range"),
        ({"seed": 2**32}, "out of range"),
        ({"model": "nope"}, "no model called “nope”"),
        ({"steps": 1000}, "Steps go from 1 to"),
    ],
)
async def test_a_bad_option(bot: InklingBot, alice: Person, options: dict[str, object], says: str) -> None:
    options = {"prompt": "my careful words", **options}
    prompt = str(options.pop("prompt"))
    refusal = await alice.answer(await alice.imagine(prompt, **options), says)
    assert is_private(refusal)
    if prompt.strip():
        assert prompt.strip()[:1400] in words(refusal), "the prompt is given back"
    assert await bot.services.queue.open_jobs(alice.id) == 0
    assert len(alice.seen()) == 1


async def test_too_many_requests_are_refused(bot: InklingBot, alice: Person) -> None:
    most = bot.services.settings.max_waiting
    asked = [await alice.imagine("a cat", steps=40) for _ in range(most + 1)]
    refusals = [m for i in asked for m in alice.answers(i) if "already have" in words(m)]
    refusals = refusals or [await alice.answer(asked[-1], "already have")]
    assert is_private(refusals[0])
    for job in range(1, most + 1):
        await bot.services.queue.cancel(job)


async def test_a_channel_where_the_bot_may_not_post(bot: InklingBot, alice: Person) -> None:
    shut = Person(alice.discord, alice.id, alice.discord.add_channel("quiet", bot_may_send=False))
    refusal = await shut.answer(await shut.imagine("a cat", steps=4), "I may not post pictures")
    assert is_private(refusal)
    assert "Send Messages" in words(refusal)
    done = await shut.picture(await shut.imagine("a cat", steps=4, private=True))
    assert is_private(done)
