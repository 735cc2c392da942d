"""Habits together: challenges that people join."""
