# nothing here: time.sleep(1)
