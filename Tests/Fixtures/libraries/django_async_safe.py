from django.db import models


class User(models.Model):
    name = models.CharField(max_length=1)


async def view(request):
    user = await User.objects.aget(pk=1)
    await user.asave()
    async for other in User.objects.filter(name="x").order_by("name"):
        await other.adelete()
    created, is_new = await User.objects.aget_or_create(name="x")
    await created.arefresh_from_db()
    return await User.objects.acount()
