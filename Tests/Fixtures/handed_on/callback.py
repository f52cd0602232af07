import time


class Button:
    def on_click(self, action):
        self.action = action


def work():
    time.sleep(1)


async def wire(button: Button):
    button.on_click(work)
    button.on_click(action=work)
