import boto3
import requests


class Api:
    def __init__(self):
        self.session = requests.Session()

    def call(self, path):
        return self.session.get(path)


api = Api()
s3 = boto3.client("s3")
