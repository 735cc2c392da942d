"""The buttons of a book's card. Each carries a book's id and asks the service for the presser's own book."""

from __future__ import annotations

from collections.abc import Sequence

import discord

from bot.delivery import NOBODY, REFUSED, still
from bot.errors import BadRequest, NotFound
from bot.reading.desk import chapter_of
from bot.reading.model import MAX_TITLE, Book, Chapter, Stage, Step
from cogs.cards import View
from cogs.read import render
from cogs.read.forms import (
    ContentsForm,
    NotesForm,
    OneLineForm,
    PractiseForm,
    PrefaceForm,
    SplitForm,
    limit_hint,
)
from cogs.ui import Interaction, RecordSelect, WordButton

BOOK = r"(?P<book>\d{1,18})"
CHAPTER = rf"{BOOK}:(?P<chapter>\d{{1,18}})"


async def show(interaction: Interaction, view: View, *, edit: bool) -> None:
    """In place of the message whose button was pressed, or as a private answer."""
    if edit and interaction.message is not None:
        await interaction.response.edit_message(view=still(view), attachments=[])
    else:
        await interaction.response.send_message(view=still(view), ephemeral=True, allowed_mentions=NOBODY)


async def show_book(interaction: Interaction, book: Book, said: Sequence[str] = (), *, edit: bool = True) -> None:
    service, owner = interaction.client.services.reading, interaction.user.id
    reading = await service.reading(owner, book.id)
    chapter = reading.book.chapter
    if chapter is not None and chapter.step is Step.QUESTIONS:
        came_back = await service.shelf.proposals(owner, book.id)
        said = [*said, render.came_back(came_back)] if came_back else said
    await show(interaction, render.book_card(reading, said), edit=edit)


class BookButton(WordButton, template=r"(?!)"):
    """Its ``template`` has a group ``book``."""

    @property
    def book_id(self) -> int:
        return int(self.given["book"])

    async def book(self, interaction: Interaction) -> Book:
        """The presser's own book. Raises NotFound."""
        return await interaction.client.services.reading.find(interaction.user.id, self.book_id)


class ChapterButton(BookButton, template=r"(?!)"):
    """Its ``template`` has a group ``chapter`` too."""

    @property
    def chapter_id(self) -> int:
        return int(self.given["chapter"])

    async def chapter(self, interaction: Interaction) -> tuple[Book, Chapter]:
        """Raises NotFound."""
        book = await self.book(interaction)
        return book, chapter_of(book, self.chapter_id)


class Card(BookButton, template=rf"read:card:{BOOK}"):
    async def press(self, interaction: Interaction) -> None:
        await show_book(interaction, await self.book(interaction))


class More(BookButton, template=rf"read:more:{BOOK}"):
    async def press(self, interaction: Interaction) -> None:
        await show(interaction, render.more(await self.book(interaction)), edit=True)


class Chapters(BookButton, template=rf"read:chapters:{BOOK}:(?P<offset>\d{{1,4}})(?::back)?"):
    async def press(self, interaction: Interaction) -> None:
        await show(interaction, render.chapters(await self.book(interaction), int(self.given["offset"])), edit=True)


class GoTo(RecordSelect, template=rf"read:goto:{BOOK}"):
    async def choose(self, interaction: Interaction) -> None:
        steps = interaction.client.services.reading.steps
        book = await steps.go_to(interaction.user.id, int(self.given["book"]), int(self.values[0]))
        await show_book(interaction, book)


# ---- the preface and the contents


class Preface(BookButton, template=rf"read:preface:{BOOK}"):
    async def press(self, interaction: Interaction) -> None:
        await interaction.response.send_modal(PrefaceForm(await self.book(interaction), show_book))


class NoPreface(BookButton, template=rf"read:nopreface:{BOOK}"):
    async def press(self, interaction: Interaction) -> None:
        book = await self.book(interaction)
        if book.stage is Stage.PREFACE:
            if not book.chapters and not book.reference:
                raise BadRequest("There are no chapters yet. Paste the table of contents first.")
            book = await interaction.client.services.reading.preface(
                interaction.user.id, book.id, book.who, book.about, book.how
            )
        await show_book(interaction, book)


class Contents(BookButton, template=rf"read:contents:{BOOK}"):
    async def press(self, interaction: Interaction) -> None:
        reading, book = interaction.client.services.reading, await self.book(interaction)
        text = await reading.contents(interaction.user.id, book.id)
        begun = any(chapter.step is not Step.SCAN or chapter.note_id for chapter in book.chapters)
        more = begun or len(text) > 4000
        await interaction.response.send_modal(ContentsForm(book, text, show_book, more=more))


# ---- step by step


class Next(ChapterButton, template=rf"read:next:{CHAPTER}:(?P<step>[a-z]+)"):
    async def press(self, interaction: Interaction) -> None:
        steps = interaction.client.services.reading.steps
        try:
            step = Step(self.given["step"])
        except ValueError:
            raise NotFound("That step is not known.") from None
        book = await steps.advance(interaction.user.id, self.book_id, self.chapter_id, step)
        await show_book(interaction, book)


class Back(BookButton, template=rf"read:back:{BOOK}"):
    async def press(self, interaction: Interaction) -> None:
        book = await interaction.client.services.reading.steps.back(interaction.user.id, self.book_id)
        await show_book(interaction, book)


class Skip(ChapterButton, template=rf"read:skip:{CHAPTER}"):
    async def press(self, interaction: Interaction) -> None:
        steps = interaction.client.services.reading.steps
        book = await steps.skip(interaction.user.id, self.book_id, self.chapter_id)
        await show_book(interaction, book, ["Skipped. Back brings it up again."])


class Later(ChapterButton, template=rf"read:later:{CHAPTER}"):
    async def press(self, interaction: Interaction) -> None:
        steps = interaction.client.services.reading.steps
        await show_book(interaction, await steps.later(interaction.user.id, self.book_id, self.chapter_id))


class Split(ChapterButton, template=rf"read:split:{CHAPTER}"):
    async def press(self, interaction: Interaction) -> None:
        book, chapter = await self.chapter(interaction)
        await interaction.response.send_modal(SplitForm(book, chapter, show_book))


class Join(ChapterButton, template=rf"read:join:{CHAPTER}"):
    async def press(self, interaction: Interaction) -> None:
        steps = interaction.client.services.reading.steps
        await show_book(interaction, await steps.join(interaction.user.id, self.book_id, self.chapter_id))


class Write(ChapterButton, template=rf"read:write:{CHAPTER}"):
    async def press(self, interaction: Interaction) -> None:
        book, chapter = await self.chapter(interaction)
        await interaction.response.send_modal(NotesForm(book, chapter, show_book))


class CannotSay(ChapterButton, template=rf"read:cannot:{CHAPTER}"):
    async def press(self, interaction: Interaction) -> None:
        steps = interaction.client.services.reading.steps
        await show_book(interaction, await steps.cannot_say(interaction.user.id, self.book_id, self.chapter_id))


# ---- knowing when to stop


class Limit(BookButton, template=rf"read:limit:{BOOK}"):
    async def press(self, interaction: Interaction) -> None:
        book = await self.book(interaction)

        async def set_limit(answer: Interaction, text: str) -> None:
            await show_book(answer, await answer.client.services.reading.set_limit(answer.user.id, book.id, text))

        form = OneLineForm("When to stop", "Limit", f"{limit_hint()}; empty for none"[:100], book.stop_at, set_limit)
        await interaction.response.send_modal(form)


class Rename(BookButton, template=rf"read:rename:{BOOK}"):
    async def press(self, interaction: Interaction) -> None:
        book = await self.book(interaction)

        async def rename(answer: Interaction, text: str) -> None:
            await show_book(answer, await answer.client.services.reading.rename(answer.user.id, book.id, text))

        hint = "Its notes keep the notebook that they are in"
        await interaction.response.send_modal(OneLineForm("Rename", "Title", hint, book.title, rename, most=MAX_TITLE))


class GoOn(BookButton, template=rf"read:goon:{BOOK}"):
    async def press(self, interaction: Interaction) -> None:
        await show_book(interaction, await interaction.client.services.reading.go_on(interaction.user.id, self.book_id))


class Practise(BookButton, template=rf"read:practise:{BOOK}"):
    async def press(self, interaction: Interaction) -> None:
        await interaction.response.send_modal(PractiseForm(await self.book(interaction)))


class Stop(BookButton, template=rf"read:stop:{BOOK}"):
    async def press(self, interaction: Interaction) -> None:
        await show_book(interaction, await interaction.client.services.reading.stop(interaction.user.id, self.book_id))


class Resume(BookButton, template=rf"read:resume:{BOOK}"):
    async def press(self, interaction: Interaction) -> None:
        reading = interaction.client.services.reading
        await show_book(interaction, await reading.resume(interaction.user.id, self.book_id))


class Remove(BookButton, template=rf"read:remove:{BOOK}"):
    async def press(self, interaction: Interaction) -> None:
        reading = interaction.client.services.reading
        await show_book(interaction, await reading.remove(interaction.user.id, self.book_id))


class Return(BookButton, template=rf"read:return:{BOOK}"):
    async def press(self, interaction: Interaction) -> None:
        reading = interaction.client.services.reading
        await show_book(interaction, await reading.bring_back(interaction.user.id, self.book_id))


class ToDirect(BookButton, template=rf"read:dm:{BOOK}"):
    """The card as a direct message, where it stays."""

    async def press(self, interaction: Interaction) -> None:
        reading = await interaction.client.services.reading.reading(interaction.user.id, self.book_id)
        try:
            channel = await interaction.user.create_dm()
            sent = await channel.send(view=still(render.book_card(reading)), allowed_mentions=NOBODY)
        except discord.HTTPException as error:
            if error.status not in REFUSED:
                raise
            raise BadRequest("Your direct messages are closed to me.") from None
        await interaction.response.send_message(f"It is there: {sent.jump_url}", ephemeral=True)


BUTTONS = (
    Card,
    More,
    Chapters,
    GoTo,
    Preface,
    NoPreface,
    Contents,
    Next,
    Back,
    Skip,
    Later,
    Split,
    Join,
    Write,
    CannotSay,
    Limit,
    Rename,
    GoOn,
    Practise,
    Stop,
    Resume,
    Remove,
    Return,
    ToDirect,
)
