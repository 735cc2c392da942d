"""What people see of Inkling. Each cog parses, asks a service, and renders the answer."""

EXTENSIONS = (
    "cogs.imagine",
    "cogs.queue",
    "cogs.admin",
    "cogs.operator",
    "cogs.help",
    "cogs.notes",
    "cogs.settings",
    "cogs.privacy",
    "cogs.remind",
    "cogs.habits",
    "cogs.read",
    "cogs.review",
    "cogs.summaries",
)
