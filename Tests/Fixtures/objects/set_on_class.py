# What is set on a class from elsewhere.

class Model:
    session = None
    name = None


class Reader:
    def read(self):
        return open("x").read()


class Fixed:
    session = "none"


def start():
    Model.session = Reader()
    Model.name = "model"
    Fixed.session = "other"


async def bad(model: Model):
    Model.session.read()  # expect: blocking-file
    return model.session.read()  # expect: blocking-file


async def good():
    Model.name.upper()
    return Fixed.session.upper()
