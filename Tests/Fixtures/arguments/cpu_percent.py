import psutil


async def safe():
    psutil.cpu_percent()
    psutil.cpu_percent(None)
    psutil.cpu_percent(interval=None)
    psutil.cpu_percent(interval=0.0)


async def blocks(seconds):
    psutil.cpu_percent(1)  # expect: blocking-sleep
    psutil.cpu_percent(interval=0.5)  # expect: blocking-sleep
    psutil.cpu_percent(interval=seconds)  # expect: blocking-sleep
