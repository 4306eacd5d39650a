"""Files of content: each fault is told with its line and how to mend it, all at once."""

from io import BytesIO

import pytest
from PIL import Image

from lapotne.adapters.content import read_library
from lapotne.adapters.content.blocks import blocks_of, markdown_of
from lapotne.adapters.content.checking import check_library
from lapotne.adapters.content.inline import html_of, refused_links
from lapotne.adapters.content.pages import digest_of
from lapotne.adapters.content.sentences import split
from lapotne.adapters.pictures import MOST_BYTES

PAGE = "kind: article\npath: roof\nsource: en\ndated: 2026-11-24\n"
TEXT = "---\ntitle: The roof\nsummary: It is green.\n---\n## Leaves\nOne [leaf](page:roof).\n\n- Small.\n- Big.\n"
LANGUAGES = frozenset({"en", "lv", "de"})
TOWNS = frozenset({"xa-north", "xa-south"})


def translation(source: str = TEXT, body: str = "## Lapas\nViena [lapa](page:roof).\n\n- Maza.\n- Liela.\n") -> str:
    return f'---\ntitle: Jumts\nsummary: Tas ir zaļš.\nof: "{digest_of(source)}"\n---\n{body}'


@pytest.fixture
def problems(tmp_path):
    """What is said of a page's files: `problems(**{"en.md": ...})`."""

    def check(page: str = PAGE, complete: tuple[str, ...] = ("en",), **files: str) -> list[str]:
        for name, text in {"page.yaml": page, "en.md": TEXT, **files}.items():
            file = tmp_path / "roof" / name
            file.parent.mkdir(exist_ok=True)
            file.write_text(text)
        found = check_library(read_library(tmp_path, LANGUAGES, TOWNS), complete)
        return [str(problem).removeprefix(f"{tmp_path}/roof/") for problem in found]

    return check


def test_a_page_in_order_has_no_problem(problems):
    assert problems(**{"lv.md": translation()}, complete=("en", "lv")) == []


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (PAGE.replace("article", "poem"), "page.yaml:1:7: error: `kind` can't be 'poem'. Write one of: home,"),
        (PAGE.replace("path: roof\n", ""), "`path` is missing."),
        (PAGE.replace("roof", "victims"), "page.yaml:2:7: error: This path gives away what the reader looked for."),
        (PAGE.replace("2026-11-24", "yesterday"), "page.yaml:4:8: error: `dated` can't be 'yesterday'."),
        (PAGE + "colour: green\n", "page.yaml:5:1: error: The key `colour` isn't known here."),
        (PAGE + "sources:\n  - {name: x}\n", "`sources` can't be"),
        (PAGE.replace("source: en", "source: de"), "The source de.md is missing."),
        (PAGE.replace("article", "event"), "`starts` is missing."),
        (PAGE.replace("roof", "tree/roof"), "No page has the path 'tree', under which this one lies."),
        ("[", "This isn't YAML"),
        (
            PAGE + "municipality: xa-nort\n",
            "page.yaml:5:15: error: There is no municipality 'xa-nort'. Did you mean xa-north? Write the key of one in",
        ),
        (
            PAGE.replace("article", "practice") + "adopted_by:\n  - xa-south\n  - Rome\n",
            "page.yaml:7:5: error: There is no municipality 'Rome'. Write the key of one in reference/municipalities/",
        ),
        (
            PAGE.replace("article", "practice") + "adopted_by: [xa-south, xa-south]\n",
            "Write a list of keys of municipalities, each",
        ),
    ],
)
def test_what_is_wrong_with_a_page_is_told(problems, page, said):
    assert any(said in problem for problem in problems(page)), problems(page)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Just words.\n", "en.md:1:1: error: The file has no front matter."),
        (TEXT.replace("title", "titel"), "en.md:2:1: error: The key `titel` isn't known here."),
        (TEXT.replace("## Leaves", "# Leaves"), "en.md:5:1: error: A heading of level 1 stands here."),
        (TEXT.replace("- Big.", "- Big.\n  - Bigger."), "en.md:8:1: error: A list or an example holds other parts."),
        (TEXT + "\n| a | b |\n|---|---|\n\n***\n", "en.md:14:1: error: A part that the format doesn't know"),
        (TEXT.replace("page:roof", "page:attic"), "en.md:6:1: error: The link page:attic leads nowhere: no page has"),
        (TEXT.replace("page:roof", "tool:saw"), "The link tool:saw leads nowhere: the tools are"),
        (TEXT.replace("page:roof", "http://x.example"), "'http://x.example' can't be a link."),
        (TEXT.replace("Small.", "word " * 26 + "."), "en.md:8:1: error: A sentence of 26 words"),
        (
            TEXT.replace("It is green", "word " * 25).replace("Small", "word " * 25).replace("Big", "word " * 25),
            "Sentences have",
        ),
        (TEXT.replace("title: The roof", f"title: {'long ' * 60}"), "Write a text of at most 200 letters."),
    ],
)
def test_what_is_wrong_with_a_text_is_told(problems, text, said):
    assert any(said in problem for problem in problems(**{"en.md": text})), problems(**{"en.md": text})


PRACTICE = PAGE.replace("article", "practice")
TRIED = TEXT.replace(
    "---\n##", "problem: |\n  It rained.\ndone: They mended it.\nevidence: |\n  - Dry.\n  - Green.\n---\n##"
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (TRIED.replace("done: They mended it.\n", ""), "`done` is missing. Write paragraphs and lists"),
        (TRIED.replace("  It", "  ## It"), "en.md:5:1: error: A heading of level 2 stands in `problem`. Use ###."),
        (
            TRIED.replace("- Green.", "- Green.\n    - Blue."),
            "en.md:8:1: error: A list or an example holds other parts.",
        ),
        (TRIED.replace("mended", "word " * 25), "en.md:6:1: error: A sentence of 27 words"),
        (TRIED.replace("Dry", "[Dry](page:attic)"), "en.md:8:1: error: The link page:attic leads nowhere"),
        (
            TRIED.replace("evidence:", "cost: '[It](page:attic)'\nevidence:"),
            "en.md:7:1: error: The link page:attic leads",
        ),
    ],
)
def test_what_is_wrong_with_a_part_of_a_practice_is_told_with_its_line(problems, text, said):
    assert any(said in problem for problem in problems(PRACTICE, **{"en.md": text})), problems(
        PRACTICE, **{"en.md": text}
    )


def test_the_parts_of_a_practice_are_read_as_those_of_a_text(problems):
    words = translation(TRIED).replace(
        "---\n##", "problem: Lija.\ndone: Salaboja.\nevidence: |\n  - Sauss.\n  - Zaļš.\n---\n##"
    )
    assert problems(PRACTICE, **{"en.md": TRIED, "lv.md": words}) == []
    said = problems(PRACTICE, **{"en.md": TRIED, "lv.md": words.replace("  - Zaļš.\n", "")})
    assert said == [
        "lv.md:8:1: error: Here stands list, in en.md list of 2 (line 8). Keep the source's parts, one for one."
    ]


def test_a_translation_that_is_missing_where_it_must_be_is_told(problems):
    assert problems(complete=("en", "lv")) == [
        "lv.md:0:0: error: This page has to be there in this language. Translate en.md."
    ]


def test_news_may_be_in_some_languages_alone(problems):
    page = PAGE.replace("article", "news") + "published: 2026-11-24\n"
    assert problems(page, complete=("en", "lv")) == []


def test_a_source_that_changed_after_its_translation_is_told(problems):
    said = problems(**{"lv.md": translation(source="another text")})
    assert len(said) == 1
    assert said[0].startswith("lv.md:4:1: error: The source en.md changed after this was translated.")
    assert digest_of(TEXT) in said[0]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("Viena lapa.\n\n## Lapas\n\n- Maza.\n- Liela.\n", "Here stands paragraph, in en.md heading (line 5)."),
        ("## Lapas\nViena.\n\n- Maza.\n", "Here stands list, in en.md list of 2 (line 8)."),
        ("## Lapas\nViena.\n", "Here stands the end of the text, in en.md list of 2 (line 8)."),
        ("## Lapas\nViena.\n\n- Maza.\n- Liela.\n\nVēl.\n", "Here stands paragraph, in en.md the end of the text."),
    ],
)
def test_a_translation_keeps_the_parts_of_its_source(problems, body, said):
    assert any(said in problem for problem in problems(**{"lv.md": translation(body=body)}))


def test_a_translation_says_of_what_and_a_source_doesn_t(problems):
    assert any("`of`" in problem for problem in problems(**{"lv.md": TEXT}))
    assert any("`of`" in problem for problem in problems(**{"en.md": translation()}))


def test_blocks_come_back_as_they_were():
    body = "## A\n\nOne **b** [c](page:d).\n\n- e\n- f\n\n1. g\n2. h\n\n> i\n>\n> j\n\n### K\n"
    blocks, wrong = blocks_of(body)
    assert not wrong
    assert markdown_of(blocks) == body


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("**a** *b* [c](tel:112)", '<strong>a</strong> <em>b</em> <a href="tel:112">c</a>'),
        ("<b>a</b> & <script>", "&lt;b&gt;a&lt;/b&gt; &amp; &lt;script&gt;"),
        ("[a](javascript:b)", "[a](javascript:b)"),
        ("[a](https://b.c/?d=1&e=2)", '<a href="https://b.c/?d=1&amp;e=2">a</a>'),
        ("![a](https://b.c/d.png)", '!<a href="https://b.c/d.png">a</a>'),
        ("`a` <https://b.c>", "`a` &lt;https://b.c&gt;"),
        ("[a](page:nowhere)", "a"),
    ],
)
def test_only_words_emphasis_and_safe_links_become_html(text, html):
    assert html_of(text, lambda address: None if address.startswith("page:") else address) == html


@pytest.mark.parametrize("text", ["[a](data:b)", "[a](//b.c)", "[a](/b)", "[a](JAVASCRIPT:b)", "[a]( javascript:b )"])
def test_other_links_are_refused(text):
    assert refused_links(text)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One. Two! Three? Four…", 4),
        ("Tas bija 2026. gada 24. novembrī. Beigas.", 2),
        ("He said “stop.” Then he left.", 2),
        ("Zvaniet: 112. «Jā.» Labi.", 3),
        ("Вона пішла. Він лишився.", 2),
    ],
)
def test_sentences_are_counted_in_every_language(text, count):
    assert len(split(text)) == count


def oak() -> bytes:
    written = BytesIO()
    Image.new("RGB", (4, 2), "green").save(written, "PNG")
    return written.getvalue()


OAK = oak()
GALLERY = "kind: gallery\npath: views\nsource: en\ndated: 2026-11-24\npictures: [oak.png]\n"
VIEWS = "---\ntitle: Views\nsummary: One.\npictures:\n  - {file: oak.png, shows: An oak, caption: Green.}\n---\nLook.\n"
SKATI = (
    f'---\ntitle: Skati\nsummary: Viens.\nof: "{digest_of(VIEWS)}"\n'
    "pictures:\n  - {file: oak.png, shows: Ozols, caption: Zaļš.}\n---\nRe.\n"
)


@pytest.fixture
def of_gallery(problems, tmp_path):
    """As `problems`, for a gallery with one picture: `of_gallery(picture=b"…", **{"lv.md": ...})`."""

    def check(page: str = GALLERY, picture: bytes | None = OAK, **files: str) -> list[str]:
        (tmp_path / "roof").mkdir()
        if picture:
            (tmp_path / "roof" / "oak.png").write_bytes(picture)
        return problems(page, **{"en.md": VIEWS, "lv.md": SKATI, **files})

    return check


def test_a_gallery_in_order_has_no_problem(of_gallery):
    assert of_gallery() == []


@pytest.mark.parametrize(
    ("page", "picture", "said"),
    [
        (GALLERY, None, "page.yaml:5:12: error: There is no file 'oak.png'. Put it beside page.yaml."),
        (
            GALLERY,
            b"%PDF-1.7",
            "'oak.png' is no picture that can be shown. This can't be read as JPEG, PNG or WebP. Save",
        ),
        (GALLERY, OAK + b"\0" * MOST_BYTES, "'oak.png' has 10.0 megabytes, and 10 are the most. Save it smaller"),
        (GALLERY, OAK + b"at home", "page.yaml:5:12: warning: 'oak.png' holds more than a picture"),
        (GALLERY.replace("oak.png", "../oak.png"), OAK, "`pictures` can't be ['../oak.png']. Write a list of pictures"),
        (GALLERY.replace("oak.png", "oak.svg"), OAK, "`pictures` can't be ['oak.svg']."),
        (GALLERY.replace("[oak.png]", "oak.png"), OAK, "`pictures` can't be 'oak.png'."),
        (
            GALLERY.replace("pictures: [oak.png]\n", ""),
            OAK,
            "en.md:4:1: error: Words are here for: oak.png. Shown are: none.",
        ),
    ],
)
def test_what_is_wrong_with_a_picture_is_told(of_gallery, page, picture, said):
    found = of_gallery(page, picture)
    assert any(said in problem for problem in found), found


@pytest.mark.parametrize(
    ("name", "before", "after", "said"),
    [
        ("en.md", "shows: An oak, ", "", "`pictures` can't be"),
        ("en.md", "An oak", "oak " * 76, "at most 300 (shows), 300 (caption), 120 (credit) letters."),
        ("en.md", "caption", "colour", "`pictures` can't be"),
        (
            "en.md",
            "file: oak.png",
            "file: elm.png",
            "en.md:4:1: error: Words are here for: elm.png. Shown are: oak.png.",
        ),
        ("en.md", "Green.", f"{'Green ' * 26}.", "A sentence of 26 words"),
        ("lv.md", ", caption: Zaļš.", "", "lv.md:5:1: error: Source and translation differ in: caption of oak.png."),
        ("lv.md", "file: oak.png", "file: elm.png", "differ in: caption of elm.png, caption of oak.png, shows of"),
        ("lv.md", "pictures:\n  - {file: oak.png, shows: Ozols, caption: Zaļš.}\n", "", "differ in: pictures."),
    ],
)
def test_what_is_wrong_with_the_words_of_a_picture_is_told(of_gallery, name, before, after, said):
    text = {"en.md": VIEWS, "lv.md": SKATI}[name]
    assert before in text
    found = of_gallery(**{name: text.replace(before, after)})
    assert any(said in problem for problem in found), found
