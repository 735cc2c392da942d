"""What made a picture: the settings that AUTOMATIC1111, ComfyUI, InvokeAI, Fooocus and NovelAI write into files."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PIL import Image
from sd_parsers import ParserManager

from bot.gpu.samplers import named
from bot.imagine.model import MAX_GUIDANCE, MAX_PROMPT, MAX_SEED, Wish
from bot.incoming_picture import opened

MAX_STEPS = 1000


@dataclass(frozen=True, slots=True)
class Identified:
    """Empty or None where the file does not say. ``program`` wrote it."""

    program: str
    prompt: str
    negative: str = ""
    sampler: str = ""
    model: str = ""
    steps: int | None = None
    guidance: float | None = None
    seed: int | None = None

    def wish(self, models: Mapping[str, str], samplers: Sequence[str] = ()) -> Wish:
        """The same as a wish, as far as it can be one here; ``models`` are names by what people may call them, and
        ``samplers`` those that there are."""
        return Wish(
            prompt=" ".join(self.prompt.split())[:MAX_PROMPT],
            negative=" ".join(self.negative.split())[:MAX_PROMPT],
            steps=self.steps,
            guidance=self.guidance,
            seed=self.seed,
            model=models.get(self.model.casefold()),
            sampler=sampler if (sampler := named(self.sampler)) in samplers else None,
        )


Place = tuple[int, int, int]
"""Who looked, a message's id, and the picture's number in it."""
KEPT = 200


class Known:
    """What the latest pictures said of themselves: a form has to open at once. Read once more after a restart."""

    def __init__(self) -> None:
        self._found: OrderedDict[Place, Identified | None] = OrderedDict()

    def put(self, place: Place, found: Identified | None) -> None:
        self._found[place] = found
        while len(self._found) > KEPT:
            self._found.popitem(last=False)

    def forget(self) -> None:
        self._found.clear()

    def __contains__(self, place: Place) -> bool:
        return place in self._found

    def get(self, place: Place) -> Identified | None:
        return self._found.get(place)


class Identifier:
    """Not for two threads at once."""

    def __init__(self) -> None:
        self._parsers = ParserManager()
        self._last: Image.Image | None = None

    def settings(self, content: bytes) -> Identified | None:
        """None when the file tells nothing. Raises BadRequest for what is no picture that may be looked into."""
        with opened(content) as image:
            try:
                found = self._parsers.parse(image)
                return _identified(found) if found is not None else None
            except Exception:  # strangers' metadata: whatever is wrong in it, there is nothing to be read
                return None
            finally:
                # The parsers remember a picture by its id(): while this one lives no other can be taken for it.
                self._last = image


def is_marked(content: bytes) -> bool:
    """Whether a picture carries the invisible watermark. Decodes it: call it in a thread. False for what is no picture
    that may be looked into, or is cut off."""
    from bot.watermark import codec  # numpy: not before somebody asks

    try:
        with opened(content) as image:
            return codec.is_marked(image)
    except Exception:  # decoders raise whatever they like about damaged files
        return False


def _identified(found: Any) -> Identified | None:
    prompt, negative = str(found.full_prompt or ""), str(found.full_negative_prompt or "")
    samplers = list(found.samplers)
    if not prompt.strip() and not samplers:
        return None
    first = samplers[0] if samplers else None
    numbers: Mapping[str, Any] = first.parameters if first is not None else {}
    model = next((str(m.name) for m in found.models if m.name), "")
    return Identified(
        program=str(getattr(found.generator, "value", found.generator)),
        prompt=prompt,
        negative=negative,
        sampler=str(first.name) if first is not None and first.name else "",
        model=model,
        steps=_whole(numbers.get("steps"), 1, MAX_STEPS),
        guidance=_number(numbers.get("cfg_scale"), 0, MAX_GUIDANCE),
        seed=_whole(numbers.get("seed"), 0, MAX_SEED),
    )


def _number(value: Any, low: float, high: float) -> float | None:
    try:
        number = float(value)
    except (TypeError, ValueError, OverflowError):
        return None
    return number if low <= number <= high else None


def _whole(value: Any, low: int, high: int) -> int | None:
    try:
        number = int(str(value))
    except ValueError:
        return None
    return number if low <= number <= high else None
