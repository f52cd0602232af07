import git
import googlemaps
import niquests
import spotipy
import telebot
import trafilatura
import wikipedia
import yfinance
import yt_dlp
from curl_cffi import requests as curl
from discord_webhook import AsyncDiscordWebhook, DiscordWebhook
from elevenlabs.client import AsyncElevenLabs, ElevenLabs
from jira import JIRA
from notion_client import AsyncClient, Client
from pyairtable import Api
from requests_oauthlib import OAuth2Session
from supabase import acreate_client, create_client
from telebot.async_telebot import AsyncTeleBot
import cloudscraper
import meilisearch
import praw
import tweepy

tracker = JIRA(server="x")
notion = Client(auth="x")
notion_async = AsyncClient(auth="x")
bot = telebot.TeleBot("x")
bot_async = AsyncTeleBot("x")
repository = git.Repo("x")
base = create_client("x", "y")


async def repositories():
    git.Repo.clone_from("x", "y")  # expect: blocking-subprocess
    repository.git.checkout("main")  # expect: blocking-subprocess
    repository.remotes.origin.pull()  # expect: blocking-subprocess
    repository.remote("origin").push()  # expect: blocking-subprocess
    repository.index.commit("x")  # expect: blocking-file


async def pages():
    curl.get("x")  # expect: blocking-http
    curl.Session().get("x")  # expect: blocking-http
    await curl.AsyncSession().get("x")
    niquests.get("x")  # expect: blocking-http
    await niquests.aget("x")
    await niquests.AsyncSession().get("x")
    cloudscraper.create_scraper().get("x")  # expect: blocking-http
    OAuth2Session("x").fetch_token("y")  # expect: blocking-http
    trafilatura.fetch_url("x")  # expect: blocking-http
    with yt_dlp.YoutubeDL({}) as downloader:
        downloader.extract_info("x")  # expect: blocking-http
    yfinance.Ticker("x").history()  # expect: blocking-http


async def services():
    tracker.create_issue(fields={})  # expect: blocking-sdk
    notion.pages.create(parent={})  # expect: blocking-sdk
    await notion_async.pages.create(parent={})
    bot.send_message(1, "x")  # expect: blocking-sdk
    await bot_async.send_message(1, "x")
    DiscordWebhook(url="x").execute()  # expect: blocking-http
    await AsyncDiscordWebhook(url="x").execute()
    spotipy.Spotify().search("x")  # expect: blocking-sdk
    googlemaps.Client(key="x").geocode("x")  # expect: blocking-sdk
    wikipedia.summary("x")  # expect: blocking-sdk
    tweepy.Client("x").create_tweet(text="x")  # expect: blocking-sdk
    Api("x").table("a", "b").all()  # expect: blocking-sdk
    ElevenLabs().text_to_speech.convert("x")  # expect: blocking-sdk
    await AsyncElevenLabs().text_to_speech.convert("x")
    meilisearch.Client("x").index("y").search("z")  # expect: blocking-sdk
    for post in praw.Reddit().subreddit("x").hot(limit=9):  # expect: blocking-sdk
        post.reply("x")  # expect: blocking-sdk
    base.table("x").select("*").eq("a", 1).execute()  # expect: blocking-database
    client = await acreate_client("x", "y")
    await client.table("x").select("*").eq("a", 1).execute()
