"""The reading method, as transitions between its steps. Pure.

Preface -> for each chapter: scan -> skim (both in the head) -> read it whole -> notes in one's own words with the book
closed -> questions -> the next chapter. A reference book stays with its index after the preface. It follows Adler and
Van Doren's inspectional and analytical reading (How to Read a Book, 1972) and the recall of SQ3R (Robinson, 1946).
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.reading.model import Book, Chapter, Stage, Step

FORWARD = {
    Step.SCAN: Step.SKIM,
    Step.SKIM: Step.READ,
    Step.READ: Step.NOTES,
    Step.NOTES: Step.QUESTIONS,
    Step.QUESTIONS: Step.DONE,
}
BACKWARD = {after: before for before, after in FORWARD.items()}
BY_NEXT = frozenset({Step.SCAN, Step.SKIM, Step.READ, Step.QUESTIONS})
"""What "Next" leaves; notes are left by writing them, or by saying that one cannot yet."""


def after_preface(book: Book) -> Stage:
    if book.reference:
        return Stage.INDEX
    return Stage.CHAPTERS if next_chapter(book.chapters, None) else Stage.FINISHED


def next_chapter(chapters: Sequence[Chapter], current: Chapter | None) -> Chapter | None:
    """The first that is not over behind the current one, else the first of all that is not; None at the end."""
    waiting = [chapter for chapter in chapters if not chapter.step.is_over]
    position = -1 if current is None else current.position
    behind = [chapter for chapter in waiting if chapter.position > position]
    return next(iter(behind or waiting), None)


def previous(book: Book) -> tuple[Chapter, Step] | None:
    """The step before the present one, in the chapter that it belongs to; None at the very beginning."""
    current = book.chapter
    if current is None:
        read = [chapter for chapter in book.chapters if chapter.step is Step.DONE]
        last = max(read, key=lambda chapter: chapter.finished_utc or 0.0, default=None)
        return None if last is None else (last, Step.QUESTIONS)
    if current.step in BACKWARD and not current.step.is_over:
        return current, BACKWARD[current.step]
    before = [chapter for chapter in book.chapters if chapter.position < current.position]
    if not before:
        return None
    reopened = {Step.DONE: Step.QUESTIONS, Step.SKIPPED: Step.SCAN}
    return before[-1], reopened.get(before[-1].step, before[-1].step)


def pages(book: Book, chapter: Chapter) -> tuple[int, int | None] | None:
    """Its first and last page, as far as the contents tell."""
    if chapter.page is None:
        return None
    later = [other.page for other in book.chapters if other.position > chapter.position and other.page is not None]
    last = max(chapter.page, later[0] - 1) if later and later[0] >= chapter.page else None
    return chapter.page, last


def to_reread(book: Book) -> list[Chapter]:
    """Those that could not be said yet and are without notes still."""
    return [chapter for chapter in book.chapters if chapter.again and chapter.note_id is None]
