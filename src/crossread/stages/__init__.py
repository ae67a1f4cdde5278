"""Stages: a `Reading` in, the items of one layer out. They do not know one another."""
