"""The cards of a review. Pure: values in, views out."""

from __future__ import annotations

from collections.abc import Mapping

import discord

from bot.review.model import Card, Hand, Rating
from bot.review.service import Shown
from cogs.cards import CALM, INK, MAX_TEXT, PRIMARY, View, button, card, escaped, row
from cogs.words import counted

NOTHING = "Nothing to review. Notes on chapters, terms and answered questions of `/read` come here by themselves; "
NOTHING += "**Review** under a note adds it."
DONE = "**Done for today.**"
FRONT = "-# Say it to yourself, then look."


def front(hand: Hand, said: str = "") -> View:
    """The question, or that there is none any more."""
    if hand.card is None or hand.face is None:
        return over(hand, said)
    count = f"{hand.done + 1} of {hand.done + hand.left} today"
    where = f" · {escaped(hand.face.where, 80)}" if hand.face.where else ""
    lines = [f"-# {said}"] if said else []
    lines += [f"-# {count}{where}", f"### {escaped(hand.face.front, 600)}", FRONT]
    if hand.waiting:
        lines.append(f"-# {spread(hand)}")
    buttons = [
        button("Show", f"review:show:{hand.card.id}", PRIMARY),
        button("Leave out", f"review:out:{hand.card.id}"),
    ]
    if hand.last_answer is not None:
        buttons.append(button("Undo", f"review:undo:{hand.last_answer}"))
    return card(lines, [row(*buttons)], INK)


def spread(hand: Hand) -> str:
    """What is beyond today's limit."""
    days = counted(hand.days, "day")
    return f"{hand.waiting} more wait. At {hand.daily} a day they are spread over {days}; nothing is lost by that."


def back(shown: Shown, waits: Mapping[Rating, float]) -> View:
    """The answer, with what each choice does."""
    face, one = shown.face, shown.card
    where = [f"-# {escaped(face.where, 80)}"] if face.where else []
    text = discord.utils.escape_mentions(face.back)[: MAX_TEXT - 900]
    lines = [*where, f"### {escaped(face.front, 600)}", text, "-# How well did you know it?"]
    buttons = [
        button(
            f"{rating.name.capitalize()} · {wait(waits[rating])}",
            f"review:rate:{one.id}:{one.answers}:{int(rating)}",
            PRIMARY if rating is Rating.GOOD else discord.ButtonStyle.secondary,
        )
        for rating in Rating
    ]
    return card(lines, [row(*buttons)], INK)


def wait(seconds: float) -> str:
    """ "10 min", "2 d", "3 mo", "1.2 y"."""
    if seconds < 3600:
        return f"{max(1, round(seconds / 60))} min"
    if seconds < 86_400:
        return f"{round(seconds / 3600)} h"
    days = round(seconds / 86_400)
    if days < 31:
        return f"{days} d"
    return f"{round(days / 30.4)} mo" if days < 365 else f"{days / 365:.1f} y"


def over(hand: Hand, said: str = "") -> View:
    lines = [f"-# {said}"] if said else []
    if hand.done:
        lines.append(f"{DONE} {counted(hand.done, 'card')} reviewed.")
    elif hand.waiting:
        lines.append(DONE)
    else:
        lines.append(NOTHING if hand.next_utc is None else "Nothing to review just now.")
    if hand.waiting:
        lines.append(f"-# {spread(hand)}")
    if hand.next_utc is not None:
        lines.append(f"-# Next: <t:{int(hand.next_utc)}:R>")
    buttons = [button("Remind me daily", "review:remind"), button("Daily limit", "review:daily")]
    if hand.last_answer is not None:
        buttons.insert(0, button("Undo", f"review:undo:{hand.last_answer}"))
    return card(lines, [row(*buttons)], CALM)


def left_out(one: Card) -> View:
    lines = ["Left out: it does not come any more."]
    buttons = [button("Undo", f"review:in:{one.id}"), button("Go on", "review:begin:here", PRIMARY)]
    return card(lines, [row(*buttons)], CALM)


def added(one: Card, title: str) -> View:
    lines = [f"**{escaped(title, 200)}** is in your reviews. `/notes review` shows what is due."]
    return card(lines, [row(button("Leave out", f"review:out:{one.id}"))], CALM)
