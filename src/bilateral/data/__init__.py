"""What the parser knows: words, names, frames and the trained table, as files."""
