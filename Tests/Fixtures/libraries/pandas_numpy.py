import pandas as pd
import numpy as np

def frame(path):
    df = pd.read_csv(path)
    df.to_csv("y")
    return df

async def handler():
    frame("x")  # expect: blocking-file, blocking-file
    pd.read_sql("x", None)  # expect: blocking-database
    np.load("x")  # expect: blocking-file
    df = pd.DataFrame()
    df.to_excel("x")  # expect: blocking-file
    df.merge(df)  # expect: cpu-bound
