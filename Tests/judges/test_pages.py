"""The specs and commands in documents work as shown: see pages.py."""
import pytest

import pages
from judging import REPOSITORY, TOOLS

PAGES = ["README.md"] + [str(page.relative_to(REPOSITORY)) for page in sorted((REPOSITORY / "docs").glob("*.md"))
                         if page.name not in ("language.md", "rules.md", "routing.md")]
SECTIONS = [section for page in PAGES for section in pages.sections(page)]


@pytest.mark.parametrize("section", SECTIONS, ids=lambda s: f"{s.page.rsplit('/')[-1]}: {s.title}")
def test_section(section, tmp_path, request):
    environment = None
    if section.uses_aws:
        if not TOOLS.is_dir():
            pytest.skip("../shared is not beside this clone")
        environment = request.getfixturevalue("account").environment
    folder = tmp_path / "work"
    folder.mkdir()
    problems = pages.run(section, folder, environment)
    found = pages.findings(section, folder)
    if problems or found:
        pytest.fail("\n".join([*problems, found]), pytrace=False)
