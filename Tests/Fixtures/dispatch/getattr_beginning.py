# A method whose name is put together, or stands in a table.
import shutil
import time


class Session:
    COMMANDS = {"w": "wait", "h": "home"}

    async def serve(self, messages):
        async for message in messages:
            handler = getattr(self, f"on_{message.kind}", None)
            if handler is not None:
                handler(message)  # expect: blocking-file
            getattr(self, self.COMMANDS[message.key])()  # expect: blocking-sleep
            name = "ask_" + message.kind
            getattr(self, name)(message)  # expect: blocking-sleep
            getattr(self, f"quiet_{message.kind}")(message)
            getattr(self, message.kind)(message)

    def on_ping(self, message):
        return message

    def on_copy(self, message):
        shutil.copytree(message.source, message.target)

    def ask_later(self, message):
        time.sleep(1)

    def quiet_one(self, message):
        return message

    def wait(self):
        time.sleep(2)

    def home(self):
        return 0
