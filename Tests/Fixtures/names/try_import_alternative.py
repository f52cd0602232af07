try:
    import ujson as json
except ImportError:
    import json

try:
    from time import sleep
except ImportError:

    def sleep(seconds):
        pass


async def tick(text):
    sleep(1)  # expect: blocking-sleep
    return json.loads(text)
