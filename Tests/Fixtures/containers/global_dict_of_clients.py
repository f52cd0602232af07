import boto3

_clients = {}

def client(name):
    if name not in _clients:
        _clients[name] = boto3.client(name)
    return _clients[name]

async def handler():
    client("s3").put_object(Bucket="x")  # expect: blocking-sdk
