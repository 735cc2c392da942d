"""The card of a book: where it stands and what to do next. Pure: values in, views out."""

from __future__ import annotations

from collections.abc import Sequence

import discord
from discord import ui

from bot.reading.method import pages, to_reread
from bot.reading.model import Book, Chapter, Proposal, Question, Stage, Step
from bot.reading.post import span_words
from bot.reading.service import Reading
from cogs.cards import CALM, INK, MENU, PRIMARY, Row, View, button, card, escaped, menu, menus, row
from cogs.words import counted

MAX_HEADINGS = 12
MAX_LISTED = 12
BAR = 12

PREFACE = (
    "**The preface first.** Read it and look for three things: who should read the book, what each chapter discusses, "
    "and how to read it."
)
SCAN = (
    "**Scan.** Leaf through the chapter: headings, pictures, its length. All in your head. "
    "Too long for one sitting? Then split it."
)
SKIM = (
    "**Skim.** Captions, the first and the last sentence of each section, the code. "
    "Still in your head: what is it about, and what do you expect?"
)
READ = "**Read.** The whole chapter now, without stopping to write."
REREAD = "**Read it once more.** You could not say it yet; that is what this is for. It comes in your reviews too."
NOTES = "**Close the book.** What does the chapter say, in your own words?"
QUESTIONS = (
    "**Questions.** What is unclear, and what would you ask the author? Which older question did this chapter answer?"
)
STEPS = {Step.SCAN: SCAN, Step.SKIM: SKIM, Step.READ: READ, Step.NOTES: NOTES, Step.QUESTIONS: QUESTIONS}
NUMBERED = {Step.SCAN: 1, Step.SKIM: 2, Step.READ: 3, Step.NOTES: 4, Step.QUESTIONS: 5}
ENOUGH = "**Enough for now.** You set yourself a limit: {}. What could you try out of what you have read?"
FINISHED = "**Finished.** What will you use of it? `/read publish` makes a post of your notes."
STOPPED = "**Stopped.** Knowing when to stop is part of reading. Your notes stay, and you can go on any time."
INDEX = "**A reference book.** It is not read through: keep an index of where to find what, and look it up."
NO_CONTENTS = "There are no chapters yet. Paste the table of contents with **Contents**."
REMOVED = "Off the shelf. Your notes stay in the notebook; the book can be brought back for 30 days."
PICK_ANSWERED = "Answered by now? Choose a question…"
PICK_CHAPTER = "Go to a chapter…"


def book_card(reading: Reading, said: Sequence[str] = ()) -> View:
    """The book as it stands, with ``said`` as small lines below."""
    book = reading.book
    if book.removed_utc is not None:
        return card([_title(book), REMOVED], [row(button("Bring back", f"read:return:{book.id}"))], CALM)
    lines, rows = _stage(reading)
    lines = [_title(book), *_progress(reading), *lines, *(f"-# {line}" for line in said)]
    return card(lines, [*rows, _shelf_row(reading)], CALM if book.stage is Stage.STOPPED else INK)


def _title(book: Book) -> str:
    return f"### 📖 {escaped(book.title)}"


def _progress(reading: Reading) -> list[str]:
    book, total = reading.book, len(reading.book.chapters)
    facts = []
    if total and not book.reference:
        full = round(book.over * BAR / total)
        facts.append(f"{'▰' * full}{'▱' * (BAR - full)} {book.done} of {counted(total, 'chapter')}")
        skipped = book.over - book.done
        facts += [f"{skipped} skipped"] if skipped else []
    again = len(to_reread(book))
    facts += [f"{again} to reread"] if again else []
    facts += [f"limit: {book.stop_at}"] if book.stop_at else []
    return [f"-# {' · '.join(facts)}"] if facts else []


def _stage(reading: Reading) -> tuple[list[str], list[Row]]:
    book = reading.book
    chapter = book.chapter
    if book.stage is Stage.PREFACE:
        return _preface(book)
    if book.stage is Stage.INDEX:
        first = [button("Look up", f"read:lookup:{book.id}", PRIMARY), button("Add", f"read:addplace:{book.id}")]
        return [INDEX], [row(*first, button("Index", f"read:index:{book.id}"))]
    if book.stage is Stage.STOPPED:
        return [STOPPED], [row(button("Go on reading", f"read:resume:{book.id}", PRIMARY))]
    if book.stage is Stage.FINISHED or chapter is None:
        rows = [row(button("Practise", f"read:practise:{book.id}", PRIMARY), button("Back", f"read:back:{book.id}"))]
        return [FINISHED if book.chapters else NO_CONTENTS], rows
    if reading.enough and chapter.step is Step.SCAN:
        return [ENOUGH.format(escaped(book.stop_at))], [
            row(
                button("Practise", f"read:practise:{book.id}", PRIMARY),
                button("One more chapter", f"read:goon:{book.id}"),
                button("Stop here", f"read:stop:{book.id}"),
            )
        ]
    return _chapter(reading, chapter)


def _preface(book: Book) -> tuple[list[str], list[Row]]:
    lines = [PREFACE] if book.chapters else [PREFACE, NO_CONTENTS]
    lines += _overview(book.chapters)
    buttons = [
        button("Write it down", f"read:preface:{book.id}", PRIMARY),
        button("Next", f"read:nopreface:{book.id}"),
        button("Contents", f"read:contents:{book.id}"),
    ]
    return lines, [row(*buttons)]


def _overview(chapters: Sequence[Chapter]) -> list[str]:
    """What was understood of the table of contents."""
    if not chapters:
        return []
    parts = len({chapter.part for chapter in chapters if chapter.part})
    headings = sum(len(chapter.headings) for chapter in chapters)
    facts = [counted(len(chapters), "chapter")]
    facts += [f"in {counted(parts, 'part')}"] if parts else []
    facts += [f"with {counted(headings, 'heading')}"] if headings else []
    lines = [f"-# {' '.join(facts)}:"]
    lines += [f"-# {chapter_line(chapter)}" for chapter in chapters[:MAX_LISTED]]
    if len(chapters) > MAX_LISTED:
        lines.append(f"-# … and {len(chapters) - MAX_LISTED} more")
    return lines


def came_back(proposals: Sequence[Proposal]) -> str:
    """What the glossary should have."""
    terms = ", ".join(escaped(one.term, 40) for one in proposals[:4])
    return f"Came back in your notes: {terms}. **Glossary** takes what is worth a meaning."


def chapter_line(chapter: Chapter) -> str:
    page = f" · p. {chapter.page}" if chapter.page is not None else ""
    return f"{escaped(chapter.name, 120)}{page}"


def _chapter(reading: Reading, chapter: Chapter) -> tuple[list[str], list[Row]]:
    book, step = reading.book, chapter.step
    part = f" · {escaped(chapter.part, 80)}" if chapter.part else ""
    span = pages(book, chapter)
    where = [span_words(span)] if span else []
    if span and span[1] is not None:
        where.append(counted(span[1] - span[0] + 1, "page"))
    about = " · ".join([f"step {NUMBERED[step]} of 5", *where])
    lines = [f"**{escaped(chapter.name)}**{part}", f"-# {about}"]
    lines.append(REREAD if step is Step.READ and chapter.again else STEPS[step])
    if step is Step.SCAN:
        lines += [f"-# · {escaped(heading.title, 90)}" for heading in chapter.headings[:MAX_HEADINGS]]
        more = len(chapter.headings) - MAX_HEADINGS
        lines += [f"-# … and {counted(more, 'more heading')}"] if more > 0 else []
    rows = [row(*_step_buttons(book, chapter))]
    if step is Step.QUESTIONS and reading.open_questions:
        rows[:0] = answered_menus(book, reading.open_questions)
    return lines, rows


def _step_buttons(book: Book, chapter: Chapter) -> list[ui.Button[View]]:
    key = f"{book.id}:{chapter.id}"
    back = button("Back", f"read:back:{book.id}")
    if chapter.step is Step.NOTES:
        write = button("Write notes", f"read:write:{key}", PRIMARY)
        return [write, button("Can't say it yet", f"read:cannot:{key}"), back]
    following = button("Next", f"read:next:{key}:{chapter.step}", PRIMARY)
    if chapter.step is Step.SCAN:
        split = button("Join", f"read:join:{key}") if chapter.split_of else button("Split", f"read:split:{key}")
        return [following, split, button("Skip chapter", f"read:skip:{key}"), back]
    if chapter.step is Step.READ and chapter.again:
        return [following, button("Later", f"read:later:{key}"), back]
    if chapter.step is Step.QUESTIONS:
        return [following, button("Ask", f"read:ask:{key}"), back]
    return [following, back]


def _shelf_row(reading: Reading) -> Row:
    """What is there at every step."""
    book = reading.book
    asked, terms = len(reading.open_questions), len(reading.glossary)
    buttons = [
        button(f"Questions ({asked})" if asked else "Questions", f"read:questions:{book.id}"),
        button(f"Glossary ({terms})" if terms else "Glossary", f"read:glossary:{book.id}"),
        button("More", f"read:more:{book.id}"),
    ]
    if book.chapters and book.stage is not Stage.PREFACE:
        buttons.insert(0, button("Chapters", f"read:chapters:{book.id}:0"))
    return row(*buttons)


def answered_menus(book: Book, questions: Sequence[Question]) -> list[Row]:
    shown = questions[: 2 * MENU]
    options = [discord.SelectOption(label=_cut(question.text, 100), value=str(question.id)) for question in shown]
    return menus(f"read:question:{book.id}", PICK_ANSWERED, options)


def _cut(text: str, longest: int) -> str:
    words = " ".join(text.split())
    return words if len(words) <= longest else words[: longest - 1].rstrip() + "…"


def chapters(book: Book, offset: int) -> View:
    """A page of all chapters with where each stands, and a menu to go to one."""
    signs = {Step.DONE: "●", Step.SKIPPED: "–", Step.SCAN: "○"}
    shown = book.chapters[offset : offset + MENU]
    lines = [_title(book), "-# ● read · ◐ begun · ○ to come · – skipped · ↻ to reread"]
    options = []
    for chapter in shown:
        sign = "↻" if chapter.again and chapter.note_id is None else signs.get(chapter.step, "◐")
        lines.append(f"{sign} {chapter_line(chapter)}" + (" ←" if chapter.id == book.chapter_id else ""))
        options.append(discord.SelectOption(label=_cut(f"{sign} {chapter.name}", 100), value=str(chapter.id)))
    rows = [menu(f"read:goto:{book.id}", PICK_CHAPTER, options)] if options and not book.reference else []
    buttons = [button("Card", f"read:card:{book.id}")]
    if len(book.chapters) > MENU:
        buttons += [
            button("◀", f"read:chapters:{book.id}:{max(0, offset - MENU)}:back", off=offset == 0),
            button("▶", f"read:chapters:{book.id}:{offset + MENU}", off=offset + MENU >= len(book.chapters)),
        ]
    return card(lines, [*rows, row(*buttons)])


def more(book: Book) -> View:
    """Everything about the book as a whole."""
    lines = [_title(book)]
    for title, text in (
        ("Who should read it", book.who),
        ("What it discusses", book.about),
        ("How to read it", book.how),
    ):
        lines += [f"**{title}**", escaped(text, 600)] if text else []
    lines.append(f"-# begun <t:{int(book.started_utc)}:D>")
    first = [
        button("Contents", f"read:contents:{book.id}"),
        button("Preface", f"read:preface:{book.id}"),
        button("Limit", f"read:limit:{book.id}"),
        button("Index", f"read:index:{book.id}"),
        button("Practise", f"read:practise:{book.id}"),
    ]
    second = [
        button("Card", f"read:card:{book.id}"),
        button("Send to DM", f"read:dm:{book.id}"),
        button("Summary", f"sum:book:{book.id}"),
        button("Publish", f"read:publish:{book.id}"),
    ]
    last = [button("Rename", f"read:rename:{book.id}"), button("Remove", f"read:remove:{book.id}")]
    if book.stage in (Stage.CHAPTERS, Stage.INDEX):
        last.insert(0, button("Stop reading", f"read:stop:{book.id}"))
    return card(lines, [row(*first), row(*second), row(*last)])
