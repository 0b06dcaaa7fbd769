"""Links between documents lead to a file, and to a heading in it."""
import re
from urllib.parse import unquote

import pytest

from judging import REPOSITORY

DOCUMENTS = [REPOSITORY / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")] + sorted(
    (REPOSITORY / "docs").glob("**/*.md"))


def anchors(file):
    """The anchors of headings, as GitHub makes them."""
    text = re.sub(r"^```.*?^```$", "", file.read_text(), flags=re.M | re.S)
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-")
            for title in re.findall(r"^#+ (.+)$", text, re.M)}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda file: str(file.relative_to(REPOSITORY)))
def test_links(document):
    text = re.sub(r"^```.*?^```$|`[^`\n]*`(?!\])", "", document.read_text(), flags=re.M | re.S)
    broken = []
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = unquote(target).partition("#")
        file = (document.parent / path).resolve() if path else document
        if not file.exists() or (anchor and file.suffix == ".md" and anchor not in anchors(file)):
            broken.append(target)
    assert not broken
