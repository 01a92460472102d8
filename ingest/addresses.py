"""Web and mail addresses in a text, and the real address behind a proxied one."""

import re
from urllib.parse import parse_qs, urlsplit, urlunsplit

_ADDRESS = re.compile(r"https?://\S+|mailto:\S+")
_PROXIES = (".mcas.ms", ".safelinks.protection.outlook.com")
_SUFFIX_PROXY = ".mcas.ms"
"""Microsoft Defender for Cloud Apps puts this behind the host of the real address."""


def is_address(text: str) -> bool:
    """Tell whether a line is nothing but a web or mail address."""
    return _ADDRESS.fullmatch(text.strip()) is not None


def replace_proxied_links(text: str) -> str:
    """Replace each proxied link in ``text`` by its real address."""
    return _ADDRESS.sub(lambda m: real_address(m.group()), text)


def real_address(address: str) -> str:
    """Return the address behind a proxied link, without the proxy, its host and its tokens.

    An address that is not proxied, or that cannot be taken apart, comes back unchanged.
    """
    while (inner := _wrapped_in(address)) is not None:
        address = inner
    return address


def _wrapped_in(address: str) -> str | None:
    """Return the address one proxy further in, which is always shorter, or ``None``."""
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return None
    fields = parse_qs(parts.query)
    inner = (fields.get("originalUrl") or fields.get("url") or [""])[0]
    if inner.startswith(("http://", "https://")) and (host.endswith(_PROXIES) or "proxy" in host):
        return inner
    if host.endswith(_SUFFIX_PROXY):
        return urlunsplit((parts.scheme, host.removesuffix(_SUFFIX_PROXY), parts.path, "", ""))
    kept = "&".join(f for f in parts.query.split("&") if not f.startswith("Mcas"))
    return None if kept == parts.query else urlunsplit(parts._replace(query=kept))
