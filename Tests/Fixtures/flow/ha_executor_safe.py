import os

class HomeAssistant:
    def async_add_executor_job(self, target, *args):
        return self.loop.run_in_executor(None, target, *args)

def load(path):
    return open(path).read()

async def async_setup(hass: HomeAssistant, config):
    await hass.async_add_executor_job(load, "x")
    await hass.async_add_executor_job(os.path.exists, "x")
