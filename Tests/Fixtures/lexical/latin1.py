# -*- coding: latin-1 -*-
import time


async def grüße():
    text = "äöü"; time.sleep(1)  # expect: blocking-sleep
    return text
