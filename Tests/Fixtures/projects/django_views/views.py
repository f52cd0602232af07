from models import Order


async def show(request):
    return Order.recent()  # expect: sync-orm


def listing(request):
    return Order.recent()
