"""The controls of `accessible`: what it leaves out for speed would change nothing that it finds."""

from axe_playwright_python.sync_playwright import Axe

from tests.journeys.conftest import AXE_ON_COLOURS, AXE_SCRIPT, DESK

PALE = """<!doctype html><html lang="en"><title>Leaf</title>
<style>
  body { background: rgb(250 250 250) } li { background: rgb(0 0 0 / 10%) }
  b { color: color-mix(in srgb, green 50%, transparent) } i { color: oklch(0.7 0.1 200) }
</style>
<main><h1>Leaf</h1><ul><li><b>Half green</b></li><li><b>And again</b> <i>blue</i></li><li>Dark</li></ul></main>"""
SEEN = """options => axe.run(document, options).then((found) => [found.violations, found.incomplete, found.passes].map(
    (kind) => kind.map((rule) => rule.nodes.map((node) => [node.target, node.any.map((check) => check.data)]))))"""


def test_a_colour_that_was_read_before_is_seen_as_by_axe_alone(walk):
    page, seen = walk(DESK), []
    for script in (Axe().axe_script, AXE_SCRIPT):
        page.set_content(PALE)
        page.evaluate(script)
        seen.append(page.evaluate(SEEN, {**AXE_ON_COLOURS, "resultTypes": ["violations", "incomplete", "passes"]}))
    assert seen[0] == seen[1]
    assert len(seen[0][0][0]) == 3, "what is pale is among it"
