import middle


class Service(middle.Middle):
    async def run(self, url):
        self.load(url)  # expect: blocking-http
        return self.session.get(url)  # expect: blocking-http
