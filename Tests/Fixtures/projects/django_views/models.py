from django.db import models


class Base(models.Model):
    class Meta:
        abstract = True


class Order(Base):
    @classmethod
    def recent(cls):
        return cls.objects.first()
