"""The bakery's sales, as numbers and as a PDF. Start it with `uvicorn main:app`."""
from fastapi import FastAPI, Response

from document import sales_report
from sales import days_of, turnover

app = FastAPI(title="Bakery reports")


@app.get("/turnover/{year}")
async def show_turnover(year: int):
    return {"year": year, "turnover": turnover(days_of(year))}


@app.get("/report/{year}.pdf")
async def download_report(year: int):
    pdf = sales_report(year, days_of(year))
    return Response(pdf, media_type="application/pdf")
