enum HandbookRoom {}
