import firebase_admin
from azure.data.tables import TableClient
from azure.data.tables.aio import TableClient as AsyncTableClient
from azure.keyvault.secrets import SecretClient
from azure.keyvault.secrets.aio import SecretClient as AsyncSecretClient
from azure.search.documents import SearchClient
from azure.search.documents.aio import SearchClient as AsyncSearchClient
from azure.servicebus import ServiceBusClient
from azure.servicebus.aio import ServiceBusClient as AsyncServiceBusClient
from azure.storage.queue import QueueClient
from firebase_admin import auth, firestore, messaging
from google.cloud import kms, secretmanager, speech_v1, tasks_v2, vision
from google.cloud import logging as cloud_logging
from google.oauth2 import id_token
import google.generativeai as genai

secrets = secretmanager.SecretManagerServiceClient()
secrets_async = secretmanager.SecretManagerServiceAsyncClient()
tasks = tasks_v2.CloudTasksClient()
model = genai.GenerativeModel("x")
bus = ServiceBusClient.from_connection_string("x")


async def google():
    secrets.access_secret_version(name="x")  # expect: blocking-sdk
    secrets.secret_version_path("a", "b", "c")
    await secrets_async.access_secret_version(name="x")
    tasks.create_task(parent="x")  # expect: blocking-sdk
    vision.ImageAnnotatorClient().text_detection(image=None)  # expect: blocking-sdk
    speech_v1.SpeechClient().recognize()  # expect: blocking-sdk
    kms.KeyManagementServiceClient().encrypt()  # expect: blocking-sdk
    cloud_logging.Client().logger("x").log_text("x")  # expect: blocking-sdk
    id_token.verify_oauth2_token("x", None)  # expect: blocking-http
    model.generate_content("x")  # expect: blocking-sdk
    await model.generate_content_async("x")
    model.start_chat().send_message("x")  # expect: blocking-sdk
    await model.start_chat().send_message_async("x")


async def firebase():
    auth.get_user("x")  # expect: blocking-sdk
    auth.create_custom_token("x")
    messaging.send(messaging.Message())  # expect: blocking-sdk
    await messaging.send_each_async([])
    firestore.client().collection("x").document("y").get()  # expect: blocking-sdk


async def azure(sender_name):
    SecretClient("x", None).get_secret("x")  # expect: blocking-sdk
    await AsyncSecretClient("x", None).get_secret("x")
    SearchClient("x", "y", None).search("x")  # expect: blocking-sdk
    await AsyncSearchClient("x", "y", None).search("x")
    with bus.get_queue_sender(sender_name) as sender:
        sender.send_messages([])  # expect: blocking-sdk
    async with AsyncServiceBusClient("x", None).get_queue_sender("x") as sender:
        await sender.send_messages([])
    TableClient.from_connection_string("x", "y").upsert_entity({})  # expect: blocking-sdk
    await AsyncTableClient.from_connection_string("x", "y").upsert_entity({})
    QueueClient.from_connection_string("x", "y").send_message("x")  # expect: blocking-sdk
