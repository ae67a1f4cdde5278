"""From the world to `Article`: pages, text, tables."""
