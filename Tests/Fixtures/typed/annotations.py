from __future__ import annotations

import typing
from typing import Annotated, List, Optional, Union

import requests
from requests import Session


async def plain(session: Session, url):
    return session.get(url)  # expect: blocking-http


async def dotted(session: requests.Session, url):
    return session.get(url)  # expect: blocking-http


async def optional(session: Optional[Session], url):
    return session.get(url)  # expect: blocking-http


async def typing_optional(session: typing.Optional[Session], url):
    return session.get(url)  # expect: blocking-http


async def union(session: Union[Session, None], url):
    return session.get(url)  # expect: blocking-http


async def bar(session: Session | None, url):
    return session.get(url)  # expect: blocking-http


async def quoted(session: "Session", url):
    return session.get(url)  # expect: blocking-http


async def quoted_optional(session: "Optional[requests.Session]", url):
    return session.get(url)  # expect: blocking-http


async def quoted_bar(session: "requests.Session | None" = None, url=""):
    return session.get(url)  # expect: blocking-http


async def annotated(session: Annotated[Session, "shared"], url):
    return session.get(url)  # expect: blocking-http


async def several(sessions: List[Session], url):
    sessions.get(url)
    sessions[0].get(url)  # expect: blocking-http
