import time

class Button:
    def __init__(self, on_press):
        self._on_press = on_press

    def press(self):
        self._on_press()

def slow():
    time.sleep(1)

button = Button(slow)

async def handler():
    button.press()  # expect: blocking-sleep
