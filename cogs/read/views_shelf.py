"""The buttons and menus of a book's questions, glossary and index."""

from __future__ import annotations

from bot.notes.markup import fold
from bot.reading.model import Question
from cogs.read import render_shelf
from cogs.read.forms import AnswerForm, AskForm, OneLineForm, TermForm
from cogs.read.views import BOOK, BookButton, show, show_book
from cogs.ui import Interaction, RecordSelect

QUESTION = rf"{BOOK}:(?P<question>\d{{1,18}})"
TERM = rf"{BOOK}:(?P<term>.+)"


async def show_questions(interaction: Interaction, book_id: int, *, edit: bool = True) -> None:
    reading = await interaction.client.services.reading.reading(interaction.user.id, book_id)
    await show(interaction, render_shelf.questions(reading), edit=edit)


async def show_question(interaction: Interaction, question: Question) -> None:
    book = await interaction.client.services.reading.find(interaction.user.id, question.book_id)
    where = next((chapter.name for chapter in book.chapters if chapter.id == question.answered_in), "")
    await show(interaction, render_shelf.question(question, where), edit=True)


async def show_glossary(interaction: Interaction, book_id: int) -> None:
    service, owner = interaction.client.services.reading, interaction.user.id
    reading = await service.reading(owner, book_id)
    await show(interaction, render_shelf.glossary(reading, await service.shelf.proposals(owner, book_id)), edit=True)


async def show_index(interaction: Interaction, book_id: int) -> None:
    service, owner = interaction.client.services.reading, interaction.user.id
    reading = await service.reading(owner, book_id)
    await show(interaction, render_shelf.index(reading, await service.shelf.places(owner, book_id)), edit=True)


# ---- questions


class Questions(BookButton, template=rf"read:questions:{BOOK}"):
    async def press(self, interaction: Interaction) -> None:
        await show_questions(interaction, self.book_id)


class Ask(BookButton, template=rf"read:ask:{BOOK}:(?P<chapter>\d{{1,18}})"):
    async def press(self, interaction: Interaction) -> None:
        book = await self.book(interaction)
        chapter_id = int(self.given["chapter"]) or None

        async def done(answer: Interaction) -> None:
            await show_book(answer, book)

        await interaction.response.send_modal(AskForm(book.id, chapter_id, done))


class OneQuestion(RecordSelect, template=rf"read:question:{BOOK}(?::answered)?(?::\d)?"):
    async def choose(self, interaction: Interaction) -> None:
        shelf = interaction.client.services.reading.shelf
        await show_question(interaction, await shelf.question(interaction.user.id, int(self.values[0])))


class QuestionButton(BookButton, template=r"(?!)"):
    """Its ``template`` has a group ``question``."""

    @property
    def question_id(self) -> int:
        return int(self.given["question"])


class Answer(QuestionButton, template=rf"read:answer:{QUESTION}"):
    async def press(self, interaction: Interaction) -> None:
        question = await interaction.client.services.reading.shelf.question(interaction.user.id, self.question_id)
        await interaction.response.send_modal(AnswerForm(question, show_question))


class Tick(QuestionButton, template=rf"read:tick:{QUESTION}"):
    async def press(self, interaction: Interaction) -> None:
        shelf = interaction.client.services.reading.shelf
        await show_question(interaction, await shelf.tick(interaction.user.id, self.question_id))


class Reopen(QuestionButton, template=rf"read:reopen:{QUESTION}"):
    async def press(self, interaction: Interaction) -> None:
        shelf = interaction.client.services.reading.shelf
        await show_question(interaction, await shelf.reopen(interaction.user.id, self.question_id))


class Unask(QuestionButton, template=rf"read:unask:{QUESTION}"):
    async def press(self, interaction: Interaction) -> None:
        shelf = interaction.client.services.reading.shelf
        question = await shelf.remove_question(interaction.user.id, self.question_id)
        back = f"read:unremove:{self.book_id}:{question.id}"
        await show(interaction, render_shelf.removed(self.book_id, question.text, back, "questions"), edit=True)


class BringBack(QuestionButton, template=rf"read:unremove:{QUESTION}"):
    async def press(self, interaction: Interaction) -> None:
        shelf = interaction.client.services.reading.shelf
        await show_question(interaction, await shelf.remove_question(interaction.user.id, self.question_id, False))


# ---- the glossary


class Glossary(BookButton, template=rf"read:glossary:{BOOK}"):
    async def press(self, interaction: Interaction) -> None:
        await show_glossary(interaction, self.book_id)


class Propose(RecordSelect, template=rf"read:propose:{BOOK}"):
    async def choose(self, interaction: Interaction) -> None:
        book = await interaction.client.services.reading.find(interaction.user.id, int(self.given["book"]))
        await show(interaction, render_shelf.proposal(book.id, self.values[0]), edit=True)


class OneTerm(RecordSelect, template=rf"read:term:{BOOK}(?::\d)?"):
    async def choose(self, interaction: Interaction) -> None:
        shelf = interaction.client.services.reading.shelf
        term = await shelf.term(interaction.user.id, int(self.values[0]))
        await show(interaction, render_shelf.term(term), edit=True)


class AddTerm(BookButton, template=rf"read:addterm:{BOOK}"):
    async def press(self, interaction: Interaction) -> None:
        await ask_meaning(interaction, self.book_id, "")


class Mean(BookButton, template=rf"read:mean:{TERM}"):
    async def press(self, interaction: Interaction) -> None:
        await ask_meaning(interaction, self.book_id, self.given["term"])


async def ask_meaning(interaction: Interaction, book_id: int, term: str) -> None:
    """Opens the form of a term, with what it means so far. Raises NotFound for somebody else's book."""
    reading = await interaction.client.services.reading.reading(interaction.user.id, book_id)
    known = next((one.meaning for one in reading.terms if fold(one.term) == fold(term)), "")

    async def done(answer: Interaction) -> None:
        await show_glossary(answer, book_id)

    await interaction.response.send_modal(TermForm(book_id, term, known, done))


class Refuse(BookButton, template=rf"read:refuse:{TERM}"):
    async def press(self, interaction: Interaction) -> None:
        shelf = interaction.client.services.reading.shelf
        term = await shelf.refuse_term(interaction.user.id, self.book_id, self.given["term"])
        back = f"read:want:{self.book_id}:{term.id}"
        await show(interaction, render_shelf.removed(self.book_id, term.term, back, "glossary"), edit=True)


class Want(BookButton, template=rf"read:want:{BOOK}:(?P<number>\d{{1,18}})"):
    async def press(self, interaction: Interaction) -> None:
        await interaction.client.services.reading.shelf.want_term(interaction.user.id, int(self.given["number"]))
        await show_glossary(interaction, self.book_id)


# ---- the index


class Index(BookButton, template=rf"read:index:{BOOK}"):
    async def press(self, interaction: Interaction) -> None:
        await show_index(interaction, self.book_id)


class AddPlace(BookButton, template=rf"read:addplace:{BOOK}"):
    async def press(self, interaction: Interaction) -> None:
        book = await self.book(interaction)

        async def add(answer: Interaction, text: str) -> None:
            await answer.client.services.reading.shelf.add_places(answer.user.id, book.id, text)
            await show_index(answer, book.id)

        hint = "One on each line, like window functions: p. 212"
        await interaction.response.send_modal(OneLineForm("Index", "What is where", hint, "", add, long=True))


class LookUp(BookButton, template=rf"read:lookup:{BOOK}"):
    async def press(self, interaction: Interaction) -> None:
        book = await self.book(interaction)

        async def look(answer: Interaction, words: str) -> None:
            places = await answer.client.services.reading.shelf.look_up(answer.user.id, book.id, words)
            await show(answer, render_shelf.found(book.id, book.title, words, places), edit=True)

        hint = "In your index, the contents and the glossary"
        await interaction.response.send_modal(OneLineForm("Look up", "Words", hint, "", look))


class OnePlace(RecordSelect, template=rf"read:place:{BOOK}(?::\d)?"):
    """Removes an entry."""

    async def choose(self, interaction: Interaction) -> None:
        shelf, owner = interaction.client.services.reading.shelf, interaction.user.id
        book_id, place_id = int(self.given["book"]), int(self.values[0])
        place = next((one for one in await shelf.places(owner, book_id) if one.id == place_id), None)
        await shelf.remove_place(owner, place_id)
        back = f"read:putback:{book_id}:{place_id}"
        view = render_shelf.removed(book_id, place.topic if place else "an entry", back, "index")
        await show(interaction, view, edit=True)


class PutBack(BookButton, template=rf"read:putback:{BOOK}:(?P<number>\d{{1,18}})"):
    async def press(self, interaction: Interaction) -> None:
        shelf = interaction.client.services.reading.shelf
        await shelf.remove_place(interaction.user.id, int(self.given["number"]), False)
        await show_index(interaction, self.book_id)


BUTTONS = (
    Questions,
    Ask,
    OneQuestion,
    Answer,
    Tick,
    Reopen,
    Unask,
    BringBack,
    Glossary,
    Propose,
    OneTerm,
    AddTerm,
    Mean,
    Refuse,
    Want,
    Index,
    AddPlace,
    LookUp,
    OnePlace,
    PutBack,
)
