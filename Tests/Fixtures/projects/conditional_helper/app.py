try:
    from fast import pause
except ImportError:
    from slow import pause


async def run():
    pause()  # expect: blocking-sleep
