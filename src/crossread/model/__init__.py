"""The record: plain frozen values. No I/O, no language, no colour."""
