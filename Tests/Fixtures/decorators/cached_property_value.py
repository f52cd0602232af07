from functools import cached_property
import boto3

class A:
    @cached_property
    def s3(self):
        return boto3.client("s3")

    async def run(self):
        self.s3.put_object(Bucket="x")  # expect: blocking-sdk
