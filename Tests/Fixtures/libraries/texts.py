"""Markup, language, graphs and vectors."""

import asyncio
import io

import dlt
import faiss
import fastembed
import frontmatter
import html2text
import jieba
import jieba.posseg
import langdetect
import mammoth
import markdown
import mistune
import networkx as nx
import pdfplumber
from markdownify import markdownify
from md2pdf.core import md2pdf
from pdfminer.high_level import extract_text
from presidio_analyzer import AnalyzerEngine
from rdflib import Graph
from readability import Document
from tokenizers import Tokenizer
from unstructured.partition.auto import partition
from upath import UPath

analyzer = AnalyzerEngine()


async def markup(text, page):
    markdown.markdown(text)  # expect: cpu-bound
    markdown.Markdown(extensions=["tables"]).convert(text)  # expect: cpu-bound
    mistune.html(text)  # expect: cpu-bound
    markdownify(page)  # expect: cpu-bound
    reader = html2text.HTML2Text()
    reader.ignore_links = True
    reader.handle(page)  # expect: cpu-bound
    Document(page).summary()  # expect: cpu-bound
    await asyncio.to_thread(markdownify, page)
    md2pdf("x.pdf", raw=text)  # expect: cpu-bound


async def documents(data):
    mammoth.convert_to_html(data)  # expect: cpu-bound
    partition("x.docx")  # expect: cpu-bound
    extract_text("x.pdf")  # expect: cpu-bound
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        print(pdf.metadata)
    pdfplumber.open("x.pdf")  # expect: blocking-file
    frontmatter.load("x.md")  # expect: blocking-file
    frontmatter.loads("x")
    UPath("x").read_text()  # expect: blocking-file


async def language(text):
    for word in jieba.cut(text):  # expect: cpu-bound
        print(word)
    jieba.posseg.lcut(text)  # expect: cpu-bound
    langdetect.detect(text)  # expect: cpu-bound
    analyzer.analyze(text, language="en")  # expect: cpu-bound
    AnalyzerEngine()  # expect: blocking-file
    Tokenizer.from_file("x.json").encode(text)  # expect: blocking-file
    Tokenizer.from_pretrained("x").encode_batch([text])  # expect: blocking-http, cpu-bound


async def graphs(query):
    graph = Graph()
    graph.parse("x.ttl")  # expect: cpu-bound
    graph.query(query)  # expect: cpu-bound
    graph.add(query)
    nx.read_graphml("x")  # expect: blocking-file
    nx.Graph().add_edge(1, 2)


model = fastembed.TextEmbedding()


async def vectors(rows):
    print(list(model.embed(rows)))  # expect: cpu-bound
    for row in model.query_embed("x"):  # expect: cpu-bound
        print(row)
    await asyncio.to_thread(lambda: list(model.embed(rows)))
    index = faiss.IndexFlatL2(128)
    index.add(rows)  # expect: cpu-bound
    index.search(rows, 5)  # expect: cpu-bound
    index.reset()
    faiss.read_index("x").search(rows, 5)  # expect: blocking-file, cpu-bound


async def load(rows):
    pipeline = dlt.pipeline(pipeline_name="x", destination="duckdb")
    pipeline.run(rows, table_name="x")  # expect: blocking-database
    await asyncio.to_thread(pipeline.run, rows)
