from celery import Celery, shared_task

app = Celery("x")

@app.task
def add(a, b):
    import time
    time.sleep(1)

@shared_task(bind=True)
def mul(self, a):
    return 1

async def handler():
    result = add.delay(1, 2)
    result.get()  # expect: blocking-sdk
    mul.apply_async(args=(1,))
    mul.delay(1).get(timeout=1)  # expect: blocking-sdk
