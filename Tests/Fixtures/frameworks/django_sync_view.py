import requests
from django.http import JsonResponse


def view(request):
    return JsonResponse(requests.get("x").json())


async def async_view(request):
    return JsonResponse(requests.get("x").json())  # expect: blocking-http
