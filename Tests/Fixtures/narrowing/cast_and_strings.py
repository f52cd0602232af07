from typing import cast, Optional, Union, TYPE_CHECKING
if TYPE_CHECKING:
    from requests import Session

async def handler(a: "Session", b: "Optional[Session]", c: "Session | None", d: Union["Session", None], x):
    a.get("u")  # expect: blocking-http
    b.get("u")  # expect: blocking-http
    c.get("u")  # expect: blocking-http
    d.get("u")  # expect: blocking-http
    cast("Session", x).get("u")  # expect: blocking-http
    e = cast(Optional["Session"], x)
    e.get("u")  # expect: blocking-http
