"""Questions, glossary and index of a book. Pure: values in, views out."""

from __future__ import annotations

from collections.abc import Sequence

import discord

from bot.reading.model import Place, Proposal, Question, Term
from bot.reading.service import Reading
from bot.reading.shelf import Found
from cogs.cards import CALM, MENU, PRIMARY, View, button, card, escaped, menu, menus, row
from cogs.read.render import answered_menus

MAX_OPEN, MAX_ANSWERED, MAX_TERMS, MAX_PLACES = 10, 6, 16, 24
"""As many as one card's 4000 characters hold."""
NO_QUESTIONS = "No questions yet. Good ones come after a chapter: what is unclear, what would you ask the author?"
NO_TERMS = "No terms yet. Words that come back in your notes on several chapters are proposed here."
NO_PLACES = "Nothing in your index yet. **Add** what you want to find again: `window functions: p. 212`."
PICK_PROPOSAL = "They came back: put one into the glossary…"
PICK_TERM = "Change a term…"
PICK_PLACE = "Remove an entry…"


def questions(reading: Reading) -> View:
    book, open_ones = reading.book, reading.open_questions
    names = {chapter.id: chapter.name for chapter in book.chapters}
    lines = [f"### Questions · {escaped(book.title)}"]
    lines += [f"❓ {escaped(question.text, 180)}" for question in open_ones[:MAX_OPEN]]
    if len(open_ones) > MAX_OPEN:
        lines.append(f"-# … and {len(open_ones) - MAX_OPEN} more in the menu")
    answered = [question for question in reading.questions if not question.is_open]
    for question in answered[-MAX_ANSWERED:]:
        where = f" · {escaped(names[question.answered_in], 60)}" if question.answered_in in names else ""
        lines.append(f"✓ {escaped(question.text, 100)}{where}")
        lines += [f"-# {escaped(question.answer, 120)}"] if question.answer else []
    if not reading.questions:
        lines.append(NO_QUESTIONS)
    rows = answered_menus(book, open_ones) if open_ones else []
    if answered:
        options = [discord.SelectOption(label=_label(question.text), value=str(question.id)) for question in answered]
        rows += menus(f"read:question:{book.id}:answered", "An answered one…", options[-2 * MENU :])
    asked_in = book.chapter_id or 0
    buttons = [button("Ask", f"read:ask:{book.id}:{asked_in}", PRIMARY), button("Card", f"read:card:{book.id}")]
    return card(lines, [*rows, row(*buttons)])


def question(one: Question, answered_in: str) -> View:
    """One question with what can be done about it."""
    lines = [f"**{escaped(one.text)}**"]
    if one.answer:
        lines.append(escaped(one.answer, 1500))
    if not one.is_open:
        lines.append(f"-# Answered by {escaped(answered_in)}." if answered_in else "-# Answered.")
    verbs = [button("Answer" if one.is_open else "Change", f"read:answer:{one.book_id}:{one.id}", PRIMARY)]
    if one.is_open:
        verbs.append(button("Tick off", f"read:tick:{one.book_id}:{one.id}"))
    else:
        verbs.append(button("Open again", f"read:reopen:{one.book_id}:{one.id}"))
    verbs.append(button("Remove", f"read:unask:{one.book_id}:{one.id}"))
    rest = [button("Questions", f"read:questions:{one.book_id}"), button("Card", f"read:card:{one.book_id}")]
    return card(lines, [row(*verbs), row(*rest)], CALM)


def glossary(reading: Reading, proposals: Sequence[Proposal]) -> View:
    book, terms = reading.book, reading.glossary
    lines = [f"### Glossary · {escaped(book.title)}"]
    lines += [f"**{escaped(term.term)}** · {escaped(term.meaning, 120)}" for term in terms[:MAX_TERMS]]
    if len(terms) > MAX_TERMS:
        lines.append(f"-# … and {len(terms) - MAX_TERMS} more; the published post has them all")
    if not terms and not proposals:
        lines.append(NO_TERMS)
    rows = []
    if proposals:
        options = [
            discord.SelectOption(label=one.term[:100], value=one.term[:100], description=f"in {one.chapters} chapters")
            for one in proposals
        ]
        rows.append(menu(f"read:propose:{book.id}", PICK_PROPOSAL, options))
    if terms:
        options = [
            discord.SelectOption(label=one.term[:100], value=str(one.id), description=_label(one.meaning))
            for one in terms
        ]
        rows += menus(f"read:term:{book.id}", PICK_TERM, options)
    buttons = [button("Add", f"read:addterm:{book.id}", PRIMARY), button("Card", f"read:card:{book.id}")]
    return card(lines, [*rows, row(*buttons)])


def proposal(book_id: int, term: str) -> View:
    lines = [f"**{escaped(term)}** came back in several chapters. What does it mean, in your own words?"]
    buttons = [
        button("Write its meaning", f"read:mean:{book_id}:{term}"[:100], PRIMARY),
        button("Not a term", f"read:refuse:{book_id}:{term}"[:100]),
        button("Glossary", f"read:glossary:{book_id}"),
    ]
    return card(lines, [row(*buttons)], CALM)


def term(one: Term) -> View:
    buttons = [
        button("Change", f"read:mean:{one.book_id}:{one.term}"[:100], PRIMARY),
        button("Remove", f"read:refuse:{one.book_id}:{one.term}"[:100]),
        button("Glossary", f"read:glossary:{one.book_id}"),
    ]
    return card([f"**{escaped(one.term)}**", escaped(one.meaning, 1500)], [row(*buttons)], CALM)


def index(reading: Reading, places: Sequence[Place]) -> View:
    book = reading.book
    lines = [f"### Where to find what · {escaped(book.title)}"]
    lines += [f"**{escaped(place.topic, 60)}** · {escaped(place.place, 60)}" for place in places[:MAX_PLACES]]
    if len(places) > MAX_PLACES:
        lines.append(f"-# … and {len(places) - MAX_PLACES} more: look them up")
    if not places:
        lines.append(NO_PLACES)
    rows = []
    if places:
        options = [discord.SelectOption(label=_label(one.topic), value=str(one.id)) for one in places]
        rows += menus(f"read:place:{book.id}", PICK_PLACE, options)
    buttons = [
        button("Look up", f"read:lookup:{book.id}", PRIMARY),
        button("Add", f"read:addplace:{book.id}"),
        button("Card", f"read:card:{book.id}"),
    ]
    return card(lines, [*rows, row(*buttons)])


def found(book_id: int, title: str, words: str, places: Sequence[Found]) -> View:
    lines = [f"**{escaped(words)}** in {escaped(title)}"]
    lines += [f"**{escaped(place.topic, 120)}** · {escaped(place.place, 160)}" for place in places]
    if not places:
        lines.append("Nothing found. Other words may help, or add it to the index once you have found it.")
    buttons = [
        button("Look up", f"read:lookup:{book_id}", PRIMARY),
        button("Add", f"read:addplace:{book_id}"),
        button("Card", f"read:card:{book_id}"),
    ]
    return card(lines, [row(*buttons)])


def _label(text: str) -> str:
    words = " ".join(text.split())
    return (words if len(words) <= 100 else words[:99].rstrip() + "…") or "…"


def removed(book_id: int, what: str, back: str, then: str) -> View:
    """Something is gone; ``back`` is the custom id that undoes it, ``then`` the verb of the list that it was in."""
    buttons = [
        button("Undo", back),
        button(then.capitalize(), f"read:{then}:{book_id}"),
        button("Card", f"read:card:{book_id}"),
    ]
    return card([f"Removed: {escaped(what, 200)}"], [row(*buttons)], CALM)
