"""A case on disk: one SQLite file. SQL stays in this room."""
