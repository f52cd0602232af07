from django.db import models

class User(models.Model):
    name = models.CharField(max_length=1)

async def view(request):
    user = User.objects.get(pk=1)  # expect: sync-orm
    user.save()  # expect: sync-orm
    u = User.objects.filter(x=1).first()  # expect: sync-orm
    u.delete()  # expect: sync-orm
    v = await User.objects.aget(pk=1)
    v.save()  # expect: sync-orm
    await v.asave()
    for w in User.objects.all():  # expect: sync-orm
        w.refresh_from_db()  # expect: sync-orm
    async for z in User.objects.filter(a=1):
        z.save()  # expect: sync-orm
    new, created = User.objects.get_or_create(x=1)  # expect: sync-orm
    new.save()  # expect: sync-orm
    User(name="x").save()  # expect: sync-orm
    list(User.objects.all())  # expect: sync-orm
    User.objects.filter(x=1)[0].save()  # expect: sync-orm, sync-orm
