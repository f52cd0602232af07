"""Services for language models, their search and stores, beside their asynchronous twins."""

import asyncio
import io

import assemblyai
import astrapy
import dashscope
import datasets
import deepgram
import exa_py
import fal_client
import firecrawl
import lancedb
import langfuse
import langsmith
import mem0
import mlflow
import mutagen
import nltk
import pypandoc
import redisvl.index
import spacy
import surrealdb
import upstash_redis
import upstash_redis.asyncio
import upstash_vector
import vertexai.preview.rag
import voyageai
import wandb
import xai_sdk
import xgboost
import zai
import zep_cloud
from cerebras.cloud.sdk import AsyncCerebras, Cerebras
from ddgs import DDGS
from e2b_code_interpreter import AsyncSandbox, Sandbox
from edge_tts import Communicate
from fastembed import TextEmbedding
from google import genai
from ibm_watsonx_ai.foundation_models import ModelInference
from langchain_core.documents import Document
from llama_index.core.node_parser import MarkdownNodeParser, SentenceSplitter
from markitdown import MarkItDown
from mutagen.mp3 import MP3
from nbconvert.exporters.base import get_exporter
from rank_bm25 import BM25Okapi
from vertexai import rag
from youtube_transcript_api import YouTubeTranscriptApi
from zep_cloud.client import AsyncZep, Zep


async def pages(url):
    app = firecrawl.Firecrawl(api_key="k")
    app.scrape(url)  # expect: blocking-sdk
    await firecrawl.AsyncFirecrawl(api_key="k").scrape(url)
    exa_py.Exa("k").search("cats")  # expect: blocking-sdk
    await exa_py.AsyncExa("k").search("cats")
    with DDGS() as search:
        search.text("cats")  # expect: blocking-http
    transcripts = YouTubeTranscriptApi()
    transcripts.fetch("id")  # expect: blocking-http
    return await asyncio.to_thread(transcripts.fetch, "id")


async def sandboxes(code):
    box = Sandbox.create()  # expect: blocking-sdk
    box.run_code(code)  # expect: blocking-sdk
    box.commands.run("ls")  # expect: blocking-sdk
    box.files.read("a")  # expect: blocking-sdk
    calm = await AsyncSandbox.create()
    await calm.run_code(code)
    await calm.files.read("a")


async def vectors(texts):
    voyageai.Client().embed(texts)  # expect: blocking-sdk
    await voyageai.AsyncClient().embed(texts)
    index = upstash_vector.Index(url="u", token="t")
    index.upsert(texts)  # expect: blocking-database
    await upstash_vector.AsyncIndex(url="u", token="t").upsert(texts)
    cache = upstash_redis.Redis(url="u", token="t")
    cache.get("a")  # expect: blocking-database
    await upstash_redis.asyncio.Redis(url="u", token="t").get("a")
    model = TextEmbedding()  # expect: blocking-file
    return model


async def traces():
    client = langfuse.Langfuse()
    client.get_prompt("greeting")  # expect: blocking-sdk
    client.flush()  # expect: blocking-sdk
    client.create_event(name="in a queue")
    await client.async_api.prompts.get("greeting")
    smith = langsmith.Client()
    smith.list_runs(project_name="p")  # expect: blocking-sdk
    await langsmith.AsyncClient().read_run("1")


async def memories(text):
    zep = Zep(api_key="k")
    zep.thread.add_messages("1", messages=[])  # expect: blocking-sdk
    zep.graph.node.get("1")  # expect: blocking-sdk
    await AsyncZep(api_key="k").thread.add_messages("1", messages=[])
    zep_cloud.AsyncZep(api_key="k")
    memory = mem0.Memory()
    memory.add(text, user_id="1")  # expect: blocking-sdk
    await mem0.AsyncMemory().add(text, user_id="1")


async def stores(schema):
    database = astrapy.DataAPIClient("t").get_database("u")
    collection = database.get_collection("c")
    collection.find_one({})  # expect: blocking-database
    calm = astrapy.DataAPIClient("t").get_async_database("u").get_collection("c")
    await calm.find_one({})
    lance = lancedb.connect("data")  # expect: blocking-database
    table = lance.open_table("t")  # expect: blocking-database
    table.search([1.0]).limit(2).to_list()  # expect: blocking-database
    other = await lancedb.connect_async("data")
    await other.open_table("t")
    surreal = surrealdb.Surreal("http://db")
    surreal.query("select * from a")  # expect: blocking-database
    await surrealdb.AsyncSurreal("http://db").query("select * from a")
    index = redisvl.index.SearchIndex.from_dict(schema)
    index.query("q")  # expect: blocking-database
    await redisvl.index.AsyncSearchIndex.from_dict(schema).query("q")


async def speech(path):
    assemblyai.Transcriber().transcribe(path)  # expect: blocking-sdk
    deepgram.DeepgramClient(api_key="k").listen.v1.media.transcribe_url(url="u")  # expect: blocking-sdk
    await deepgram.AsyncDeepgramClient(api_key="k").listen.v1.media.transcribe_url(url="u")
    talk = Communicate("hello")
    talk.save_sync("a.mp3")  # expect: blocking-http
    await talk.save("a.mp3")


async def pictures():
    fal_client.run("flux", arguments={})  # expect: blocking-sdk
    handle = fal_client.submit("flux", arguments={})  # expect: blocking-sdk
    handle.get()  # expect: blocking-sdk
    await fal_client.run_async("flux", arguments={})
    calm = await fal_client.submit_async("flux", arguments={})
    await calm.get()


async def chats(messages):
    zai.ZaiClient(api_key="k").chat.completions.create(model="m", messages=messages)  # expect: blocking-sdk
    dashscope.Generation.call(model="qwen", messages=messages)  # expect: blocking-sdk
    await dashscope.AioGeneration.call(model="qwen", messages=messages)
    model = ModelInference(model_id="m")
    model.chat(messages)  # expect: blocking-sdk
    await model.achat(messages)
    Cerebras().chat.completions.create(model="m", messages=messages)  # expect: blocking-sdk
    await AsyncCerebras().chat.completions.create(model="m", messages=messages)
    chat = xai_sdk.Client().chat.create(model="grok")
    chat.append(messages)
    chat.sample()  # expect: blocking-sdk
    await xai_sdk.AsyncClient().chat.create(model="grok").sample()


async def google(text):
    client = genai.Client(api_key="k")  # expect: blocking-file
    rag.retrieval_query(text=text)  # expect: blocking-sdk
    vertexai.preview.rag.retrieval_query(text=text)  # expect: blocking-sdk
    await asyncio.to_thread(rag.retrieval_query, text=text)
    return await client.aio.models.list()


    MarkItDown().convert(path)  # expect: cpu-bound
    splitter = SentenceSplitter(chunk_size=512)
    splitter.split_text(text)  # expect: cpu-bound
    MarkdownNodeParser().get_nodes_from_documents([])  # expect: cpu-bound
    await splitter.aget_nodes_from_documents([])
    await asyncio.to_thread(splitter.split_text, text)
    exporter = get_exporter(kind)()
    pypandoc.convert_file(path, "docx")  # expect: blocking-subprocess
    return Document(page_content=text)


async def ranks(corpus, words):
    ranking = BM25Okapi(corpus)  # expect: cpu-bound
    return ranking.get_scores(words)  # expect: cpu-bound


async def models(rows, text):
    language = spacy.load("en_core_web_sm")  # expect: blocking-file
    language(text)  # expect: cpu-bound
    blank = spacy.blank("en")
    nltk.download("punkt")  # expect: blocking-file
    forest = xgboost.XGBClassifier()
    forest.fit(rows, rows)  # expect: cpu-bound
    await asyncio.to_thread(forest.fit, rows, rows)
    datasets.load_dataset("squad")  # expect: blocking-http
    memory = datasets.Dataset.from_dict({"a": [1]})
    return blank, memory


async def records():
    mlflow.log_metric("loss", 0.1)  # expect: blocking-sdk
    await asyncio.to_thread(mlflow.log_metric, "loss", 0.1)
    run = wandb.init(project="p")  # expect: blocking-sdk
    run.log({"loss": 0.1})
    run.finish()  # expect: blocking-sdk


async def songs(path):
    mutagen.File(path)  # expect: blocking-file
    MP3(path)  # expect: blocking-file
    empty = MP3()
    mutagen.File(io.BytesIO(b"x"))
    return empty
