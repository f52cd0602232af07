from a import *
from time import *
