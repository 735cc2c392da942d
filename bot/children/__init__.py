"""The bot's child processes: how each is started, listened to and ended, and the frames that are spoken with it."""
