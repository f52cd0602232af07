import io

import dask
import docx
import ffmpeg
import h5py
import matplotlib.pyplot as plt
import onnxruntime
import polars as pl
import pyarrow.parquet as pq
import pytesseract
import rasterio
import soundfile
import xarray as xr
from moviepy import VideoFileClip

session = onnxruntime.InferenceSession("x")


async def tables(rows):
    pq.read_table("x")  # expect: blocking-file
    pq.read_table(io.BytesIO(rows))
    pl.read_csv("x").filter(pl.col("a") > 1).write_parquet("y")  # expect: blocking-file, blocking-file
    pl.read_csv(io.BytesIO(rows)).write_csv()
    pl.scan_parquet("x").group_by("a").agg(pl.len()).collect()  # expect: cpu-bound
    await pl.scan_parquet("x").select("a").collect_async()
    dask.compute(rows)  # expect: cpu-bound


async def arrays():
    with h5py.File("x") as file:  # expect: blocking-file
        pass
    xr.open_dataset("x")  # expect: blocking-file
    with rasterio.open("x") as image:  # expect: blocking-file
        image.read(1)  # expect: blocking-file
    session.run(None, {})  # expect: cpu-bound


async def pictures(buffer: io.BytesIO):
    figure, axes = plt.subplots()
    axes.plot([1])
    figure.savefig(buffer)  # expect: cpu-bound
    plt.savefig("x")  # expect: cpu-bound
    pytesseract.image_to_string("x")  # expect: blocking-subprocess
    soundfile.read("x")  # expect: blocking-file
    VideoFileClip("x").write_videofile("y")  # expect: blocking-file, cpu-bound
    ffmpeg.input("x").output("y").run()  # expect: blocking-subprocess


async def documents(data):
    docx.Document("x").save("y")  # expect: blocking-file, blocking-file
    docx.Document(io.BytesIO(data)).save(io.BytesIO())
