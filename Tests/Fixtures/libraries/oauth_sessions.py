from typing import Optional, Tuple

from authlib.integrations.httpx_client import AsyncOAuth2Client
from authlib.integrations.requests_client import OAuth2Session
from requests_oauthlib import OAuth2Session as PlainSession


def make(scheme) -> Tuple[Optional[OAuth2Session], Optional[str]]:
    session = OAuth2Session("id", "secret")
    return session, scheme.token_url


async def refresh(scheme, token):
    client, endpoint = make(scheme)
    if not client:
        return token
    return client.refresh_token(endpoint, refresh_token=token)  # expect: blocking-http


async def fetch(url, secret):
    session = PlainSession("id")
    return session.fetch_token(url, client_secret=secret)  # expect: blocking-http


async def waits(url):
    client = AsyncOAuth2Client("id", "secret")
    return await client.fetch_token(url)
