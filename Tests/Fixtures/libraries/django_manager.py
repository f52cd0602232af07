from django.db import models

class PostQuerySet(models.QuerySet):
    def live(self):
        return self.filter(live=True)

class PostManager(models.Manager):
    def get_queryset(self):
        return PostQuerySet(self.model)

    def recent(self):
        return self.filter(x=1)

class Post(models.Model):
    objects = PostManager()
    live = PostQuerySet.as_manager()

async def view(request):
    Post.objects.recent().count()  # expect: sync-orm
    Post.live.live().first()  # expect: sync-orm
    Post.objects.get(pk=1)  # expect: sync-orm
