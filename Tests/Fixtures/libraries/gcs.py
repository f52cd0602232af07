from google.cloud import storage, bigquery, firestore, pubsub_v1, secretmanager

client = storage.Client()

class Bucket:
    def __init__(self):
        self._client = storage.Client()
        self._bucket = self._client.bucket("x")

    def put(self, data):
        blob = self._bucket.blob("x")
        blob.upload_from_string(data)

async def handler():
    Bucket().put("x")  # expect: blocking-sdk
    client.bucket("x").blob("y").download_as_bytes()  # expect: blocking-sdk
    bigquery.Client().query("x").result()  # expect: blocking-sdk, blocking-sdk
    firestore.Client().collection("x").document("y").get()  # expect: blocking-sdk
