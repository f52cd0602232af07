import time


class registry:
    def add(self, *names, **options):
        return lambda function: function


@registry().add("time.sleep(1)", key=lambda: time.sleep(1))
@registry().add(
    "x",
)
async def run():
    time.sleep(1)  # expect: blocking-sleep
