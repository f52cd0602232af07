"""Albums and the pictures in them."""
from pictures import Photograph


class Album:
    def __init__(self, pictures):
        self.pictures = [Photograph(name) for name in pictures]

    def cover(self):
        """The first picture, small."""
        first = self.pictures[0]
        return first.thumbnail().caption


class Shelf:
    def __init__(self, albums):
        self.albums = {name: Album(pictures) for name, pictures in albums.items()}

    def album(self, name) -> Album:
        return self.albums[name]
