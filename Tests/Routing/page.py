"""Prints docs/routing.md: the cases in cases.tsv, which `swift test` checks, with their sources."""
import csv
import pathlib
from itertools import groupby

HEAD = """# Routing

How API Gateway chooses a route, as `apigw-synth trace` does. Printed by `Tests/Routing/page.py` from `Tests/Routing/cases.tsv`.

- **documented**: in API Gateway's developer guide.
- **observed**: in a report about a deployed API, or in the tests of an emulator.

If two sources contradict each other, both rows are marked with ≠, and `trace` prints that the result is uncertain.

In order:

1. The API mapping with the longest matching base path, at a custom domain.
2. The stage that the first segment of the path names, else `$default`.
3. A full match of the path, then a greedy path variable, then `$default`.
4. An exact method, then `ANY`.
5. Segment by segment from the left: a literal, then a variable, then a greedy path variable.

With CORS settings, API Gateway answers the `OPTIONS` requests that no route takes, before authorization.
"""

TITLES = {
    "route": "Routes",
    "stage": "Stages",
    "mapping": "API mappings",
    "preflight": "Preflight requests to an API with CORS settings",
    "message": "Messages to WebSocket APIs",
}


def code(text):
    return f"`{text}`" if "`" not in text and text != "none" else text


def name(source):
    """The place of a source, for the text of its link."""
    if "developerguide/" in source:
        return source.rsplit("/", 1)[1].removesuffix(".html")
    if "github.com/" in source:
        parts = source.split("github.com/")[1].split("/")
        return f"{parts[1]}#{parts[3]}" if parts[2] in ("issues", "pull") else f"{parts[1]}: {parts[-1]}"
    return source.removeprefix("https://").split("/")[0]


def page(rows):
    parts = [HEAD]
    for kind, group in groupby(rows, lambda row: row["kind"]):
        parts.append(f"\n## {TITLES[kind]}\n")
        for (settings, routes), cases in groupby(list(group), lambda row: (row["settings"], row["routes"])):
            label = {"stage": "Stages", "message": "Expression"}.get(kind)
            what = "Base paths" if kind == "mapping" else "Routes"
            head = f"{label}: {code(settings)}. " if settings else ""
            parts.append(f"\n{head}{what}: {', '.join(code(key) for key in routes.split('; '))}\n")
            parts.append("\n| request | result | basis | source |\n| --- | --- | --- | --- |\n")
            cases = list(cases)
            for row in cases:
                differs = any(o["request"] == row["request"] and o["winner"] != row["winner"] for o in cases)
                note = f". {row['note']}" if row["note"] else ""
                parts.append(
                    f"| {code(row['request'])} | {'≠ ' if differs else ''}{code(row['winner'])} | {row['basis']} "
                    f"| [{name(row['source'])}]({row['source']}){note} |\n")
    return "".join(parts)


if __name__ == "__main__":
    with open(pathlib.Path(__file__).with_name("cases.tsv"), newline="") as file:
        print(page(list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))), end="")
