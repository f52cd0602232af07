import time


async def run(x):
	if x:
		time.sleep(1)  # expect: blocking-sleep
	time.sleep(2)  # expect: blocking-sleep
