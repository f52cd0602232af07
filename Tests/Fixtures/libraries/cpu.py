import hashlib
import bcrypt
from argon2 import PasswordHasher
from passlib.context import CryptContext
from PIL import Image

pwd = CryptContext(schemes=["bcrypt"])
ph = PasswordHasher()

def hash_password(p):
    return pwd.hash(p)

async def handler():
    hashlib.pbkdf2_hmac("sha256", b"x", b"y", 100000)  # expect: cpu-bound
    hashlib.scrypt(b"x", salt=b"x", n=2, r=1, p=1)  # expect: cpu-bound
    bcrypt.hashpw(b"x", bcrypt.gensalt())  # expect: cpu-bound
    ph.hash("x")  # expect: cpu-bound
    pwd.verify("x", "y")  # expect: cpu-bound
    hash_password("x")  # expect: cpu-bound
