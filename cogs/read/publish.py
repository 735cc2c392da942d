"""From a book that was read to a post: its Markdown, its cover by ``/imagine``, and where it goes."""

from __future__ import annotations

import io
from collections.abc import Sequence

import discord
from discord import ui

from bot.delivery import NOBODY, still
from bot.errors import BadRequest, NotFound
from bot.gpu.job import JobStatus
from bot.imagine.model import Wish
from bot.imagine.pictures import show as fitted
from bot.imagine.work import Work
from bot.reading.model import Book
from bot.reading.post import Post, cover_prompt
from bot.summaries.model import About, State, Target
from cogs.cards import INK, PRIMARY, View, button, card, escaped, row
from cogs.imagine.ask import check_may_post
from cogs.imagine.draft import DraftForm
from cogs.pictures import anywhere
from cogs.read.views import BOOK, BookButton, show
from cogs.ui import Interaction
from cogs.words import counted

COVER = "cover"
COVER_STATES = {"none": "No cover yet.", "drawing": "The cover is being drawn.", "there": "With its cover."}
SHOWN_SENTENCES = 5
SUMMARY_SECONDS = 1.5
"""An interaction is to be answered within 3 s."""
DRAWING = "The cover is still being drawn. Wait for it, or post without it."
NOTHING = "There is nothing to publish yet: no notes, no glossary, no index."


async def post_of(interaction: Interaction, book: Book, cover: str = "") -> Post:
    """Everything that was written about the book. Raises BadRequest when that is nothing."""
    services, owner = interaction.client.services, interaction.user.id
    reading = await services.reading.reading(owner, book.id)
    notes = await services.reading.shelf.own_words(owner, book)
    places = await services.reading.shelf.places(owner, book.id)
    if not notes and not reading.glossary and not places:
        raise BadRequest(NOTHING)
    person = await services.people.find(owner)
    summary, made_by = await _summary(interaction, book, bool(notes))
    return Post(
        book=book,
        notes=notes,
        questions=reading.questions,
        terms=reading.glossary,
        places=places,
        summary=summary,
        made_by=made_by,
        cover=cover,
        first_day=person.day(book.started_utc),
        last_day=person.day(book.finished_utc or book.updated_utc),
    )


async def _summary(interaction: Interaction, book: Book, has_notes: bool) -> tuple[list[tuple[str, str]], str]:
    """Sentences of the newest summary with their chapters, and what made it; one that takes long comes another time."""
    service, owner = interaction.client.services.summaries, interaction.user.id
    if not has_notes:
        return [], ""
    target = Target(About.BOOK, str(book.id))
    try:
        asked = await service.ask(owner, target)
    except BadRequest:  # notes without a sentence
        return [], ""
    made = await service.ended(owner, asked.id, SUMMARY_SECONDS)
    summary = made if made.state is State.READY else await service.latest(owner, target)
    if summary is None:
        return [], ""
    names = {chapter.note_id: chapter.name for chapter in book.chapters if chapter.note_id is not None}
    return [(line.text, names.get(line.note_id or 0, "")) for line in summary.lines], summary.made_by


async def show_draft(interaction: Interaction, book: Book, *, edit: bool = False) -> None:
    """What the post holds, and what can be done with it."""
    post = await post_of(interaction, book)
    answered = sum(bool(question.answer) and not question.is_open for question in post.questions)
    facts = [
        counted(len(post.notes), "chapter"),
        counted(len(post.terms), "term"),
        counted(answered, "answered question"),
    ]
    lines = [f"### Publish · {escaped(book.title)}", f"{', '.join(facts)}. Nobody sees it before you post it."]
    lines += [f"- {escaped(sentence, 300)}" for sentence, _ in post.summary[:SHOWN_SENTENCES]]
    state = await _cover_state(interaction, book)
    lines.append(
        {"none": "-# No cover yet.", "drawing": "-# The cover is being drawn.", "there": "-# With its cover."}[state]
    )
    first = [
        button("Post here", f"read:post:{book.id}", PRIMARY),
        button("Draw a cover" if state == "none" else "Another cover", f"read:cover:{book.id}"),
        button("As a file", f"read:file:{book.id}"),
    ]
    if state == "drawing":
        first.insert(1, button("Post without it", f"read:post:{book.id}:bare"))
    await show(interaction, card(lines, [row(*first), row(button("Card", f"read:card:{book.id}"))]), edit=edit)


async def _cover_state(interaction: Interaction, book: Book) -> str:
    """ "none", "drawing" or "there"."""
    if book.cover_job_id is None:
        return "none"
    try:
        work = anywhere(await interaction.client.services.imagine.find_for(book.cover_job_id, interaction.user.id))
    except NotFound:
        return "none"
    if work.pictures:
        return "there"
    return "drawing" if work.job.status.is_open or work.job.status is JobStatus.FINISHED else "none"


async def _cover(interaction: Interaction, book: Book, limit_bytes: int) -> discord.File | None:
    """The finished cover as a file to send along."""
    if book.cover_job_id is None:
        return None
    imagine = interaction.client.services.imagine
    try:
        work = anywhere(await imagine.find_for(book.cover_job_id, interaction.user.id))
        picture, original = (await imagine.originals(work))[0]
    except (NotFound, FileNotFoundError):
        return None
    shown = fitted(picture, original, work.job.id, enlarge=True, limit_bytes=limit_bytes)
    suffix = shown.name.rpartition(".")[2]
    return discord.File(io.BytesIO(shown.content), f"{COVER}.{suffix}", description=f"Cover for {book.title}"[:1000])


async def send(interaction: Interaction, book: Book, *, public: bool) -> None:
    """The post with its Markdown file and its cover, here. Raises BadRequest, which stays private."""
    cover = await _cover(interaction, book, interaction.filesize_limit // 2)
    post = await post_of(interaction, book, cover.filename if cover else "")
    file = discord.File(io.BytesIO(post.text().encode()), post.file_name)
    files = [file, *([cover] if cover else [])]
    view = _published(post, file.filename, files[1:], interaction.user.id if public else None)
    await interaction.response.defer(ephemeral=not public, thinking=True)  # files take longer than Discord waits
    await interaction.followup.send(view=still(view), files=files, ephemeral=not public, allowed_mentions=NOBODY)


def _published(post: Post, file_name: str, covers: Sequence[discord.File], by: int | None) -> View:
    view = ui.LayoutView(timeout=None)
    box: ui.Container[View] = ui.Container(accent_colour=INK)
    head = f"### 📖 {escaped(post.book.title)}" + (f"\n-# read by <@{by}>" if by else "")
    box.add_item(ui.TextDisplay(head))
    if covers:
        box.add_item(ui.MediaGallery(*(discord.MediaGalleryItem(f"attachment://{one.filename}") for one in covers)))
    lines = [f"- {escaped(sentence, 400)}" for sentence, _ in post.summary[:SHOWN_SENTENCES]]
    if not lines:
        lines = [f"- {escaped(chapter.name, 100)}" for chapter, _ in post.notes[: 2 * SHOWN_SENTENCES]]
    if lines:
        box.add_item(ui.TextDisplay("\n".join(lines)))
    if post.made_by:
        box.add_item(ui.TextDisplay(f"-# {escaped(post.made_by)}"))
    box.add_item(ui.File(f"attachment://{file_name}"))
    view.add_item(box)
    return view


class Publish(BookButton, template=rf"read:publish:{BOOK}"):
    async def press(self, interaction: Interaction) -> None:
        await show_draft(interaction, await self.book(interaction), edit=True)


class Cover(BookButton, template=rf"read:cover:{BOOK}"):
    async def press(self, interaction: Interaction) -> None:
        reading = await interaction.client.services.reading.reading(interaction.user.id, self.book_id)
        prompt = cover_prompt(reading.book, [term.term for term in reading.glossary])
        book = reading.book

        async def asked(answer: Interaction, work: Work) -> None:
            await answer.client.services.reading.set_cover(answer.user.id, book.id, work.job.id)

        wish = Wish(prompt=prompt, count=1, size="portrait", private=True)
        await interaction.response.send_modal(DraftForm(wish, asked))


class PostHere(BookButton, template=rf"read:post:{BOOK}(?P<bare>:bare)?"):
    """For everyone here to see."""

    async def press(self, interaction: Interaction) -> None:
        book = await self.book(interaction)
        if not self.given["bare"] and await _cover_state(interaction, book) == "drawing":
            await show_draft(interaction, book, edit=True)
            await interaction.followup.send(DRAWING, ephemeral=True)
            return
        check_may_post(interaction)
        await send(interaction, book, public=True)


class AsFile(BookButton, template=rf"read:file:{BOOK}"):
    async def press(self, interaction: Interaction) -> None:
        await send(interaction, await self.book(interaction), public=False)


BUTTONS = (Publish, Cover, PostHere, AsFile)
