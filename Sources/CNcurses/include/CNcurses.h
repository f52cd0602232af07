#ifndef CNCURSES_H
#define CNCURSES_H

// For Swift: what of ncurses and of the terminal it cannot reach itself.

#define NCURSES_WIDECHAR 1
#include <ncurses.h>
#include <stdint.h>

/// The columns that the C library, and so ncurses, gives to a character in the current locale; -1 if unknown.
int cn_columns(uint32_t scalar);

#endif
