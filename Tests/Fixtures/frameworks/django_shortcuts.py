from django.db import models
from django.shortcuts import aget_object_or_404, get_object_or_404


class Item(models.Model):
    name = models.TextField()


async def view(request, key):
    item = get_object_or_404(Item, pk=key)  # expect: sync-orm
    item.save()  # expect: sync-orm
    other = await aget_object_or_404(Item.objects.filter(name="x"), pk=key)
    other.delete()  # expect: sync-orm
    await other.asave()
