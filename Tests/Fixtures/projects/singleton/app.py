from clients import api, s3


async def run():
    api.call("x")  # expect: blocking-http
    s3.list_buckets()  # expect: blocking-sdk
