"""The page's JSON interface: each route is one thing a person does in a Discord client.

Ids are text, for JavaScript's numbers are too short for them. ``?as=`` says who acts (default: the owner). What
the person's own client would refuse is answered with ``{"refused": sentence}`` and 200: a 4xx would be an error on the
browser's console, and being told no is none.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from aiohttp import web

from .console import Console
from .known import world
from .loopback import LoopbackRefused, Voice
from .media import localise

if TYPE_CHECKING:
    from .loopback import Loopback

UPLOAD_LIMIT = 110 * 1024 * 1024  # ten files of 10 MiB and their wrapping, in bytes
EMOJI_LIMIT = 16  # code points: families joined from several are long
HISTORY = 1000  # messages; drawn only where they are seen


class Api:
    """Handlers over one loopback Discord; whoever is in its server may be acted as."""

    def __init__(self, loopback: Loopback, console: Console, bot_name: str) -> None:
        self.loopback, self.console, self.bot_name = loopback, console, bot_name
        self.media_origin = loopback.api_base.split("/api", 1)[0]
        self.samples_of: Callable[[int], list[str]] = lambda person: []  # which kinds this person has loaded

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get("/api/state", self.state),
            web.get("/api/channels/{channel}/messages", self.history),
            web.get("/api/channels/{channel}/commands", self.commands),
            web.post("/api/channels/{channel}/messages", self.send),
            web.post("/api/channels/{channel}/voice", self.voice),
            web.post("/api/channels/{channel}/typing", self.typing),
            web.post("/api/channels/{channel}/slash", self.slash),
            web.post("/api/channels/{channel}/autocomplete", self.autocomplete),
            web.post("/api/messages/{message}/press", self.press),
            web.post("/api/messages/{message}/select", self.select),
            web.post("/api/messages/{message}/dismiss", self.dismiss),
            web.post("/api/messages/{message}/react", self.react),
            web.post("/api/messages/{message}/edit", self.edit),
            web.post("/api/messages/{message}/delete", self.delete),
            web.post("/api/messages/{message}/menu", self.menu),
            web.post("/api/messages/{message}/forward", self.forward),
            web.post("/api/modals/{modal}", self.submit_modal),
        ]

    def actor(self, request: web.Request) -> int:
        text = request.query.get("as", str(self.loopback.owner))
        if not text.isdecimal() or not self.loopback.is_person(int(text)):
            raise web.HTTPNotFound(text="Nobody here has this id.")
        return int(text)

    def channel(self, request: web.Request) -> int:
        """The channel in the path, which this person must be able to see."""
        channel = _id(request, "channel")
        if not self.loopback.may(self.actor(request), channel):
            raise web.HTTPNotFound(text="There is no such channel for you.")
        return channel

    def answer(self, payload: Any) -> web.Response:
        return web.json_response(localise(payload, self.media_origin))

    async def state(self, request: web.Request) -> web.Response:
        known = world(self.loopback, self.actor(request), self.bot_name)
        known["offset"] = self.loopback.ahead
        known["samples"] = self.samples_of(self.actor(request))
        return self.answer(known | {"status": self.console.payload(), "log": list(self.console.lines)})

    async def history(self, request: web.Request) -> web.Response:
        return self.answer(self.loopback.history(self.actor(request), self.channel(request), limit=HISTORY))

    async def commands(self, request: web.Request) -> web.Response:
        return self.answer(self.loopback.commands(self.actor(request), self.channel(request)))

    async def send(self, request: web.Request) -> web.Response:
        body, files = await read_body(request)
        reply_to = body.get("reply_to")
        message = await self.loopback.send_message(
            self.actor(request),
            self.channel(request),
            _text(body, "content"),
            files=[file for _, file in files],
            reply_to=int(reply_to) if reply_to else None,
        )
        return self.answer(message)

    async def voice(self, request: web.Request) -> web.Response:
        body, files = await read_body(request)
        voice = Voice.read(body)
        if voice is None or len(files) != 1:
            raise web.HTTPBadRequest(text="A recording, its length and its waveform are expected.")
        return self.answer(
            await self.loopback.send_voice(self.actor(request), self.channel(request), files[0][1], voice)
        )

    async def typing(self, request: web.Request) -> web.Response:
        await self.loopback.typing(self.actor(request), self.channel(request))
        return self.answer({})

    async def forward(self, request: web.Request) -> web.Response:
        body, _ = await read_body(request)
        me, target = self.actor(request), _text(body, "channel")
        if not target.isdecimal() or not self.loopback.may(me, int(target)):
            raise web.HTTPNotFound(text="There is no such channel for you.")
        return self.answer(await self.loopback.forward_message(me, _id(request, "message"), int(target)))

    async def slash(self, request: web.Request) -> web.Response:
        body, files = await read_body(request)
        interaction = await self.loopback.slash(
            self.actor(request),
            self.channel(request),
            _text(body, "path"),
            _options(body),
            files={name.removeprefix("option:"): file for name, file in files} or None,
        )
        return self.answer({"interaction": str(interaction)})

    async def autocomplete(self, request: web.Request) -> web.Response:
        body, _ = await read_body(request)
        choices = await self.loopback.autocomplete(
            self.actor(request), self.channel(request), _text(body, "path"), _options(body), _text(body, "focused")
        )
        return self.answer(choices)

    async def press(self, request: web.Request) -> web.Response:
        body, _ = await read_body(request)
        interaction = await self.loopback.press(self.actor(request), _id(request, "message"), _text(body, "custom_id"))
        return self.answer({"interaction": str(interaction)})

    async def select(self, request: web.Request) -> web.Response:
        body, _ = await read_body(request)
        values = [str(value) for value in body.get("values", [])]
        interaction = await self.loopback.select(
            self.actor(request), _id(request, "message"), _text(body, "custom_id"), values
        )
        return self.answer({"interaction": str(interaction)})

    async def dismiss(self, request: web.Request) -> web.Response:
        self.loopback.dismiss(self.actor(request), _id(request, "message"))
        return self.answer({})

    async def react(self, request: web.Request) -> web.Response:
        body, _ = await read_body(request)
        emoji = _text(body, "emoji")
        if not emoji or emoji.isascii() or len(emoji) > EMOJI_LIMIT:
            raise LoopbackRefused("That is not an emoji.")
        remove = body.get("remove") is True
        await self.loopback.react(self.actor(request), _id(request, "message"), emoji, remove=remove)
        return self.answer({})

    async def edit(self, request: web.Request) -> web.Response:
        body, _ = await read_body(request)
        message = _id(request, "message")
        return self.answer(await self.loopback.edit_message(self.actor(request), message, _text(body, "content")))

    async def delete(self, request: web.Request) -> web.Response:
        await self.loopback.delete_message(self.actor(request), _id(request, "message"))
        return self.answer({})

    async def menu(self, request: web.Request) -> web.Response:
        body, _ = await read_body(request)
        message = _id(request, "message")
        interaction = await self.loopback.context_menu(self.actor(request), message, _text(body, "name"))
        return self.answer({"interaction": str(interaction)})

    async def submit_modal(self, request: web.Request) -> web.Response:
        body, files = await read_body(request)
        values = body.get("values")
        if not isinstance(values, dict):
            raise web.HTTPBadRequest(text="values: an object is expected.")
        for name, file in files:
            field = name.removeprefix("field:")
            values[field] = [*values.get(field, []), file]
        interaction = await self.loopback.submit_modal(self.actor(request), _id(request, "modal"), values)
        return self.answer({"interaction": str(interaction)})


@web.middleware
async def speak_plainly(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    """Errors of the interface as JSON with one sentence, so that the page can show it."""
    if not request.path.startswith("/api/"):
        return await handler(request)
    try:
        return await handler(request)
    except LoopbackRefused as error:
        return web.json_response({"refused": str(error)})
    except TimeoutError:
        return web.json_response({"refused": "Inkling did not answer in time."})
    except web.HTTPException as error:
        if error.status < 400:
            raise
        return web.json_response({"message": error.text or error.reason}, status=error.status)


def _id(request: web.Request, name: str) -> int:
    text = request.match_info[name]
    if not text.isdecimal():
        raise web.HTTPNotFound(text="This id cannot be read.")
    return int(text)


def _text(body: dict[str, Any], key: str) -> str:
    value = body.get(key, "")
    if not isinstance(value, str):
        raise web.HTTPBadRequest(text=f"{key}: text is expected.")
    return value


def _options(body: dict[str, Any]) -> dict[str, Any]:
    options = body.get("options", {})
    if not isinstance(options, dict):
        raise web.HTTPBadRequest(text="options: an object is expected.")
    return options


async def read_body(request: web.Request) -> tuple[dict[str, Any], list[tuple[str, tuple[str, bytes]]]]:
    """The JSON body and the files (part name, (file name, bytes)); with files the JSON is the part "payload"."""
    files: list[tuple[str, tuple[str, bytes]]] = []
    try:
        if request.content_type == "multipart/form-data":
            form = await request.post()
            body = json.loads(str(form.get("payload", "{}")))
            for name, part in form.items():
                if isinstance(part, web.FileField):
                    files.append((name, (part.filename, part.file.read())))
        else:
            body = await request.json()
    except (json.JSONDecodeError, UnicodeDecodeError):
        raise web.HTTPBadRequest(text="The request cannot be read.") from None
    if not isinstance(body, dict):
        raise web.HTTPBadRequest(text="An object is expected.")
    return body, files
