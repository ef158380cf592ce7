"""The figures of the relations between states: what they measure, say, cover and whom they concern."""
