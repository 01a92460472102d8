from ui.dutch import DUTCH
from ui.shell import read_shell

FRAMEWORK_PAGE = """<!doctype html>
<html
	lang="en" style="margin: 0">
	<head>
		<meta property="og:title" content="Framework" />
		<meta name="twitter:creator" content="@maker" />
		<meta charset="utf-8" />
		<link rel="manifest" href="/manifest.json" />
	</head>
	<body style="padding: 0"><gradio-app></gradio-app></body>
</html>"""


def test_the_page_carries_our_language_title_and_words() -> None:
    page = read_shell(DUTCH).complete(FRAMEWORK_PAGE)

    assert '<html\n\tlang="nl" style="margin: 0">' in page
    assert "<title>MHiAP-assistent</title>" in page
    assert f'<body style="padding: 0"><noscript><p>{DUTCH.no_script}</p></noscript>' in page


def test_the_makers_tags_are_gone_and_the_rest_stays() -> None:
    page = read_shell(DUTCH).complete(FRAMEWORK_PAGE)

    assert "maker" not in page
    assert "Framework" not in page
    assert "manifest" not in page
    assert '<meta charset="utf-8" />' in page
    assert "<gradio-app></gradio-app>" in page


def test_style_and_script_are_in_the_page_and_ask_for_nothing_elsewhere() -> None:
    head = read_shell(DUTCH).head

    assert "--accent: #154273" in head
    assert "window.mhiap" in head
    assert "url(" not in head
    assert "http" not in head
    assert "@import" not in head
