"""Readings and findings in the formats of others, one file each."""
