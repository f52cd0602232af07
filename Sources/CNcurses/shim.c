#define _GNU_SOURCE
#include "CNcurses.h"

#include <wchar.h>

int cn_columns(uint32_t scalar) { return wcwidth((wchar_t)scalar); }
