"""The shipped models, each with its card, and what runs them."""
