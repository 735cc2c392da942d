"""What a lived-in Inkling holds, written through the bot's own services."""
