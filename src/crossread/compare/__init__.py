"""Readings of several articles → what can be told only across them."""
