# Another Protocol: no loop calls this.
import time
from typing import Protocol


class Source(Protocol):
    def data_received(self, data):
        time.sleep(1)

    def connection_made(self, transport):
        time.sleep(1)
