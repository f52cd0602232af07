from client import Client

client: Client = None

def init():
    global client
    client = Client()
