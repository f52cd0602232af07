import clickhouse_connect
import couchbase.cluster
import dataset
import diskcache
import lmdb
import redshift_connector
import trino
from acouchbase.cluster import Cluster as AsyncCluster
from arango import ArangoClient
from databricks import sql
from rq import Queue
from tinydb import TinyDB

cache = diskcache.Cache("x")
queue = Queue(connection=None)
documents = TinyDB("x")


async def handler():
    cursor = trino.dbapi.connect(host="x").cursor()
    cursor.execute("x")  # expect: blocking-database
    cursor.fetchall()  # expect: blocking-database
    with sql.connect() as connection:  # expect: blocking-database
        connection.cursor().execute("x")  # expect: blocking-database
    redshift_connector.connect()  # expect: blocking-database
    clickhouse_connect.get_client().query("x")  # expect: blocking-database, blocking-database
    client = await clickhouse_connect.get_async_client()
    await client.query("x")
    bucket = couchbase.cluster.Cluster.connect("x", None).bucket("y")  # expect: blocking-database
    bucket.default_collection().get("x")  # expect: blocking-database
    await (await AsyncCluster.connect("x", None)).bucket("y").default_collection().get("x")
    database = ArangoClient().db("x")
    database.collection("x").insert({})  # expect: blocking-database
    database.aql.execute("x")  # expect: blocking-database
    dataset.connect("x")["y"].insert({})  # expect: blocking-database
    documents.insert({})  # expect: blocking-file
    queue.enqueue(print)  # expect: blocking-database
    cache.get("x")  # expect: blocking-file
    with lmdb.open("x").begin(write=True) as transaction:  # expect: blocking-file
        transaction.get(b"x")
        transaction.commit()  # expect: blocking-file
