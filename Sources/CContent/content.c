#include "CContent.h"

// #embed is C23; clang knows it in every language mode.
#pragma clang diagnostic ignored "-Wc23-extensions"

// Written by `make content-list`: one array a file of Content/, and the list of them.
#include "files.inc"

const content_file *content_files(void) { return files; }
size_t content_file_count(void) { return sizeof files / sizeof files[0]; }
