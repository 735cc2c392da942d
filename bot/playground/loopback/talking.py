"""What a person does with messages: write, read, edit, delete, react, type."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .refusal import LoopbackRefused
from .simcord_adapter import UPLOAD_LIMIT, ApiError
from .sound import IS_VOICE_MESSAGE, Voice, sound_type
from .wire import safe_name
from .world import World

CONTENT_LIMIT = 2000
FILES_A_MESSAGE = 10
FORWARD = 1  # a kind of reference; https://discord.com/developers/docs/resources/message#message-reference-types
File = tuple[str, bytes]


class Talking(World):
    async def send_message(
        self,
        user: int,
        channel: int,
        content: str = "",
        *,
        files: Sequence[File] = (),
        reply_to: int | None = None,
    ) -> dict[str, Any]:
        """Writes into a channel or DM; the message as the sender sees it."""
        self._require(user, channel, "send_messages", *(["attach_files"] if files else []))
        if not content.strip() and not files:
            raise LoopbackRefused("An empty message cannot be sent.")
        if len(content) > CONTENT_LIMIT:
            raise LoopbackRefused(f"Your message is longer than {CONTENT_LIMIT} characters.")
        reference = None
        if reply_to is not None:
            self._visible(user, reply_to)
            reference = {"message_id": str(reply_to), "channel_id": str(channel)}
        attachments = [self._upload(channel, file) for file in self._checked(files)]
        message = self.state.create_message(channel, user, content, attachments=attachments, reference=reference)
        return self.state.message_payload(message, for_user=user)

    async def send_voice(self, user: int, channel: int, file: File, voice: Voice) -> dict[str, Any]:
        """A recording as a voice message; the message as the sender sees it."""
        self._require(user, channel, "send_messages", "attach_files", "send_voice_messages")
        [(name, data)] = self._checked([file])
        kind = sound_type(data[:16])
        if kind is None:
            raise LoopbackRefused(f"{name} is not a recording that can be sent as a voice message.")
        attachment = self._upload(channel, file, kind) | voice.payload()
        message = self.state.create_message(channel, user, "", attachments=[attachment], flags=IS_VOICE_MESSAGE)
        return self.state.message_payload(message, for_user=user)

    async def forward_message(self, user: int, message_id: int, channel: int) -> dict[str, Any]:
        """Sends a copy of a message elsewhere, which says where it came from."""
        self._require(user, channel, "send_messages")
        source = self._visible(user, message_id)
        reference = {"type": FORWARD, "message_id": str(message_id), "channel_id": str(source.channel_id)}
        if source.snapshots:
            raise LoopbackRefused("What was forwarded once is not forwarded again in the playground.")
        try:
            message = self.state.create_message(channel, user, "", reference=reference)
        except ApiError:
            raise LoopbackRefused("This message cannot be forwarded there.") from None
        return self.state.message_payload(message, for_user=user)

    async def edit_message(self, user: int, message_id: int, content: str) -> dict[str, Any]:
        message = self._own(user, message_id)
        if message.flags & IS_VOICE_MESSAGE or message.snapshots:
            raise LoopbackRefused("A voice message or a forward cannot be edited.")
        if not content.strip() and not message.attachments:
            raise LoopbackRefused("A message cannot be left empty. Delete it instead.")
        if len(content) > CONTENT_LIMIT:
            raise LoopbackRefused(f"Your message is longer than {CONTENT_LIMIT} characters.")
        message = self.state.edit_message(message.channel_id, message_id, {"content": content})
        return self.state.message_payload(message, for_user=user)

    async def delete_message(self, user: int, message_id: int) -> None:
        """One's own message, or anyone's with the permission to manage messages."""
        message = self._visible(user, message_id)
        if message.author_id != user and not self.moderates(user, message.channel_id):
            raise LoopbackRefused("Only your own messages can be deleted here.")
        self.state.delete_message(message.channel_id, message_id)

    async def react(self, user: int, message_id: int, emoji: str, *, remove: bool = False) -> None:
        message = self._visible(user, message_id)
        if message.is_ephemeral:
            raise LoopbackRefused("A message that only you can see takes no reactions.")
        self._require(user, message.channel_id, "read_message_history", "add_reactions")
        self.state.set_reaction(message.channel_id, message_id, emoji, user, not remove)

    async def typing(self, user: int, channel: int) -> None:
        self._require(user, channel, "send_messages")
        payload: dict[str, Any] = {"channel_id": str(channel), "user_id": str(user), "timestamp": 0}
        guild = self.state.get_channel(channel).guild_id
        if guild is not None:
            payload["guild_id"] = str(guild)
            payload["member"] = self.state.member_payload(guild, user) | {"user": self.state.user_payload(user)}
        self.state.emit("TYPING_START", payload)

    def history(self, user: int, channel: int, limit: int = 100) -> list[dict[str, Any]]:
        """The newest ``limit`` messages as they came, with this person's own ephemeral ones in place."""
        if not self.may(user, channel, "read_message_history"):
            return []
        hidden = self.dismissed.get(user, set())
        visible = [
            message
            for message in self.state.messages[channel].values()
            if message.visible_to(user) and message.id not in hidden
        ]
        # Not by id: those made before coming back from the future are larger.
        return [self.state.message_payload(message, for_user=user) for message in visible[-limit:]]

    def message(self, message_id: int) -> dict[str, Any]:
        """Any message at all, whoever may see it. Raises KeyError where there is none."""
        message = self.state.find_message(message_id)
        if message is None:
            raise KeyError(message_id)
        return self.state.message_payload(message)

    def dismiss(self, user: int, message_id: int) -> None:
        """Puts an ephemeral message away, for this person's client only."""
        message = self._visible(user, message_id)
        if not message.is_ephemeral:
            raise LoopbackRefused("Only a message that nobody else can see is dismissed.")
        self.dismissed.setdefault(user, set()).add(message_id)
        self._announce(user, "MESSAGE_DELETE", {"id": str(message_id), "channel_id": str(message.channel_id)})

    # ---------------------------------------------------------------- shared

    def _visible(self, user: int, message_id: int) -> Any:
        message = self.state.find_message(message_id)
        gone = message is None or message_id in self.dismissed.get(user, set())
        if gone or not message.visible_to(user) or not self.state.accessible(message.channel_id, user):
            raise LoopbackRefused("There is no such message for you.")
        return message

    def _own(self, user: int, message_id: int) -> Any:
        message = self._visible(user, message_id)
        if message.author_id != user:
            raise LoopbackRefused("Only your own messages can be edited.")
        return message

    def _checked(self, files: Sequence[File]) -> Sequence[File]:
        if len(files) > FILES_A_MESSAGE:
            raise LoopbackRefused(f"At most {FILES_A_MESSAGE} files go into one message.")
        for name, data in files:
            if len(data) > UPLOAD_LIMIT:
                raise LoopbackRefused(f"{name} is too large: the limit is {UPLOAD_LIMIT // 1024 // 1024} MB a file.")
        return files

    def _upload(self, channel: int, file: File, content_type: str | None = None) -> dict[str, Any]:
        name, data = file
        return self.cdn.store_attachment(
            self.state.snowflake(), channel, safe_name(name), data, None, content_type=content_type
        )
