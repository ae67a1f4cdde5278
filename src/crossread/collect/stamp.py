"""Dates as machines write them → ISO 8601, as exact as they stand there."""

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from typing import Final

ISO: Final = re.compile(
    r"""^\s*(\d{4})-(\d{1,2})-(\d{1,2})
    (?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?)?
    \s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?\s*$""",
    re.X | re.I,
)
SLASHES: Final = re.compile(r"^\s*(\d{4})[/.](\d{1,2})[/.](\d{1,2})(.*)$", re.S)
PACKED: Final = re.compile(
    r"^\s*(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{4})?)?\s*$"
)
MAIL: Final = re.compile(r"^\s*(?:[A-Za-z]{3,9},\s+)?\d{1,2} [A-Z][a-z]{2} \d{4}\b")
# A page of news is not older than printing on the web, nor from the far future.
YEARS: Final = range(1990, 2100)


def stamp(text: str) -> str | None:
    """“2031-05-04T13:42:00+0600” → “2031-05-04T13:42+06:00”; None if it is no such date."""
    text = text.strip()[:60]
    if found := SLASHES.match(text):
        text = "-".join(found.group(1, 2, 3)) + found.group(4)
    if found := ISO.match(text) or PACKED.match(text):
        return written(*found.groups())
    return mail(text) if MAIL.match(text) else None


def written(*parts: str | None) -> str | None:
    year, month, day, hour, minute, second, zone = parts
    try:
        on = date(int(year or 0), int(month or 0), int(day or 0))
        at = datetime(on.year, on.month, on.day, int(hour or 0), int(minute or 0), int(second or 0))
    except ValueError:
        return None
    if on.year not in YEARS:
        return None
    midnight = (at.hour, at.minute, at.second) == (0, 0, 0)
    if hour is None or midnight:  # a program that knows only the day writes midnight
        return on.isoformat()
    return at.isoformat(timespec="seconds" if at.second else "minutes") + offset(zone)


def offset(zone: str | None) -> str:
    if not zone:
        return ""
    if zone[0] not in "+-":
        return "+00:00"
    digits = zone[1:].replace(":", "").ljust(4, "0")
    return f"{zone[0]}{digits[:2]}:{digits[2:]}"


def mail(text: str) -> str | None:
    """“Tue, 4 May 2031 13:42:00 GMT”, as in the headers of mail and of servers."""
    try:
        at = parsedate_to_datetime(text)
    except (ValueError, IndexError, TypeError):
        return None
    return stamp(at.isoformat())
