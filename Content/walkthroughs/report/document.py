"""Lays the year's sales out as a PDF."""
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.platypus import SimpleDocTemplate, Table

HEADER = ("Day", "Branch", "Bread", "Rolls", "Cakes", "Total")


def sales_report(year, days):
    rows = [HEADER] + [(*day, day.total()) for day in days]
    pages = BytesIO()
    document = SimpleDocTemplate(pages, pagesize=A4, title=f"Sales {year}")
    document.build([Table(rows, repeatRows=1)])
    return pages.getvalue()
