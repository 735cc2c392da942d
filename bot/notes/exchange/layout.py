"""Where things lie in our zips of Markdown."""

from __future__ import annotations

OURS = ".inkling"
BESIDE = "beside.json"
"""What hangs on the notes: books, review cards, summaries."""
FILES, BOOKS = "files", "Books"
TRASH = ".trash"
"""Obsidian's own name for it."""
READABLE = "inkling"
"""The key in a page's front matter that says that it is only to be read, and of what it tells."""
UNREAD = "The page of a book is only to be read: what was changed in it was not taken"
