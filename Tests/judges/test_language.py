"""The examples of the language reference are parts of specs that are tested, and its tables cover all keys."""
import re
import textwrap

import pytest

from judging import EXAMPLES, REFERENCES, REPOSITORY

PAGE = (REPOSITORY / "docs/language.md").read_text()
FENCES = re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.M | re.S)


def windows(text, length):
    """All runs of lines of a length, without the indentation that they share."""
    lines = text.splitlines()
    for start in range(len(lines) - length + 1):
        yield textwrap.dedent("\n".join(lines[start:start + length]))


@pytest.fixture(scope="module")
def tested():
    """Specs that other tests synthesize without findings."""
    cookbook = re.findall(r"^```yaml\n(.*?)^```$", (REPOSITORY / "docs/cookbook.md").read_text(), re.M | re.S)
    corpus = sorted((REPOSITORY / "Tests/Corpus/ok").glob("*.yaml"))
    return [file.read_text() for file in EXAMPLES + REFERENCES + corpus] + cookbook


@pytest.mark.parametrize("example", FENCES, ids=lambda text: text.splitlines()[0])
def test_example_is_part_of_a_tested_spec(example, tested):
    lines = example.rstrip("\n")
    count = len(lines.splitlines())
    assert count <= 8
    if not any(lines == window or lines in window for spec in tested for window in windows(spec, count)):
        pytest.fail(f"no example, reference or recipe of the cookbook has these lines:\n{example}", pytrace=False)


def test_every_element_has_an_example():
    elements = re.findall(r"^## `(\w+\.NAME)`\n\n(```yaml)?", PAGE, re.M)
    assert len(elements) > 10
    assert not [name for name, example in elements if not example]


def test_contents_list_every_section():
    contents = PAGE[PAGE.index("## Contents"):PAGE.index("## The spec")]
    for path in re.findall(r"^#{2,3} `(.+)`$", PAGE, re.M):
        anchor = re.sub(r"[^a-z0-9-]", "", path.lower())
        assert f"(#{anchor})" in contents, path
