import smtplib
import imaplib
import ftplib

def send(m):
    with smtplib.SMTP("x") as s:
        s.send_message(m)

async def handler():
    send("x")  # expect: blocking-socket, blocking-socket
    i = imaplib.IMAP4_SSL("x")  # expect: blocking-socket
    i.login("a", "b")  # expect: blocking-socket
    f = ftplib.FTP("x")  # expect: blocking-socket
    f.storbinary("x", None)  # expect: blocking-socket
