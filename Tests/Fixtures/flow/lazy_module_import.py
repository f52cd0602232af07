async def handler():
    import requests as rq
    from os import listdir as ls
    rq.get("u")  # expect: blocking-http
    ls(".")  # expect: blocking-file
