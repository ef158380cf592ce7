"""hungarian."""
