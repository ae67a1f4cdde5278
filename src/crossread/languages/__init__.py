"""What differs between languages: one value each, and tables in `data/`."""
