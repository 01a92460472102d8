"""The page of HTML that the browser loads first: ours, not the framework's default."""

import re
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from ui.texts import Texts

FILES = Path(__file__).resolve().parent
SOCIAL_TAGS = re.compile(r'<meta\s+(?:property|name)="(?:og|twitter):[^>]*>\s*')
MANIFEST_TAG = re.compile(r'<link rel="manifest"[^>]*>\s*')
PAGE_LANGUAGE = re.compile(r'(<html\s+lang=)"\w+"')
BODY_TAG = re.compile(r"<body[^>]*>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shell:
    """What is put into the framework's page: a language, the end of its head, a first line."""

    language: str
    head: Markup
    first_line: Markup

    def complete(self, page: str) -> str:
        """Return the page with our language, title, style and script, and no maker's tags."""
        page = MANIFEST_TAG.sub("", SOCIAL_TAGS.sub("", page))
        page = PAGE_LANGUAGE.sub(rf'\1"{self.language}"', page, count=1)
        page = page.replace("</head>", f"{self.head}</head>", 1)
        return BODY_TAG.sub(lambda body: f"{body[0]}{self.first_line}", page, count=1)


def read_shell(texts: Texts) -> Shell:
    """Return the shell in the language that the page opens in."""
    style = (FILES / "page.css").read_text(encoding="utf-8")
    script = (FILES / "page.js").read_text(encoding="utf-8")
    return Shell(
        language=texts.language,
        head=Markup(
            '<title>{}</title><meta name="description" content="{}">'
            "<style>{}</style><script>{}</script>"
        ).format(texts.name, texts.subject, Markup(style), Markup(script)),
        first_line=Markup("<noscript><p>{}</p></noscript>").format(texts.no_script),
    )
