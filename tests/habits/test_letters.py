"""Names in any script on the charts: drawn where a font has them, said otherwise where none has."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PIL import Image, ImageChops

from bot import letters
from bot.habits import charts
from bot.habits.canvas import PAPER, Canvas
from bot.habits.streaks import Verdict
from bot.letters import OURS, Face

SCRIPTS = ("Reading", "Füße, žluť, Ærø", "Медитация", "Ανάγνωση", "tiếng Việt", "“x” – y… €")


@pytest.fixture
def only_ours(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As on a machine without any font of its own."""
    monkeypatch.setattr(letters, "faces", lambda: (Face(str(OURS)),))
    yield


def ink(words: str) -> int:
    """How many pixels are drawn."""
    canvas = Canvas(100)
    canvas.text(20, 20, words)
    blank = Image.new("RGB", canvas._image.size, PAPER)
    return sum(ImageChops.difference(canvas._image, blank).convert("L").histogram()[30:])


@pytest.mark.usefixtures("only_ours")
@pytest.mark.parametrize("words", SCRIPTS)
def test_latin_greek_and_cyrillic_come_along(words: str) -> None:
    assert letters.printable(words) == words
    assert ink(words) > 40 * len(words)


@pytest.mark.usefixtures("only_ours")
def test_what_no_font_has_is_left_out_and_never_a_box() -> None:
    assert letters.printable("🧘 Yoga 瑜伽") == "Yoga"
    assert letters.printable("瑜伽") == ""
    assert ink("瑜伽") == 0
    assert letters.emoji("🧘", 100) is None


@pytest.mark.usefixtures("only_ours")
def test_a_name_without_letters_here_is_given_as_its_number_and_said_in_the_alt_text() -> None:
    def month(*names: str, before: int = 0) -> charts.Chart:
        return charts.month(date(2026, 11, 1), [(name, [Verdict.KEPT] * 5) for name in names], 1, before)

    assert month("瑜伽", "читать").png == month("Habit 1", "читать").png
    assert month("瑜伽", before=20).png == month("Habit 21").png
    assert "瑜伽 5 days" in month("瑜伽").alt


def test_emoji_are_whole_and_in_colour_where_the_system_has_a_font() -> None:
    if not any(face.picture_size for face in letters.faces()):
        pytest.skip("no emoji font here")
    for emoji in ("🧘", "🌬️", "👨‍👩‍👧", "🏃🏽", "🇩🇪", "3️⃣"):
        assert letters.clusters(emoji) == [emoji]
        picture = letters.emoji(emoji, 120)
        assert picture is not None
        assert abs(picture.height - 120) < 30
        assert len(picture.convert("RGB").getcolors(100_000) or ()) > 20
    assert letters.emoji("Yoga", 120) is None
    assert letters.printable("🧘 Yoga") == "🧘 Yoga"


def test_marks_stay_with_their_letter_and_discords_own_emoji_are_left_out() -> None:
    assert letters.clusters("e\u0301x") == ["e\u0301", "x"]
    assert letters.printable("<:party:123456> dance") == "dance"


def test_a_long_name_is_cut_where_it_would_leave_the_picture() -> None:
    assert letters.fitted("short", 32, 500) == "short"
    cut = letters.fitted("Ж" * 60, 32, 500)
    assert cut.endswith("…")
    assert 450 < letters.length(cut, 32) <= 500
