"""What is counted in the pages of a site."""

from __future__ import annotations

from edition.publishing.survey import Survey, survey_page, survey_site

PAGE = """<!DOCTYPE html><html><head><title>A</title><link rel="stylesheet" href="assets/a.css"/>
{head}</head><body id="b"><p id="p1">A</p>{body}</body></html>"""


def surveyed(*files: str, **pages: str) -> Survey:
    """The survey of *pages*, what is in each by name, with other *files* beside them."""
    made = {
        f"{name}.html": survey_page(f"{name}.html", PAGE.format(head="", body=body).encode())
        for name, body in pages.items()
    }
    return survey_site(made, lambda path: path in {"assets/a.css", *files})


def test_links_that_lead_somewhere_are_not_dead() -> None:
    a = '<a href="b.html#p1">1</a><a href="#p1">2</a><a href="x%20y.txt">3</a>'
    a += '<a href="b.html">4</a>'
    found = surveyed("x y.txt", a=a, b='<a href="a.html#b">5</a>')
    assert (found.pages, found.dead, found.dead_on) == (2, 0, ())
    assert found.links == 4 + 1 + 2  # and two style sheets


def test_a_link_is_dead_where_page_file_or_place_is_missing() -> None:
    a = '<a href="none.html">1</a><a href="b.html#none">2</a><a href="#none">3</a>'
    a += '<a href="n.txt">4</a>'
    found = surveyed(a=a, b="")
    assert (found.dead, found.dead_on) == (4, ("a.html",))


def test_a_link_from_a_folder_is_seen_from_there() -> None:
    page = PAGE.format(head="", body='<a href="../b.html#p1">1</a>').encode()
    made = {"c/a.html": survey_page("c/a.html", page), "b.html": survey_page("b.html", page)}
    found = survey_site(made, lambda path: path == "c/assets/a.css")
    assert found.dead_on == ("b.html",)  # its link and its style sheet lead out of the site


def test_what_a_browser_would_fetch_elsewhere_is_counted_and_links_are_not() -> None:
    head = '<script src="https://x.org/a.js"></script><link rel="icon" href="//x.org/i.png"/>'
    body = (
        '<img src="http://x.org/a.png"/><a href="https://x.org/">x</a><a href="mailto:a@b.c">m</a>'
    )
    page = survey_page("a.html", PAGE.format(head=head, body=body).encode())
    assert (page.fetched, page.away, page.scripts) == (3, 3, 1)


def test_data_in_a_script_element_is_no_script() -> None:
    head = '<script type="application/ld+json">{}</script>'
    assert survey_page("a.html", PAGE.format(head=head, body="").encode()).scripts == 0


def test_a_site_without_pages_has_nothing() -> None:
    assert survey_site({}, lambda _path: False) == Survey()


def test_an_address_that_is_none_leads_away() -> None:
    page = survey_page("html/a.html", b'<a href="https://[::1/b">b</a><a href="a.html">a</a>')
    assert (page.away, len(page.links)) == (1, 1)
