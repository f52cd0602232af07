"""Folders without `__init__.py` share their names with installed packages."""

import docker
import google.auth.transport.requests
from docker import DockerClient
from google.tool import steps


async def main(client: DockerClient):
    client.containers.list()  # expect: blocking-sdk
    docker.from_env().containers.list()  # expect: blocking-sdk
    session = google.auth.transport.requests.AuthorizedSession(None)
    session.get("https://example.org")  # expect: blocking-http
    steps.wait()  # expect: blocking-sleep
    steps.hurry()
