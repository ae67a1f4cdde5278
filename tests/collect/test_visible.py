"""What a reader sees of a page, in reading order, and where it stands."""

import pytest
from lxml import html

from crossread.collect.dom import tree
from crossread.collect.visible import DEEPEST, MAX_STRETCHES, Stretch, Visible, visible
from crossread.errors import InputError


def seen(page: str) -> Visible:
    return visible(tree(page.encode(), file="page"), file="page")


def found(root: html.HtmlElement, stretch: Stretch) -> html.HtmlElement:
    assert stretch.xpath
    (element,) = html.HtmlElement.xpath(root, stretch.xpath)
    assert isinstance(element, html.HtmlElement)
    return element


# Each a page, and the text that a reader sees of it.
SEEN = {
    "block elements break the line": ("<div>One</div><div>two</div>", "One\ntwo"),
    "paragraphs have an empty line between": ("<p>One</p><p>two</p>", "One\n\ntwo"),
    "inline elements do not break": ("<p>One <b>t</b>wo<i> three</i></p>", "One two three"),
    "white space collapses": ("<p>  One \n\t two  </p>\n\n<p> three</p>", "One two\n\nthree"),
    "also between inline elements": ("<p>One <b> two </b> three</p>", "One two three"),
    "a no-break space stays": ("<p>5&nbsp;000 people</p>", "5\xa0000 people"),
    "a line break breaks": ("<p>No. 7, Mill Lane.<br>Orlo</p>", "No. 7, Mill Lane.\nOrlo"),
    "a sentence may run over a line break": ("<p>The dam<br>above Orlo</p>", "The dam\nabove Orlo"),
    "two line breaks part paragraphs": ("<p>One.<br><br>Two.</p>", "One.\n\nTwo."),
    "pre keeps its own white space": ("<pre>a  b\n  c\n\nd</pre>", "a  b\n  c\n\nd"),
    "cells are parted by tabs": (
        "<table><tr><td>1<td>2<tr><td>3<td>4</table>",
        "1\t2\n3\t4",
    ),
    "items of a list": ("<ul><li>One<li>two</ul>", "One\ntwo"),
    "scripts, styles and the like": (
        "<p>One<script>x()</script><style>p{}</style><template>t</template> two</p>"
        "<noscript>n</noscript>",
        "One two",
    ),
    "what is hidden": (
        "<p hidden>a</p><p style='color:red; display : none'>b</p>c<dialog>d</dialog>",
        "c",
    ),
    "a hidden body is shown by a script": ("<body style='visibility:hidden'>One</body>", "One"),
    "words for other ears and eyes": ("<p><img alt=cat><svg><text>s</text></svg>One</p>", "One"),
    "the values of forms": ("<select><option>a</select><textarea>b</textarea><p>One", "One"),
    "entities": ("<p>&laquo;A&amp;B&raquo; &#8212; &lt;b&gt;</p>", "«A&B» — <b>"),
    "soft hyphens": ("<p>elec\u00adtion\u200bs</p>", "elections"),
    "unclosed elements": ("<p>One<p>two<div>three", "One\n\ntwo\n\nthree"),
    "no body": ("<title>t</title>One", "One"),
    "text beside blocks": ("<div>One<p>two</p>three</div>", "One\n\ntwo\n\nthree"),
    "a text that was sent as a page": (
        "One line\nand two.\n\nThree",
        "One line\nand two.\n\nThree",
    ),
    "right-to-left marks stay": ("<p>a\u202eb\u202cc</p>", "a\u202eb\u202cc"),
}


@pytest.mark.parametrize(("page", "text"), SEEN.values(), ids=SEEN)
def test_what_is_seen(page: str, text: str) -> None:
    assert seen(page).text == text


@pytest.mark.parametrize("page", [page for page, _ in SEEN.values()], ids=SEEN)
def test_stretches_cover_the_text_and_are_found_again(page: str) -> None:
    result, root = seen(page), tree(page.encode(), file="page")
    last = 0
    for stretch in result.stretches:
        element = found(root, stretch)
        words = stretch.span.of(result.text)

        assert not result.text[last : stretch.span.start].strip()
        assert words == words.strip() != ""
        assert element.tag == stretch.element.tag
        letters = iter("".join(element.itertext()))
        assert all(letter in letters for letter in words if not letter.isspace())
        last = stretch.span.stop
    assert not result.text[last:].strip()


def test_the_smallest_element_and_the_links_are_known() -> None:
    (stretch,) = seen("<div><span class=x><a href=/>Ada</a> <b>Brook</b></span></div>").stretches

    assert (stretch.element.tag, stretch.inner.tag, stretch.linked) == ("div", "span", 3)


def test_an_element_with_an_odd_name_is_found_again() -> None:
    page = b"<article><o:p><div>One</div></o:p><x-y><div>two</div></x-y></article>"
    root = tree(page, file="page")
    first, second = visible(root, file="page").stretches

    assert found(root, first) is first.element
    assert found(root, second) is second.element


def test_more_pieces_than_an_article_has_are_refused() -> None:
    with pytest.raises(InputError, match="pieces of text"):
        seen("<i>a</i><br><br>" * (MAX_STRETCHES + 1))


def test_frames_show_nothing() -> None:
    assert seen("<frameset><frame src=a></frameset><noframes>n</noframes>").text == ""


def test_an_endless_xpath_is_not_written_down() -> None:
    (stretch,) = seen("<div>" * (DEEPEST + 1) + "One").stretches

    assert stretch.xpath is None
