#ifndef CCONTENT_H
#define CCONTENT_H

#include <stddef.h>

/// One file of Content/ as it was when the executable was built.
typedef struct {
  const char *path;            // relative to Content/, with forward slashes
  const unsigned char *bytes;  // followed by a zero byte that `length` does not count
  size_t length;               // in bytes
} content_file;

/// All files of Content/, sorted by path.
const content_file *content_files(void);
size_t content_file_count(void);

#endif
