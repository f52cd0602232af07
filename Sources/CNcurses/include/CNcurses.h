#ifndef CNCURSES_H
#define CNCURSES_H

// What Swift cannot reach itself: the globals, macros and wide cells of ncurses, signal handlers, the restore of the
// terminal when the program crashes, and children with a clean signal mask. No policy. One screen at a time; all
// functions but cn_prepare_thread and cn_run_beside belong to the thread that opened it.

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// MARK: The locale

/// Whether the environment's character encoding is UTF-8, also by a locale that is not installed, as over ssh. The
/// library works in UTF-8 from then on; if the answer is false, only ASCII may be put on the screen.
bool cn_use_locale(void);

/// The columns that the C library, and so ncurses, gives to a character in the current locale; -1 if unknown.
int cn_columns(uint32_t scalar);

// MARK: The screen

enum cn_result {
  CN_OK,
  CN_ALREADY_OPEN,
  /// There is no terminfo database at all.
  CN_NO_DATABASE,
  /// The database does not know this terminal.
  CN_UNKNOWN_TERMINAL,
  /// The terminal cannot move its cursor or clear the screen.
  CN_TOO_DUMB,
  CN_FAILED,
};

enum cn_attribute {
  CN_BOLD = 1,
  CN_DIM = 2,
  CN_UNDERLINE = 4,
  CN_REVERSE = 8,
  CN_ITALIC = 16,
};

/// Whether the terminfo database knows this terminal.
bool cn_terminal_exists(const char *terminal);

/// Takes the terminal over: raw mode, alternate screen, keypad, bracketed paste; from here on a crash restores it.
/// The caller says how large it is (cn_resize). The descriptors stay the caller's. Output that would garble the screen is captured (see cn_capture).
enum cn_result cn_open(int input, int output, const char *terminal, bool color);

/// Gives the terminal back for good and replays what was captured. Does nothing when no screen is open.
void cn_close(void);

/// Gives the terminal back for a while: for a child, or to be stopped.
void cn_leave(void);

/// Writes words below what a program left on the terminal, in the modes that a shell finds. The screen must have been left.
void cn_speak(const uint8_t *bytes, size_t count);

/// Takes the terminal again; the next refresh draws everything. The modes that it has now may be those to be put back
/// at the end: a person at the shell may have changed them.
void cn_enter(bool modes_may_have_changed);

/// The colours that the open screen can show; 0 without colour.
int cn_color_count(void);

/// The size of the terminal now.
void cn_get_size(int *width, int *height);

/// Tells ncurses a new size.
void cn_resize(int width, int height);

/// Puts one cell; scalars are one spacing character and its marks. Attributes are those of cn_attribute; color is
/// -1 for the default or 0 to 15.
void cn_put(int row, int column, const uint32_t *scalars, int count, unsigned attributes, int color);

/// Shows what was put, and rests the cursor.
void cn_refresh(int row, int column, bool shows_cursor);

/// Makes the next refresh draw every cell.
void cn_redraw_everything(void);

void cn_set_mouse(bool enabled);

/// Sends a sequence that draws nothing; false where it would not be understood.
bool cn_send(const uint8_t *bytes, size_t count);

/// The bytes that a key sends, by the name of its capability (kcuu1); NULL if the terminal has none.
const char *cn_key_sequence(const char *capability);

// MARK: Waiting

enum cn_ready {
  CN_INPUT = 1,
  CN_SIGNAL = 2,
  CN_WAKE = 4,
  /// The terminal hung up.
  CN_LOST = 8,
};

/// Waits until something is ready; a negative descriptor is not watched, a negative timeout has no end.
int cn_wait(int input, int wake, int timeout_milliseconds);

/// Makes a pipe whose ends neither block nor reach children; false on failure.
bool cn_make_pipe(int ends[2]);

// MARK: Signals

/// Routes SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT and SIGWINCH into a queue. A signal to end the program
/// that nobody fetched for two seconds makes the next one end it at once, with the terminal restored.
bool cn_catch_signals(void);

/// Puts back the handlers that were there before.
void cn_release_signals(void);

/// The next signal in the queue, or 0.
int cn_next_signal(void);

/// Stops the whole process group, as Ctrl-Z does in a shell, and returns when it runs again. The screen must have been
/// left. Returns at once where nobody could continue it.
void cn_stop(void);

// MARK: Faults

/// Handles SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT and SIGSYS: restores the terminal if it is taken, replays
/// what was captured, says so on standard error under the program's name, and exits with the status; a negative one
/// dies of the signal instead.
void cn_handle_faults(const char *program, int exit_status);

/// Gives the calling thread a stack on which a fault can be handled even when its own has overflowed.
void cn_prepare_thread(void);

// MARK: Children

/// Runs a program on the terminal with a clean signal mask and default handlers, and waits for it. The screen must
/// have been left. Returns 0 and the wait status, or the error number when it could not be started.
int cn_run_child(int terminal, const char *executable, char *const arguments[], int *wait_status);

/// Runs a program that has no terminal, in a session of its own, and waits for it; it reads from the descriptor. May be
/// called from any thread. Returns like cn_run_child.
int cn_run_beside(int input, const char *executable, char *const arguments[], int *wait_status);

#endif
