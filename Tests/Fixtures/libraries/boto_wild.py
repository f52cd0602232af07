import boto3

s3 = boto3.client("s3")

class Store:
    def __init__(self, session: boto3.Session):
        self.table = session.resource("dynamodb").Table("x")
        self.bucket = boto3.resource("s3").Bucket("b")

    async def run(self):
        self.table.put_item(Item={})  # expect: blocking-sdk
        for o in self.bucket.objects.all():  # expect: blocking-sdk
            pass
        self.bucket.upload_file("a", "b")  # expect: blocking-sdk
        self.bucket.Object("x").get()["Body"].read()  # expect: blocking-sdk, blocking-sdk

async def handler():
    s3.get_object(Bucket="x")  # expect: blocking-sdk
    boto3.Session().client("sqs").receive_message()  # expect: blocking-sdk
    body = s3.get_object(Bucket="x")["Body"].read()  # expect: blocking-sdk, blocking-sdk
