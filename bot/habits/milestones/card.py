"""A milestone's card as a PNG file, alone or with a picture on it. Pure: values in, bytes out."""

from __future__ import annotations

import io

from PIL import Image

from bot import letters
from bot.habits.canvas import FAINT, INK, MARGIN, PAPER, SMALL, WIDTH, Canvas, mixed
from bot.habits.charts import Chart
from bot.habits.milestones import words
from bot.habits.milestones.model import Milestone
from bot.habits.model import Habit, colour_value

SIDE = 480
HEIGHT = SIDE + 2 * MARGIN
NAME = "milestone.png"


def card(habit: Habit, one: Milestone) -> Chart:
    """The habit's emoji, or its first letter, on a sheet of its colour; beside it the count, the name, the days."""
    canvas = Canvas(HEIGHT)
    colour = colour_value(habit.colour)
    canvas.box(MARGIN, MARGIN, SIDE, SIDE, mixed(colour, 0.15), radius=28)
    centre = MARGIN + SIDE / 2
    title = habit.title
    if (picture := letters.emoji(habit.emoji, 560)) is not None:
        height = 280.0
        width = height * picture.width / picture.height
        canvas.paste(picture, centre - width / 2, centre - height / 2, width, height)
        title = habit.name
    else:
        initial = next((letter for letter in letters.printable(habit.name) if letter.isalnum()), "")
        canvas.dot(centre, centre, 150, mixed(colour, 0.85))
        canvas.text(centre, centre, initial.upper() or str(one.count), 150, PAPER, "mm")
    _words(canvas, title, one, colour)
    return Chart(NAME, canvas.png(), words.alt(habit, one))


def with_picture(habit: Habit, one: Milestone, picture_png: bytes, prompt: str) -> Chart:
    """The same card with a picture in place of the emoji, cut to a square. In full colour.

    Raises OSError for what is no picture.
    """
    with Image.open(io.BytesIO(picture_png)) as opened:
        picture = opened.convert("RGB")
    side = min(picture.size)
    left, top = (picture.width - side) // 2, (picture.height - side) // 2
    canvas = Canvas(HEIGHT)
    canvas.paste(picture.crop((left, top, left + side, top + side)), MARGIN, MARGIN, SIDE, SIDE, radius=28)
    colour = colour_value(habit.colour)
    _words(canvas, habit.title, one, colour)
    return Chart(NAME, canvas.png(colours=None), words.alt(habit, one, prompt))


def _words(canvas: Canvas, title: str, one: Milestone, colour: int) -> None:
    left = MARGIN * 2.0 + SIDE
    room = WIDTH - MARGIN - left
    number, _, unit = one.span.partition(" ")
    canvas.text(left, MARGIN + 176, number, 190, mixed(colour, 1), "ls")
    canvas.text(left, MARGIN + 236, f"{unit} in a row", 44, INK, "ls")
    canvas.box(left, MARGIN + 274, 96, 8, mixed(colour, 0.85), radius=4)
    canvas.text(left, MARGIN + 356, canvas.fitted(title, room, 44), 44, INK, "ls")
    canvas.text(left, MARGIN + 410, canvas.fitted(words.period(one), room, SMALL), SMALL, FAINT, "ls")
