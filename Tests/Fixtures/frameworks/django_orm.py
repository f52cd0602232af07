from asgiref.sync import sync_to_async
from django.db import models
from django.shortcuts import get_object_or_404


class Order(models.Model):
    number = models.IntegerField()


async def blocks(request, key):
    order = Order.objects.get(pk=key)  # expect: sync-orm
    print(order)
    for each in Order.objects.filter(number=1):  # expect: sync-orm
        print(each)
    return get_object_or_404(Order, pk=key)  # expect: sync-orm


async def safe(request, key):
    order = await Order.objects.aget(pk=key)
    await order.asave()
    async for each in Order.objects.filter(number=1):
        print(each)
    await sync_to_async(get_object_or_404)(Order, pk=key)
    return await Order.objects.filter(number=2).acount()
