"""The stage for every lab. `python3 stage.py` plays main.py and measures how long the event loop stands still meanwhile."""
import asyncio
import time

BEAT = 0.01


async def visit(answer, questions):
    """Serves `answer` on a port of its own, and puts all the questions to it at once."""

    async def serve(reader, writer):
        try:
            question = (await reader.readline()).decode().strip()
            writer.write(f"{await answer(question)}\n".encode())
            await writer.drain()
        finally:
            writer.close()

    async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        lines = await asyncio.gather(*[ask(port, question) for question in questions])
        for question, line in zip(questions, lines):
            print(f"{question}: {line}")


async def ask(port, question):
    """Sends one line and gives the line that comes back."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"{question}\n".encode())
    line = await reader.readline()
    writer.close()
    return line.decode().strip()


async def beat(stops):
    """A heart: each beat that comes late tells how long the loop did not get to it."""
    while True:
        asleep = time.perf_counter()
        await asyncio.sleep(BEAT)
        stops.append(time.perf_counter() - asleep - BEAT)


async def play():
    import main

    stops = []
    heart = asyncio.create_task(beat(stops))
    await asyncio.sleep(3 * BEAT)
    stops.clear()
    begin = time.perf_counter()
    await main.main()
    took = time.perf_counter() - begin
    await asyncio.sleep(3 * BEAT)
    heart.cancel()
    still = sum(stop for stop in stops if stop > 3 * BEAT)
    longest = max(stops)
    print(f"The loop stood still for {still:.2f} of {took:.2f} seconds, {longest:.2f} at a stretch.")


if __name__ == "__main__":
    asyncio.run(play())
