"""Which services answer? `python overview.py` prints it, the status page shows it."""
import asyncio

from probes import answers

SERVICES = {
    "printer": ("127.0.0.1", 9100),
    "files": ("127.0.0.1", 445),
    "mail": ("127.0.0.1", 25),
}


async def probe_all():
    states = await asyncio.gather(
        *(answers(host, port) for host, port in SERVICES.values())
    )
    return dict(zip(SERVICES, states))


def overview():
    return asyncio.run(probe_all())


if __name__ == "__main__":
    print(overview())
