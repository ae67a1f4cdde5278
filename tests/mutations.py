"""What the world does to a page: each mutation spoils a text or its bytes in one way."""

from collections.abc import Callable
from random import Random

Mutation = Callable[[Random, str], str]
Damage = Callable[[Random, bytes], bytes]

MARKS = "“”„«»‹›‘’'\"`"
NASTY = (
    "\0",
    "\u202e\u202d\u2066\u2069",  # right-to-left overrides and isolates
    "\u200b\u00ad\ufeff\u2028\x85\x0b\x0c\x1c",  # invisible signs, and other line breaks
    "&#0;&#xD800;&#1114112;&#x110000;&nbsp;&bogus;&amp;lt;",
    "<script>document.write('“We lost,” he said.')</script>",
    "<p onclick=\"alert('x')\" style='display:none'>“We lost,” he said.</p>",
    "<!-- “never closed",
    "<![CDATA[ ]]><?php echo 1 ?><!DOCTYPE html>",
    "<plaintext>",
    "<meta charset=utf-7><base href='javascript:alert(1)'>",
    '<script type="application/ld+json">{"@graph": [{"headline": 5, "author": [[]]}',
    '<script type="application/ld+json">{"datePublished": 1e999, "author": {"name": {}}}</script>',
    "<title><h1><title>",
    "<svg><math><annotation-xml><table><select><option>",
    "😀" * 40 + "\U0010ffff",
    "²³ ①٣٤ ൩ ⅷ 99.99.9999 31/02/0000 " + "9" * 5000,
    "Posted 10 января 99999, 99:99 By By By Mr. Mr. " + "-" * 300,
    "x" * 100_000,
    "(" * 3000 + "." * 3000,
    "“‘«" * 1000,
    ", said he said she said that he said " * 60,
    "According to according to " * 60,
    "\t" * 2000 + "\n" * 2000 + " \r\n\r" * 200,
)


def place(random: Random, size: int) -> tuple[int, int]:
    one, other = random.randint(0, size), random.randint(0, size)
    return min(one, other), max(one, other)


def cut(random: Random, text: str) -> str:
    start, stop = place(random, len(text))
    return text[:start] + text[stop:]


def keep(random: Random, text: str) -> str:
    start, stop = place(random, len(text))
    return text[start:stop]


def duplicate(random: Random, text: str) -> str:
    start, stop = place(random, len(text))
    return text[:stop] + text[start:stop] * random.randint(1, 4) + text[stop:]


def insert(random: Random, text: str) -> str:
    at = random.randint(0, len(text))
    return text[:at] + random.choice(NASTY) + text[at:]


def swap_marks(random: Random, text: str) -> str:
    """Each quotation mark becomes any other."""
    return "".join(random.choice(MARKS) if sign in MARKS else sign for sign in text)


def drop_marks(random: Random, text: str) -> str:
    return "".join(s for s in text if s not in MARKS or random.random() < 0.6)


def unclose(random: Random, text: str) -> str:
    """Closing tags, or opening ones, go missing."""
    tag = random.choice(("</p>", "</div>", "</script>", "</title>", "-->", "<p>", "<div", ">", "<"))
    return text.replace(tag, "")


def nest(random: Random, text: str) -> str:
    tag = random.choice(("div", "b", "table", "ul", "blockquote", "a"))
    at, depth = random.randint(0, len(text)), random.randint(1, 400)
    return text[:at] + f"<{tag}>" * depth + text[at:]


def shuffle(random: Random, text: str) -> str:
    words = text.split(" ")
    start, stop = place(random, len(words))
    part = words[start:stop]
    random.shuffle(part)
    return " ".join(words[:start] + part + words[stop:])


def one_line(_: Random, text: str) -> str:
    return text.replace("\n", "")


def many_lines(_: Random, text: str) -> str:
    return text.replace(" ", "\n")


def change_case(random: Random, text: str) -> str:
    return random.choice((text.upper, text.lower, text.title, text.swapcase))()


MUTATIONS: tuple[Mutation, ...] = (
    cut,
    keep,
    duplicate,
    insert,
    insert,
    swap_marks,
    drop_marks,
    unclose,
    nest,
    shuffle,
    one_line,
    many_lines,
    change_case,
)


def flip_bits(random: Random, data: bytes) -> bytes:
    spoiled = bytearray(data)
    for _ in range(random.randint(1, 40) if spoiled else 0):
        spoiled[random.randrange(len(spoiled))] ^= 1 << random.randrange(8)
    return bytes(spoiled)


def lie_about_charset(random: Random, data: bytes) -> bytes:
    """The bytes are in one encoding, and the page names another."""
    text = data.decode("utf-8", "replace")
    names = ("utf-16", "utf-16-be", "cp1251", "koi8-r", "latin-1", "utf-8-sig", "utf-32", "cp037")
    said = random.choice((*names, "utf-7", "nonsense", ""))
    text = text.replace('charset="utf-8"', f'charset="{said}"')
    return text.encode(random.choice(names), "replace")


def chop(random: Random, data: bytes) -> bytes:
    return data[: random.randint(0, len(data))]


def zeros(random: Random, data: bytes) -> bytes:
    at = random.randint(0, len(data))
    return data[:at] + b"\0" * random.randint(1, 300) + data[at:]


def noise(random: Random, data: bytes) -> bytes:
    at = random.randint(0, len(data))
    return data[:at] + random.randbytes(random.randint(1, 200)) + data[at:]


DAMAGES: tuple[Damage, ...] = (flip_bits, lie_about_charset, chop, zeros, noise)


def mutated(seed: int, data: bytes) -> bytes:
    """The bytes after one to four mutations of their text, and now and then some damage."""
    random, text = Random(seed), data.decode("utf-8", "surrogateescape")
    for _ in range(random.randint(1, 4)):
        text = random.choice(MUTATIONS)(random, text)
    data = text.encode("utf-8", "surrogateescape")
    return random.choice(DAMAGES)(random, data) if random.random() < 0.4 else data
