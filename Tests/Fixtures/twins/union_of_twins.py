# Of a synchronous class and its asynchronous twin, what is awaited or entered by `async with` is the latter.
import time
from typing import Union, overload


class SyncClient:
    def __enter__(self):
        return self

    def __exit__(self, *error):
        return None

    def post(self):
        time.sleep(1)

    def close(self):
        time.sleep(1)


class AsyncClient:
    async def __aenter__(self):
        return self

    async def __aexit__(self, *error):
        return None

    async def post(self):
        return 1

    def close(self):
        return None


@overload
def get_client(sync: bool) -> SyncClient: ...


@overload
def get_client(sync: None = None) -> AsyncClient: ...


def get_client(sync=None) -> Union[SyncClient, AsyncClient]:
    return SyncClient() if sync else AsyncClient()


async def awaited(client: Union[SyncClient, AsyncClient]):
    return await client.post()


async def entered():
    async with get_client() as client:
        client.close()
        return await client.post()


async def not_awaited(client: Union[SyncClient, AsyncClient]):
    return client.post()  # expect: blocking-sleep


async def entered_synchronously():
    with get_client(sync=True) as client:
        client.close()  # expect: blocking-sleep


async def entered_by_name(client=None):
    if client is None:
        client = get_client()
    async with client:
        asked = client.post()
        return await asked
