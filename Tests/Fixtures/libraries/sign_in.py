import jwt
import litellm
import msal
import questionary
from email_validator import validate_email
from prompt_toolkit import PromptSession
from rich.prompt import Prompt
from watchfiles import awatch, watch

keys = jwt.PyJWKClient("x")
application = msal.ConfidentialClientApplication("x")


async def handler(token):
    keys.get_signing_key_from_jwt(token)  # expect: blocking-http
    jwt.decode(token, "x", algorithms=["x"])
    application.acquire_token_for_client([])  # expect: blocking-http
    application.get_authorization_request_url([])
    validate_email("x")  # expect: blocking-socket
    validate_email("x", check_deliverability=False)
    litellm.completion("x")  # expect: blocking-sdk
    await litellm.acompletion("x")


async def prompts():
    Prompt.ask("x")  # expect: blocking-input
    PromptSession().prompt("x")  # expect: blocking-input
    await PromptSession().prompt_async("x")
    questionary.text("x").ask()  # expect: blocking-input
    await questionary.text("x").ask_async()
    for changes in watch("x"):  # expect: blocking-file
        pass
    async for changes in awatch("x"):
        pass
