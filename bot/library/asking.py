"""One order to a process that fetches, and its answer."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping
from typing import Any

from bot.children.child import Child
from bot.errors import ChannelError
from bot.settings import Settings

log = logging.getLogger(__name__)

FETCHER = "bot.library.fetcher"
LOOK_SECONDS = 120.0


async def asked(
    order: Mapping[str, Any], settings: Settings, hear: Callable[[int], None] | None = None
) -> dict[str, Any]:
    """The frame that ends the order; ``hear`` is told how many bytes are there. When this is cancelled the process
    ends; one that died counts as a lost network. Raises OSError when none can be started."""
    here = {"models_dir": str(settings.models_dir.resolve()), "device": settings.device, "token": settings.hf_token}
    child = await Child.start(FETCHER, "fetch")
    try:
        child.channel.send({**order, **here})
        async with asyncio.timeout(LOOK_SECONDS if order["type"] == "look" else None):
            while (frame := await child.channel.receive()) is not None:
                if frame.kind != "progress":
                    return dict(frame.header)
                if hear is not None:
                    hear(int(frame.header["done"]))
    except (ChannelError, TimeoutError) as error:
        log.warning("the process that fetches failed: %s", error or type(error).__name__)
    finally:
        child.kill()
        await child.end()
    return {"type": "failed", "message": "It was interrupted; what had arrived stays.", "again": True}
