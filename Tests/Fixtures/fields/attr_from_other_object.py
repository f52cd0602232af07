import requests

class App:
    def __init__(self):
        self.http = None

class Loader:
    def __init__(self, app: App):
        app.http = requests.Session()

async def handler(app: App):
    app.http.get("u")  # expect: blocking-http
