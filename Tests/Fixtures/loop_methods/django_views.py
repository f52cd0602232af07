import requests
from asgiref.sync import sync_to_async
from django.http import HttpResponse
from django.views import View


def plain(request):
    return HttpResponse(requests.get("https://example.org").text)


async def view(request):
    text = requests.get("https://example.org").text  # expect: blocking-http
    return HttpResponse(text)


class Page(View):
    def get(self, request):
        return HttpResponse(requests.get("https://example.org").text)


class AsyncPage(View):
    async def get(self, request):
        await sync_to_async(plain)(request)
        return HttpResponse(requests.get("https://example.org").text)  # expect: blocking-http
