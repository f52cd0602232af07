import requests

class Client:
    def get(self):
        return requests.get("u")
