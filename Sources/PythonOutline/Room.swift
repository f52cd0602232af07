enum PythonOutlineRoom {}
