"""Typed, checkable facts about relations between states from Hungarian-language news."""
