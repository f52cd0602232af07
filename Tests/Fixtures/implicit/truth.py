# Whether an object is true, its class says: __bool__, else __len__.
import time


class Inbox:
    def __bool__(self):
        time.sleep(1)
        return True

    def __len__(self):
        return 1


class Jobs:
    def __len__(self):
        time.sleep(1)
        return 1


class Quick:
    def __bool__(self):
        return True

    def __len__(self):
        time.sleep(1)
        return 1


class Plain:
    pass


class Below(Plain):
    def __bool__(self):
        time.sleep(1)
        return True


async def use(handler):
    inbox, jobs = Inbox(), Jobs()
    if inbox:  # expect: blocking-sleep
        await handler()
    if not inbox:  # expect: blocking-sleep
        await handler()
    while jobs:  # expect: blocking-sleep
        await handler()
    assert inbox  # expect: blocking-sleep
    first = inbox or jobs  # expect: blocking-sleep
    second = 1 if jobs else 2  # expect: blocking-sleep
    return first, second, [x for x in (1, 2) if jobs]  # expect: blocking-sleep


async def safe(maybe: Inbox | None, handler):
    quick, plain = Quick(), Plain()
    if quick or plain:
        await handler()
    while not plain:
        await handler()
    if maybe is None:
        return None
    if maybe is not None and quick:
        return plain and maybe
    return quick and Inbox()
