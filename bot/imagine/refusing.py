"""Prompts that the rules refuse: the operator's everywhere, a server's in that server.

Looked at are the words as they were typed, for they are shown, with every choice in them; and the words that would be
drawn, with what wildcards and styles put in. What is to be avoided (the negative prompt) may be named.
"""

from __future__ import annotations

from bot.address import Origin
from bot.errors import Refused
from bot.gpu.job import Generation
from bot.gpu.weights import plain
from bot.imagine.model import Wish, quoted
from bot.moderation.model import Action, Deed
from bot.moderation.service import Moderation
from bot.rules.model import ServerRules
from bot.rules.wording import found_in

HERE = "The rules of this server refuse {} in prompts. Nothing was queued, and it cost nothing."
EVERYWHERE = "Whoever runs this bot refuses {} in prompts. Nothing was queued, and it cost nothing."


class Refusing:
    def __init__(self, moderation: Moderation, everywhere: tuple[str, ...]) -> None:
        """``everywhere`` are the operator's words and phrases."""
        self._moderation = moderation
        self._everywhere = everywhere

    async def check(self, origin: Origin, wish: Wish, generation: Generation, rules: ServerRules) -> None:
        """Raises Refused, naming the rule; the audit log knows of it, but no word of a private prompt."""
        texts = dict.fromkeys([wish.prompt, *(drawn.prompt for drawn in generation.cells or (generation,))])
        for phrases, said in ((self._everywhere, EVERYWHERE), (rules.refused, HERE)):
            for text in texts:
                if (phrase := found_in(plain(text), phrases)) is None:
                    continue
                detail = "" if wish.private else quoted(phrase)
                await self._moderation.record(
                    Deed(Action.REFUSED, origin.guild_id, subject_id=origin.user_id, detail=detail)
                )
                raise Refused(said.format(quoted(phrase)))
