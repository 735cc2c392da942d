"""A Discord on 127.0.0.1 that an unmodified discord.py client logs in to, and the people in it as Python methods.

Built on simcord's in-memory backend. State lives in memory only: every start is a fresh world.
"""

from .loopback import Loopback
from .recorded import RecordedFile, RecordedRequest
from .refusal import LoopbackRefused
from .sound import Voice

__all__ = ["Loopback", "LoopbackRefused", "RecordedFile", "RecordedRequest", "Voice"]
