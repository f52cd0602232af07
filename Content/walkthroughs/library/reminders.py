"""Reminders for who is late."""
import asyncio
import os
import time

HOST = os.environ.get("MAIL_HOST", "127.0.0.1")


async def remind(name, tries=3):
    """Asks the mail server whether it is there; it is busy now and then."""
    for attempt in range(1, tries + 1):
        try:
            _, writer = await asyncio.open_connection(HOST, 2525)
        except OSError:
            time.sleep(0.5)
            continue
        writer.close()
        return attempt
    return tries
