from pymongo import MongoClient

client = MongoClient()
db = client["shop"]
orders = client.shop.orders


async def run():
    orders.find_one({})  # expect: blocking-database
    db.orders.insert_one({})  # expect: blocking-database
    for order in orders.find({}):  # expect: blocking-database
        print(order)
