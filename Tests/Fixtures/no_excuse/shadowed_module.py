# Local names that merely look like modules.
import time


async def use(requests, sleep=None):
    requests.get("https://example.org")
    time = {"sleep": print}
    time["sleep"](1)


class subprocess:
    @staticmethod
    def run(command):
        return command


async def more():
    subprocess.run(["x"])
    requests = {}
    requests.get("x")
    time.sleep(1)  # expect: blocking-sleep
