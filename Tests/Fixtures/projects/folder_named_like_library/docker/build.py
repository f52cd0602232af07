print("makes the images")
