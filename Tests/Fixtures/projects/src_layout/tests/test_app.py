from shop.http import session


async def test_run():
    session.get("x")  # expect: blocking-http
