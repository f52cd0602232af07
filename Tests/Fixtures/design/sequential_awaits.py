import asyncio


async def independent(shop):
    orders = await shop.orders()  # expect: sequential-awaits
    stock = await shop.stock()
    news = await shop.news()
    return orders, stock, news


async def dependent(shop):
    user = await shop.user()
    orders = await shop.orders(user)
    stock = await shop.stock()
    return orders, stock


async def only_two(shop):
    orders = await shop.orders()
    stock = await shop.stock()
    return orders, stock


async def same_call(shop):
    first = await shop.page(1)
    second = await shop.page(2)
    third = await shop.page(3)
    return first, second, third


async def protocol(stream):
    head = await stream.read_head()
    size = await stream.read_size()
    body = await stream.read_body()
    return head, size, body


async def together(shop):
    a, b, c = await asyncio.gather(shop.orders(), shop.stock(), shop.news())
    return a, b, c


async def something_between(shop):
    orders = await shop.orders()
    stock = await shop.stock()
    print(stock)
    news = await shop.news()
    return orders, news
