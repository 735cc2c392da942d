"""Every exception that Inkling raises on purpose: the whole tree in one file.

``UserError`` texts are shown to the person as written, privately. Anything else becomes a short reference that the
log carries too (see ``bot.client``).
"""

from __future__ import annotations


class InklingError(Exception):
    """Base of everything below."""


class UserError(InklingError):
    """Something a person can put right. The message is a calm, whole sentence and is shown to them as it is."""


class BadRequest(UserError):
    """An option is outside its limits."""


class Unclear(BadRequest):
    """Words that could mean two things. ``choices`` are ways to say it that mean one, for buttons."""

    def __init__(self, message: str, choices: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.choices = choices


class NotAllowed(UserError):
    """The person may not do this here."""


class NotFound(UserError):
    """The thing a button or command points to is gone, or is somebody else's."""


class Refused(UserError):
    """The rules of a server, or of whoever runs the bot, refuse what was asked for."""


class OverLimit(UserError):
    """A quota or a queue limit is reached."""


class StorageError(UserError):
    """The database cannot be written: locked by another program, full, or refused by the disk. Nothing was changed.

    ``is_full`` says that there is no room left.
    """

    def __init__(self, message: str, *, is_full: bool = False) -> None:
        super().__init__(message)
        self.is_full = is_full


class FileTooLarge(InklingError):
    """More arrived than the limit, in bytes, that it carries."""

    def __init__(self, limit_bytes: int) -> None:
        super().__init__(f"more than {limit_bytes} bytes")
        self.limit_bytes = limit_bytes


class FileGone(InklingError):
    """A file that should be fetched is not there any more; trying again would not help."""


class SettingsError(InklingError):
    """A setting is unknown or cannot be read. The message names the key and how to mend it."""


class DataFolderInUse(InklingError):
    """Another bot holds the lock on this data folder."""


class DatabaseTooNew(InklingError):
    """The database was written by a newer Inkling."""


class EngineError(InklingError):
    """Something went wrong in or with the engine process."""


class EngineDied(EngineError):
    """The engine process ended (crash, kill, out of memory) while it held this job; the job may run again."""


class HelperError(InklingError):
    """The media helper is absent, ended, or could not do what it was asked."""


class HelperAway(HelperError):
    """The media helper is not running, and is not started just now: nothing was asked of it."""


class HelperLacks(HelperError):
    """The media helper cannot load what it needs for this kind of request."""


class HelperRefused(HelperError):
    """The media helper answered that it cannot do this one thing; asking again would not help."""


class ChannelError(EngineError):
    """A frame on the channel between the bot and a child breaks the format or a limit."""


class JobFailed(EngineError):
    """The engine refused or failed this one job; running it again would not help.

    ``code`` is a short word for the log and for tests; the message may be shown to the person.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


class ModelUnusable(InklingError):
    """A model folder or file cannot be used. The message says why."""


class FetchError(InklingError):
    """A model cannot be fetched. The message says what to do. ``again``: it may go well another time."""

    def __init__(self, message: str, *, again: bool = False) -> None:
        super().__init__(message)
        self.again = again
