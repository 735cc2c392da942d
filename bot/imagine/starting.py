"""What a wish starts from: a picture that somebody brought."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace

from bot.imagine.identify import Identified, Identifier, Known, is_marked
from bot.imagine.model import Start, Wish
from bot.imagine.picture_files import Holding
from bot.incoming_picture import IncomingPicture, read_picture, with_mask, with_other

PAINTED_IN = "Its transparent part was painted; give a strength to change the whole picture instead."


@dataclass(frozen=True, slots=True)
class Asked:
    """A wish, and the picture to keep with it where it starts from one that is not kept yet."""

    wish: Wish
    brought: IncomingPicture | None = None


class Reading:
    """Of pictures that people bring: one at a time, for each may take much memory."""

    def __init__(self) -> None:
        self._turn = asyncio.Lock()
        self._identifier = Identifier()
        self.known = Known()

    async def settings(self, content: bytes) -> Identified | None:
        """What made a picture, if its file says so. Raises BadRequest for what is no picture."""
        async with self._turn:
            return await asyncio.to_thread(self._identifier.settings, content)

    async def is_marked(self, content: bytes) -> bool:
        """Whether a picture carries the invisible watermark. False for what cannot be read."""
        async with self._turn:
            return await asyncio.to_thread(is_marked, content)

    async def picture(self, content: bytes, mask: bytes | None = None, other: bytes | None = None) -> IncomingPicture:
        """The picture, with what a second one shows of it as the part to paint, or one to blend it with.

        Raises BadRequest.
        """
        async with self._turn:
            picture = await asyncio.to_thread(read_picture, content)
            if mask is not None:
                return await asyncio.to_thread(lambda: with_mask(picture, read_picture(mask)))
            if other is not None:
                return await asyncio.to_thread(lambda: with_other(picture, read_picture(other)))
            return picture


async def with_picture(wish: Wish, brought: IncomingPicture, holding: Holding) -> Wish:
    """The wish from this picture, whose files are kept. Raises OSError when the disk is full.

    A transparent part is what is painted anew, as DALL·E's users know it, unless a strength says that the whole
    picture is meant.
    """
    shown, notes = brought.mask, brought.notes
    if shown is None and brought.clear is not None and wish.strength is None and not (brought.other or wish.look):
        shown, notes = brought.clear, (*notes, PAINTED_IN)
    image = await holding.keep(brought.png)
    mask = await holding.keep(shown) if shown is not None else None
    other = await holding.keep(brought.other) if brought.other is not None else None
    return replace(wish, start=Start(image, brought.width, brought.height, mask, notes, other))
