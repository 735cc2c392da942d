"""Milestones of streaks, and their cards."""
