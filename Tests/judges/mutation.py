"""Mutants of specs: texts with a few changes, as people and broken tools make them. The same seed gives the same mutants."""
import random
import re

# Values of other types, CloudFormation's functions, and what YAML reads in another way than it looks.
VALUES = [
    "", "null", "~", "true", "no", "0", "-1", "1.5", "1e9", "99999999999999999999", "[]", "{}", "''", "[a, b]", "{a: b}", "x",
    "!Ref AWS::NoValue", "!Ref Missing", "!Sub '${AWS::Region}'", "!GetAtt a.b", "!If [a, b, c]", "!ImportValue x", "$(x)", "*x",
    "&x y", "{{resolve:ssm:/x}}", "arn:aws:lambda:eu-central-1:111122223333:function:f", "https://example.com", "$default",
    "GET /", "2019-09-09", "0o17", "1_000", "10s", "\u202e", "é", "日本", "\\", "\"", "'", "a: b", "# c", "a" * 300,
]
WORD = re.compile(r"[A-Za-z_$][\w$-]*")
NUMBER = re.compile(r"\d+")


class Mutator:
    """Changes texts; words, lines and values come from all texts."""

    def __init__(self, texts):
        self.lines = sorted({line for text in texts for line in text.split("\n") if line.strip()})
        self.words = sorted({word for text in texts for word in WORD.findall(text)})
        self.values = sorted({found[1] for line in self.lines if (found := re.search(r":\s+(\S.*)$", line))})

    def mutant(self, text, seed):
        choice = random.Random(seed)
        for _ in range(choice.choice((1, 1, 1, 2, 2, 4))):
            text = choice.choice(self.CHANGES)(self, text, choice)
        return text

    def delete_line(self, text, choice):
        lines = text.split("\n")
        del lines[choice.randrange(len(lines))]
        return "\n".join(lines)

    def repeat_line(self, text, choice):
        lines = text.split("\n")
        lines.insert(choice.randrange(len(lines)), choice.choice(lines))
        return "\n".join(lines)

    def foreign_line(self, text, choice):
        lines = text.split("\n")
        place = choice.randrange(len(lines))
        indent = re.match(" *", lines[place])[0]
        lines.insert(place, indent + choice.choice(self.lines).strip())
        return "\n".join(lines)

    def swap_lines(self, text, choice):
        lines = text.split("\n")
        one, other = choice.randrange(len(lines)), choice.randrange(len(lines))
        lines[one], lines[other] = lines[other], lines[one]
        return "\n".join(lines)

    def indent_line(self, text, choice):
        lines = text.split("\n")
        place = choice.randrange(len(lines))
        lines[place] = "  " + lines[place] if choice.random() < 0.5 else lines[place][2:]
        return "\n".join(lines)

    def change_value(self, text, choice):
        places = list(re.finditer(r":[ ]+(\S.*)$", text, re.M))
        return self.put(text, choice.choice(places), choice.choice((VALUES, self.values)), choice, 1) if places else text

    def change_word(self, text, choice):
        return self.put(text, choice.choice(list(WORD.finditer(text)) or [None]), (self.words, VALUES)[choice.random() < 0.2],
                        choice)

    def change_number(self, text, choice):
        return self.put(text, choice.choice(list(NUMBER.finditer(text)) or [None]),
                        ["0", "1", "99", "300", "65536", "-5", "1000000", "2.5"], choice)

    def change_name(self, text, choice):
        found = list(WORD.finditer(text))
        if not found:
            return text
        word = choice.choice(found)[0]
        return re.sub(rf"\b{re.escape(word)}\b", lambda _: choice.choice(self.words), text, count=choice.randrange(1, 4))

    def change_character(self, text, choice):
        place = choice.randrange(len(text) + 1)
        new = choice.choice(["", *"{}[]:,#&*!|>'\"%@`-? \t\n", "\u0085", "\ufeff", "\u200b", "é"])
        return text[:place] + new + text[place + 1:]

    def cut(self, text, choice):
        return text[:choice.randrange(len(text) + 1)] if choice.random() < 0.3 else text

    @staticmethod
    def put(text, place, values, choice, group=0):
        return text[:place.start(group)] + choice.choice(values) + text[place.end(group):] if place else text

    CHANGES = [delete_line, repeat_line, foreign_line, swap_lines, indent_line, change_value, change_value, change_value,
               change_word, change_word, change_number, change_name, change_character, cut]
