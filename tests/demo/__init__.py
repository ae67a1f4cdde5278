"""The expected record of the demo: what a careful reader finds in its articles."""
