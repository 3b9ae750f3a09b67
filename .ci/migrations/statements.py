"""Cuts an SQL script into its statements, each with the comments right above it."""
import re
from typing import NamedTuple

TOKEN = re.compile(
    r"(?P<comment>--[^\n]*|/\*.*?\*/)"
    r"|(?P<quoted>'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\")"
    r"|(?P<dollar>\$(?P<tag>\w*)\$.*?\$(?P=tag)\$)"
    r"|(?P<end>;)"
    r"|(?P<other>[^'\"$;/-]+|.)", re.S)


class Statement(NamedTuple):
    text: str
    comments: tuple
    line: int


def of(script):
    """Text is in lower case with single spaces; what is quoted keeps its place but not its content, names apart."""
    found, words, comments, line, begun = [], "", [], 1, 1
    for token in TOKEN.finditer(script):
        kind, text = token.lastgroup, token.group()
        if token.group("comment"):
            if not words.strip():
                comments.append(text.lstrip("-/* ").rstrip("*/ "))
        elif token.group("end"):
            found.append(Statement(" ".join(words.lower().split()), tuple(comments), begun))
            words, comments = "", []
        else:
            if not words.strip() and text.strip():
                begun = line + text[:len(text) - len(text.lstrip())].count("\n")
            if token.group("dollar"):
                words += " $$ "
            elif kind == "quoted" and text.startswith("'"):
                words += " '' "
            else:
                words += text.replace('"', "")
        line += text.count("\n")
    if words.strip():
        found.append(Statement(" ".join(words.lower().split()), tuple(comments), begun))
    return found
