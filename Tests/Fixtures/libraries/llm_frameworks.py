import chromadb
import ollama
import replicate
import tiktoken
import weaviate
from huggingface_hub import AsyncInferenceClient, InferenceClient, hf_hub_download
from langchain_community.document_loaders import PyPDFLoader
from langchain_core.language_models import BaseChatModel
from langchain_core.output_parsers import StrOutputParser
from langchain_core.prompts import ChatPromptTemplate
from langchain_openai import ChatOpenAI, OpenAIEmbeddings
from langchain_chroma import Chroma
from langgraph.graph import StateGraph
from llama_index.core import SimpleDirectoryReader, VectorStoreIndex
from ollama import AsyncClient
from pinecone import Pinecone
from pymilvus import AsyncMilvusClient, MilvusClient
from sentence_transformers import SentenceTransformer
from tavily import AsyncTavilyClient, TavilyClient
from transformers import AutoTokenizer, pipeline

model = ChatOpenAI(model="x")
chain = ChatPromptTemplate.from_template("{x}") | model | StrOutputParser()
store = Chroma(embedding_function=OpenAIEmbeddings())
graph = StateGraph(dict).compile()
index = VectorStoreIndex.from_documents([])
encoder = SentenceTransformer("x")
classify = pipeline("x")
milvus = MilvusClient("x")
milvus_async = AsyncMilvusClient("x")
vectors = Pinecone().Index("x")
collection = chromadb.HttpClient().get_collection("x")
inference = InferenceClient()
inference_async = AsyncInferenceClient()


async def langchain(given: BaseChatModel):
    model.invoke("x")  # expect: blocking-sdk
    await model.ainvoke("x")
    given.invoke("x")  # expect: blocking-sdk
    model.bind_tools([]).invoke("x")  # expect: blocking-sdk
    chain.invoke({})  # expect: blocking-sdk
    await chain.ainvoke({})
    for part in chain.stream({}):  # expect: blocking-sdk
        pass
    async for part in chain.astream({}):
        pass
    graph.invoke({})  # expect: blocking-sdk
    await graph.ainvoke({})
    ChatPromptTemplate.from_template("{x}").invoke({})
    store.similarity_search("x")  # expect: blocking-sdk
    await store.asimilarity_search("x")
    store.as_retriever().invoke("x")  # expect: blocking-sdk
    OpenAIEmbeddings().embed_query("x")  # expect: blocking-sdk
    await OpenAIEmbeddings().aembed_query("x")
    PyPDFLoader("x").load()  # expect: blocking-file
    await PyPDFLoader("x").aload()


async def llama():
    index.as_query_engine().query("x")  # expect: blocking-sdk
    await index.as_query_engine().aquery("x")
    index.as_chat_engine().chat("x")  # expect: blocking-sdk
    await index.as_chat_engine().achat("x")
    SimpleDirectoryReader("x").load_data()  # expect: blocking-file
    await SimpleDirectoryReader("x").aload_data()


async def models():
    hf_hub_download("x", "y")  # expect: blocking-http
    inference.text_generation("x")  # expect: blocking-sdk
    inference.chat.completions.create(messages=[])  # expect: blocking-sdk
    await inference_async.text_generation("x")
    await inference_async.chat.completions.create(messages=[])
    encoder.encode("x")  # expect: cpu-bound
    classify("x")  # expect: cpu-bound
    AutoTokenizer.from_pretrained("x")  # expect: blocking-file
    tiktoken.get_encoding("x")  # expect: blocking-http
    ollama.chat("x")  # expect: blocking-sdk
    await AsyncClient().chat("x")
    replicate.run("x")  # expect: blocking-sdk
    await replicate.async_run("x")
    TavilyClient().search("x")  # expect: blocking-sdk
    await AsyncTavilyClient().search("x")


async def stores():
    collection.query(query_texts=["x"])  # expect: blocking-database
    client = await chromadb.AsyncHttpClient()
    await (await client.get_collection("x")).query(query_texts=["x"])
    vectors.query(vector=[1])  # expect: blocking-sdk
    milvus.search("x", [[1]])  # expect: blocking-database
    await milvus_async.search("x", [[1]])
    with weaviate.connect_to_local() as client:  # expect: blocking-database
        pass
    async with weaviate.use_async_with_local() as client:
        await client.is_ready()
