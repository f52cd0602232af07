import os
from typing import Any

class HomeAssistant:
    config: "Config"

    def __init__(self):
        self.config = Config(self)
        self.data = {}

class Config:
    def __init__(self, hass):
        self.hass = hass
        self.config_dir = None

    def path(self, *p):
        return os.path.join(self.config_dir, *p)

    def exists(self, p):
        return os.path.exists(self.path(p))

async def async_setup(hass: HomeAssistant, config: dict[str, Any]) -> bool:
    return hass.config.exists("x")  # expect: blocking-file
