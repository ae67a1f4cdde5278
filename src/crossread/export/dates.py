"""A date as a reader sees it, no more exact than the page gives it."""

import re

from crossread.export.controls import line

# fmt: off
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
          "October", "November", "December")
# fmt: on
ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?")


def day(date: str) -> str:
    """2022-01-10T13:42+06:00 is 10 January 2022, 13:42 (UTC+06:00)."""
    found = ISO.fullmatch(date)
    if not found or not 1 <= int(found[2]) <= 12:
        return line(date)
    year, month, of_month, time, zone = found.groups()
    written = f"{int(of_month)} {MONTHS[int(month) - 1]} {year}"
    if time:
        written += f", {time}"
    if zone:
        written += f" (UTC{'' if zone == 'Z' else zone})"
    return written


def period(first: str, last: str) -> str:
    """From 2022-01-10 to 2022-01-18 is 10–18 January 2022."""
    start, end = day(first[:10]), day(last[:10])
    if start == end:
        return start
    for same in (8, 5):  # in one month, in one year: it is said once
        if first[:same] == last[:same] and ISO.fullmatch(first[:10]) and ISO.fullmatch(last[:10]):
            words = start.split()[: 1 if same == 8 else 2]
            return f"{' '.join(words)}{'–' if same == 8 else ' to '}{end}"
    return f"{start} to {end}"
