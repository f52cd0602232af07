import boto3

s3 = boto3.client("s3")
table = boto3.resource("dynamodb").Table("x")


async def run():
    s3.put_object(Bucket="x")  # expect: blocking-sdk
    s3.generate_presigned_url("get_object")
    table.put_item(Item={})  # expect: blocking-sdk
