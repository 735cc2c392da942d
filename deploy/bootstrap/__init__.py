"""Sets Inkling up in ``.venv`` and starts it. Standard library only: nothing else is installed yet when it runs."""
