"""Models that whoever runs the bot adds and removes while it runs."""
