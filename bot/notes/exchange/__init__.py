"""What goes out and comes in: notes as Markdown in a zip, as JSON, and as other programs' exports. No database here."""
