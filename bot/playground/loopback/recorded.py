"""What left the bot: one record for each REST request, for contract checks and for assertions in walks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple


class RecordedFile(NamedTuple):
    name: str
    size: int  # bytes
    field: str = ""  # the multipart field, as "files[0]"


@dataclass(slots=True)
class RecordedRequest:
    """``path`` is what follows ``/api/v10``; ``status`` is 0 until the answer has been decided."""

    method: str
    path: str
    content_type: str
    body: Any
    files: tuple[RecordedFile, ...]
    time: float  # seconds since the epoch
    query: dict[str, str] = field(default_factory=dict)
    status: int = 0
    response: Any = None
