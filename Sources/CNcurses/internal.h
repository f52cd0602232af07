#ifndef CNCURSES_INTERNAL_H
#define CNCURSES_INTERNAL_H

#include <stdatomic.h>
#include <stddef.h>

#include "CNcurses.h"

/// Writes all bytes, whatever interrupts; safe in a signal handler.
void cn_write_all(int descriptor, const char *bytes, size_t length);

/// Publishes the bytes that give the terminal back, for a crash.
void cn_publish_restore(int output, const char *bytes, size_t length);

/// Says whether the terminal is ours to restore now.
void cn_set_taken(bool taken);

/// Remembers the terminal's modes as they are, to be put back.
void cn_save_modes(int output);

/// Puts back the terminal's modes; safe in a signal handler.
void cn_put_back_modes(void);

/// Puts back the terminal's modes and replays what was captured, if the terminal is taken; safe in a signal handler.
void cn_emergency_restore(void);

/// Makes exit() restore the terminal if it is taken then.
void cn_restore_at_exit(void);

/// Catches what is written to standard output and error while they are the terminal.
void cn_capture_begin(void);

/// Ends the catching and writes what was caught.
void cn_capture_end(void);

#endif
