"""The forms of reading. Only the steps that are meant to be written have one."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import discord
from discord import ui

from bot.errors import BadRequest, UserError
from bot.reading.limits import EXAMPLES
from bot.reading.model import MAX_ANSWER, MAX_MEANING, MAX_PREFACE, MAX_TERM, MAX_TITLE, Book, Chapter, Question
from cogs.remind.views import propose
from cogs.ui import Form, Interaction

MAX_FORM = 4000
MAX_FILE_BYTES = 300_000
LONG = discord.TextStyle.paragraph
READ, REFERENCE = "read", "reference"

Done = Callable[..., Awaitable[None]]
"""Shows the book as it is then."""


async def pasted(text: str, files: list[discord.Attachment]) -> str:
    """What was pasted, and the text files behind it. Raises BadRequest for what is no text."""
    parts = [text.strip()]
    for file in files:
        if file.size > MAX_FILE_BYTES:
            raise BadRequest(f"That file is larger than {MAX_FILE_BYTES // 1000} kB, so it is no table of contents.")
        try:
            parts.append((await file.read()).decode("utf-8-sig"))
        except UnicodeDecodeError:
            raise BadRequest("That file is no plain text. Save it as .txt, or paste it.") from None
    return "\n".join(part for part in parts if part)


class StartForm(Form, title="Begin a book"):
    def __init__(self, title: str, done: Done) -> None:
        super().__init__()
        self._done = done
        self.name: ui.TextInput[Form] = ui.TextInput(default=title or None, max_length=MAX_TITLE)
        self.contents: ui.TextInput[Form] = ui.TextInput(style=LONG, required=False, max_length=MAX_FORM)
        self.file: ui.FileUpload[Form] = ui.FileUpload(required=False, max_values=1)
        self.kind: ui.Select[Form] = ui.Select(
            options=[
                discord.SelectOption(label="I read it through", value=READ, default=True),
                discord.SelectOption(label="A reference book, to look things up", value=REFERENCE),
            ]
        )
        self.limit: ui.TextInput[Form] = ui.TextInput(required=False, max_length=40)
        hint = "As it is printed: numbers, indents and pages are understood"
        self.add_item(ui.Label(text="Title", component=self.name))
        self.add_item(ui.Label(text="Table of contents", description=hint, component=self.contents))
        self.add_item(ui.Label(text="Or as a text file", component=self.file))
        self.add_item(ui.Label(text="What kind of book", component=self.kind))
        hint = "3 chapters, 1 a day, chapter 7 or 2026-12-31; empty for none"
        self.add_item(ui.Label(text="When to stop", description=hint, component=self.limit))

    async def submit(self, interaction: Interaction) -> None:
        reading, owner = interaction.client.services.reading, interaction.user.id
        said = []
        try:
            contents = await pasted(self.contents.value, self.file.values)
        except UserError as error:  # what was typed must not be lost for a file
            contents = self.contents.value
            said.append(str(error))
        reference = self.kind.values == [REFERENCE]
        book = await reading.start(owner, self.name.value, contents, reference=reference)
        if self.limit.value.strip():
            try:
                book = await reading.set_limit(owner, book.id, self.limit.value)
            except UserError as error:
                said.append(f"{error} It can be set under More.")
        await self._done(interaction, book, said)


class ContentsForm(Form, title="Table of contents"):
    """Anew while nothing was read; afterwards what is written here comes behind."""

    def __init__(self, book: Book, contents: str, done: Done, *, more: bool) -> None:
        super().__init__()
        self._book, self._done, self._more = book, done, more
        shown = None if more else contents or None
        self.contents: ui.TextInput[Form] = ui.TextInput(style=LONG, default=shown, required=False, max_length=MAX_FORM)
        self.file: ui.FileUpload[Form] = ui.FileUpload(required=False, max_values=1)
        hint = "These chapters come behind those that there are" if more else "It is read anew"
        self.add_item(ui.Label(text="Contents", description=hint, component=self.contents))
        self.add_item(ui.Label(text="Or as a text file", component=self.file))

    async def submit(self, interaction: Interaction) -> None:
        reading, text = interaction.client.services.reading, await pasted(self.contents.value, self.file.values)
        book = await reading.set_contents(interaction.user.id, self._book.id, text, more=self._more)
        await self._done(interaction, book)


class PrefaceForm(Form, title="The preface"):
    def __init__(self, book: Book, done: Done) -> None:
        super().__init__()
        self._book, self._done = book, done
        self.who, self.about, self.how = (_long(text, MAX_PREFACE) for text in (book.who, book.about, book.how))
        self.add_item(ui.Label(text="Who should read it", component=self.who))
        self.add_item(ui.Label(text="What each chapter discusses", component=self.about))
        self.add_item(ui.Label(text="How to read it", component=self.how))

    async def submit(self, interaction: Interaction) -> None:
        reading = interaction.client.services.reading
        book = await reading.preface(
            interaction.user.id, self._book.id, self.who.value, self.about.value, self.how.value
        )
        await self._done(interaction, book)


class NotesForm(Form, title="With the book closed"):
    """The chapter in one's own words, and the questions that it leaves."""

    def __init__(self, book: Book, chapter: Chapter, done: Done) -> None:
        super().__init__()
        self._book, self._chapter, self._done = book, chapter, done
        self.words: ui.TextInput[Form] = ui.TextInput(style=LONG, max_length=MAX_FORM)
        self.questions = _long("", 1500)
        hint = "What stays of it; it becomes a note of your notebook"
        self.add_item(ui.Label(text="In your own words", description=hint, component=self.words))
        self.add_item(ui.Label(text="Questions, if any", description="One on each line", component=self.questions))

    async def submit(self, interaction: Interaction) -> None:
        reading, owner = interaction.client.services.reading, interaction.user.id
        book = await reading.steps.write_notes(
            owner, self._book.id, self._chapter.id, self.words.value, key=interaction.id
        )
        if self.questions.value.strip():
            await reading.shelf.ask(owner, book.id, self._chapter.id, self.questions.value)
        await self._done(interaction, book)


class SplitForm(Form, title="Split the chapter"):
    def __init__(self, book: Book, chapter: Chapter, done: Done) -> None:
        super().__init__()
        self._book, self._chapter, self._done = book, chapter, done
        named = (f"{h.title}{f', p. {h.page}' if h.page is not None else ''}" for h in chapter.headings)
        self.parts: ui.TextInput[Form] = ui.TextInput(
            style=LONG, default="\n".join(named)[:MAX_FORM] or None, max_length=MAX_FORM
        )
        hint = "One on each line; each is then read by itself"
        self.add_item(ui.Label(text="Parts", description=hint, component=self.parts))

    async def submit(self, interaction: Interaction) -> None:
        steps = interaction.client.services.reading.steps
        book = await steps.split(interaction.user.id, self._book.id, self._chapter.id, self.parts.value)
        await self._done(interaction, book)


class AskForm(Form, title="Questions"):
    def __init__(self, book_id: int, chapter_id: int | None, done: Done) -> None:
        super().__init__()
        self._book_id, self._chapter_id, self._done = book_id, chapter_id, done
        self.questions: ui.TextInput[Form] = ui.TextInput(style=LONG, max_length=MAX_FORM)
        self.add_item(ui.Label(text="Questions", description="One on each line", component=self.questions))

    async def submit(self, interaction: Interaction) -> None:
        shelf = interaction.client.services.reading.shelf
        await shelf.ask(interaction.user.id, self._book_id, self._chapter_id, self.questions.value)
        await self._done(interaction)


class AnswerForm(Form, title="Answer"):
    def __init__(self, question: Question, done: Done) -> None:
        super().__init__()
        self._question, self._done = question, done
        self.answer: ui.TextInput[Form] = ui.TextInput(
            style=LONG, default=question.answer or None, max_length=MAX_ANSWER
        )
        self.add_item(ui.TextDisplay(discord.utils.escape_markdown(question.text)))
        self.add_item(ui.Label(text="In your own words", component=self.answer))

    async def submit(self, interaction: Interaction) -> None:
        shelf = interaction.client.services.reading.shelf
        await self._done(interaction, await shelf.answer(interaction.user.id, self._question.id, self.answer.value))


class TermForm(Form, title="A term"):
    def __init__(self, book_id: int, term: str, meaning: str, done: Done) -> None:
        super().__init__()
        self._book_id, self._done = book_id, done
        self.term: ui.TextInput[Form] = ui.TextInput(default=term or None, max_length=MAX_TERM)
        self.meaning: ui.TextInput[Form] = ui.TextInput(style=LONG, default=meaning or None, max_length=MAX_MEANING)
        self.add_item(ui.Label(text="Term", component=self.term))
        self.add_item(ui.Label(text="Meaning, in your own words", component=self.meaning))

    async def submit(self, interaction: Interaction) -> None:
        shelf = interaction.client.services.reading.shelf
        await shelf.keep_term(interaction.user.id, self._book_id, self.term.value, self.meaning.value)
        await self._done(interaction)


class OneLineForm(Form, title="Reading"):
    """One field; ``done`` is given its text."""

    def __init__(
        self, title: str, label: str, hint: str, default: str, done: Done, *, long: bool = False, most: int = 100
    ) -> None:
        super().__init__()
        self.title = title
        self._done = done
        style = LONG if long else discord.TextStyle.short
        most = MAX_FORM if long else most
        self.text: ui.TextInput[Form] = ui.TextInput(
            style=style, default=default or None, required=False, max_length=most
        )
        self.add_item(ui.Label(text=label, description=hint, component=self.text))

    async def submit(self, interaction: Interaction) -> None:
        await self._done(interaction, self.text.value)


class PractiseForm(Form, title="Practise"):
    """What to try out, and when to be reminded of it."""

    def __init__(self, book: Book) -> None:
        super().__init__()
        self._book = book
        self.what: ui.TextInput[Form] = ui.TextInput(max_length=300)
        self.when: ui.TextInput[Form] = ui.TextInput(default="tomorrow 18:00", max_length=100)
        hint = "One small thing from what you have read"
        self.add_item(ui.Label(text="What will you try?", description=hint, component=self.what))
        self.add_item(ui.Label(text="When shall I remind you?", component=self.when))

    async def submit(self, interaction: Interaction) -> None:
        text = f"Practise: {self.what.value.strip()} ({self._book.title})"[:480]
        await propose(interaction, text, self.when.value)


def limit_hint() -> str:
    return EXAMPLES.replace("`", "")


def _long(text: str, most: int) -> ui.TextInput[Form]:
    return ui.TextInput(style=LONG, default=text or None, required=False, max_length=most)
