from pymongo import MongoClient
from motor.motor_asyncio import AsyncIOMotorClient

client = MongoClient("x")
db = client["name"]
motor = AsyncIOMotorClient()

class Repo:
    collection = client.mydb.users

    def find(self):
        return self.collection.find_one({})

async def handler():
    db.users.find_one({})  # expect: blocking-database
    db["users"].insert_one({})  # expect: blocking-database
    client.get_database("x").get_collection("y").update_one({}, {})  # expect: blocking-database
    Repo().find()  # expect: blocking-database
    list(db.users.find({}))  # expect: blocking-database
    for d in db.users.find({}).sort("x").limit(1):  # expect: blocking-database
        pass
    await motor.db.users.find_one({})
