# What makes a queryset ask the database, besides its methods.
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import models

User = get_user_model()


class PostQuerySet(models.QuerySet):
    def published(self):
        return self.filter(published=True)

    def titles(self):
        return list(self.values_list("title", flat=True))


class Photo(models.Model):
    tags = models.ManyToManyField("Tag")


class Post(models.Model):
    objects = PostQuerySet.as_manager()


async def listing(request):
    Post.objects.published().titles()  # expect: sync-orm
    len(Post.objects.filter(pk=1))  # expect: sync-orm
    Post.objects.order_by("pk")[0]  # expect: sync-orm
    Post.objects.order_by("pk")[:10]
    banned = Post.objects.filter(pk=2)
    if banned:  # expect: sync-orm
        return None
    User.objects.get(pk=1)  # expect: sync-orm
    Group.objects.filter(name="a").delete()  # expect: sync-orm
    photo = await Photo.objects.aget(pk=1)
    photo.tags.count()  # expect: sync-orm
    posts = [post async for post in Post.objects.all()]
    len(posts)


async def listed(request):
    posts = list(Post.objects.all())  # expect: sync-orm
    for post in posts:
        str(post)
    return len(posts), posts[0]
