# What was asked of a local name or an attribute before it is handed on.
import getpass
import time


def passwd(passphrase=None):
    if passphrase is None:
        passphrase = getpass.getpass()
    return hash(passphrase)


async def good(get, settings):
    password = get("password")
    if password:
        passwd(password)
    if settings.password is not None:
        passwd(settings.password)
    other = get("other")
    if other is None:
        return None
    return passwd(other)


async def bad(get, settings):
    password = get("password")
    if password:
        password = get("new")
        passwd(password)  # expect: blocking-input
    if not settings.password:
        passwd(settings.password)  # expect: blocking-input
    other = get("other")
    if password:
        passwd(other)  # expect: blocking-input


async def bad_in_turns(get):
    password = get("password")
    if password is None:
        return
    while get("more"):
        passwd(password)  # expect: blocking-input
        password = get("password")


async def bad_for_each(passwords):
    password = "first"
    if password:
        for password in passwords:
            passwd(password)  # expect: blocking-input


async def good_by_kind(kind):
    password = None
    if kind:
        password = "x"
    if password is not None:
        passwd(password)
