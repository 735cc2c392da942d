"""Sets of habits to begin with; people choose from them."""

from __future__ import annotations

from typing import Any

from bot.habits.model import DAILY, Form, Measure, Schedule


def _one(
    name: str, emoji: str, area: str, colour: str, schedule: Schedule = DAILY, minutes: float = 0, question: str = ""
) -> dict[str, Any]:
    habit: dict[str, Any] = {"name": name, "emoji": emoji, "area": area, "colour": colour, "schedule": schedule}
    habit["question"] = question
    if minutes:
        habit |= {"measure": Measure.MINUTES, "target": minutes}
    else:
        habit |= {"measure": Measure.YES_NO}
    return habit


def _weekly(number: int) -> Schedule:
    return Schedule(Form.PER_WEEK, number)


MIND_GYM: tuple[dict[str, Any], ...] = (
    _one("Mindfulness", "🧘", "Mind", "blue", minutes=10, question="How long did you sit?"),
    _one("Breathing", "🌬️", "Mind", "teal", Schedule(Form.PER_DAY, 3), question="A few slow breaths?"),
    _one("Visualisation", "🔮", "Mind", "purple", _weekly(5), question="Did you picture it?"),
    _one("Expressive writing", "✍️", "Mind", "purple", _weekly(3), 15, "How long did you write?"),
    _one("CBT thought record", "🧩", "Mind", "blue", _weekly(2), question="Did you look at a thought?"),
    _one("Gratitude", "🌻", "Mind", "sand", question="What was good today?"),
    _one("Flow work", "🌊", "Work", "teal", _weekly(5), 60, "How long were you absorbed?"),
    _one("Reading", "📖", "Creativity", "sand", minutes=20, question="How long did you read?"),
    _one("Music", "🎵", "Creativity", "pink", _weekly(4), 20, "How long did you play or listen?"),
    _one("Dance", "💃", "Creativity", "pink", _weekly(2), 20, "How long did you dance?"),
    _one("Isometrics", "💪", "Body", "green", Schedule(Form.PER_DAY, 3), question="A round of holds?"),
    _one("Barefoot walk", "👣", "Body", "green", _weekly(3), 20, "How long did you walk?"),
    _one("Cold and heat", "🧊", "Body", "teal", _weekly(2), question="Cold or heat today?"),
    _one("Social time", "🫂", "Social", "orange", _weekly(3), question="Did you see somebody?"),
    _one("Early to bed", "🌙", "Rest", "grey", question="In bed in time?"),
)
BASICS: tuple[dict[str, Any], ...] = (
    _one("Walk", "🚶", "Body", "green", minutes=30, question="How long did you walk?"),
    _one("Read", "📖", "Creativity", "sand", minutes=20, question="How long did you read?"),
    _one("Meditate", "🧘", "Mind", "blue", minutes=10, question="How long did you sit?"),
    _one("Journal", "✍️", "Mind", "purple", _weekly(3), question="Did you write?"),
    _one("Exercise", "💪", "Body", "orange", _weekly(3), 30, "How long did you move?"),
    _one("Tidy up", "🧺", "Rest", "teal", _weekly(2), question="A little order?"),
)
SETS = {"mind gym": MIND_GYM, "basics": BASICS}
