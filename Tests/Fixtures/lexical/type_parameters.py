import time


class Box[T]:
    async def run[S](self, item: S) -> T:
        time.sleep(1)  # expect: blocking-sleep


type Pair = tuple[int, int]
