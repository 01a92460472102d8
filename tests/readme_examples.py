"""What the README shows of the product: two answers and the settings; run to write them anew."""

import json
import re
import shlex
from dataclasses import replace
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console

from assistant.answering import Assistant
from assistant.assembly import open_assistant
from assistant.contract import answer_to_json
from assistant.datatypes import Answer
from ingest.pipeline import ingest
from ingest.settings import PROJECT, Settings
from ui.terminal import MOST_COLUMNS, print_plainly, render_answer

README = PROJECT / "README.md"
TEXT_QUESTION = "Wat doet Den Haag voor studenten?"
JSON_QUESTION = "How many partners does MENTOR have?"
BETWEEN_FIELDS = re.compile(r'(?<=["}\]0-9el]), (?=["{])')


def text_example(assistant: Assistant) -> str:
    """The answer as a terminal shows it."""
    console = Console(
        file=StringIO(), width=MOST_COLUMNS, highlight=False, markup=False, emoji=False
    )
    print_plainly(console, render_answer(assistant.ask(TEXT_QUESTION)))
    assert isinstance(console.file, StringIO)
    return f"$ mhiap ask {shlex.quote(TEXT_QUESTION)}\n{console.file.getvalue().strip()}"


def json_example(assistant: Assistant) -> str:
    """The answer as JSON, broken into lines between its fields."""
    lines = [""]
    for part in BETWEEN_FIELDS.split(answer_to_json(stable(assistant.ask(JSON_QUESTION)))):
        joined = f"{lines[-1]}, {part}" if lines[-1] else part
        if len(joined) <= MOST_COLUMNS + 10:
            lines[-1] = joined
        else:
            lines[-1] += ","
            lines.append(f" {part}")
    return "\n".join(lines)


def stable(answer: Answer) -> Answer:
    """The answer without what differs between two machines: the generation's name, the seconds."""
    stamp = replace(answer.index, generation="20251107T090000Z-0123abcd")
    return replace(answer, index=stamp, seconds=0.02)


def settings_table() -> str:
    """A row a setting: its variable, its default, what it is."""
    return "".join(
        f"| `MHIAP_{name.upper()}` | {_shown(field.default)} | {field.description} |\n"
        for name, field in Settings.model_fields.items()
    )


def _shown(default: object) -> str:
    if isinstance(default, Path):
        default = default.relative_to(PROJECT).as_posix()
    return "empty" if default is None else f"`{default}`"


def read_settings_table() -> str:
    """The rows of the README's table."""
    return "".join(re.findall(r"^\| `MHIAP_.*\n", README.read_text(encoding="utf-8"), re.M))


def read_block(language: str) -> str:
    """The content of the README's fenced block in a language."""
    found = re.findall(
        rf"^```{language}\n(.*?)^```", README.read_text(encoding="utf-8"), re.M | re.S
    )
    assert len(found) == 1, language
    return str(found[0]).rstrip("\n")


def main() -> None:
    with TemporaryDirectory() as folder:
        settings = Settings(index=Path(folder))
        ingest(settings)
        assistant = open_assistant(settings)
        text, as_json = text_example(assistant), json_example(assistant)
    json.loads(as_json)
    readme = README.read_text(encoding="utf-8")
    for language, content in (("console", text), ("json", as_json)):
        old, new = f"```{language}\n{read_block(language)}\n```", f"```{language}\n{content}\n```"
        readme = readme.replace(old, new)
    readme = readme.replace(read_settings_table(), settings_table())
    README.write_text(readme, encoding="utf-8")


if __name__ == "__main__":
    main()
