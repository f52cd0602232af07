// Opening, drawing and leaving a screen.
#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1
#include <langinfo.h>
#include <locale.h>
#include <ncurses.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/ioctl.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

#include "internal.h"

static SCREEN *screen;
static FILE *input_stream, *output_stream;
static int output_descriptor = -1;
static bool speaks_ansi;
static bool mouse_is_on;
static int color_count;
static bool needs_full_draw;

// MARK: The locale

/// The locale that the environment asks for, by POSIX's order.
static const char *locale_name(void) {
  static const char *const variables[] = {"LC_ALL", "LC_CTYPE", "LANG"};
  for (int index = 0; index < 3; index++) {
    const char *value = getenv(variables[index]);
    if (value != NULL && *value != 0) return value;
  }
  return "C";
}

static bool take_utf8_locale(void) {
  return setlocale(LC_CTYPE, "C.UTF-8") != NULL || setlocale(LC_CTYPE, "en_US.UTF-8") != NULL;
}

bool cn_use_locale(void) {
  if (setlocale(LC_CTYPE, "") == NULL) {
    const char *encoding = strchr(locale_name(), '.');
    bool is_utf8 =
        encoding != NULL && (strncasecmp(encoding, ".utf-8", 6) == 0 || strncasecmp(encoding, ".utf8", 5) == 0);
    return take_utf8_locale() && is_utf8;
  }
  if (strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return true;
  // In another encoding the caller sends nothing but ASCII, which looks the same in UTF-8. But outside UTF-8 ncurses
  // repeats characters with a sequence that many terminals do not know, those inside editors above all.
  take_utf8_locale();
  return false;
}

int cn_columns(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

// MARK: Escape sequences

/// The value of a string capability, or NULL.
static const char *capability(const char *name) {
  const char *value = tigetstr(name);
  return value == NULL || value == (const char *)-1 ? NULL : value;
}

const char *cn_key_sequence(const char *name) { return capability(name); }

struct text {
  char bytes[1024];
  size_t length;
};

/// Appends a capability without the delays written in it ($<5>), which only hardware terminals need.
static void append(struct text *text, const char *value) {
  while (value != NULL && *value != 0 && text->length < sizeof text->bytes) {
    const char *end = strncmp(value, "$<", 2) == 0 ? strchr(value, '>') : NULL;
    if (end != NULL) {
      value = end + 1;
    } else {
      text->bytes[text->length++] = *value++;
    }
  }
}

/// What an editor that died may have left on as well as what we turn on: clicks, every move of the mouse, news of the
/// focus, marks around pasted text.
#define MODES_OFF "\033[?1006l\033[?1003l\033[?1002l\033[?1000l\033[?1004l\033[?2004l"

static void prepare_restore(void) {
  struct text text = {.length = 0};
  // CAN ends a sequence that the crash cut off.
  if (speaks_ansi) append(&text, "\030" MODES_OFF);
  append(&text, capability("rmkx"));
  append(&text, capability("rmacs"));
  append(&text, capability("sgr0"));
  append(&text, capability("op"));
  append(&text, capability("cnorm"));
  const char *leave = capability("rmcup");
  if (leave == NULL) {
    int width, height;
    cn_get_size(&width, &height);
    append(&text, tiparm(capability("cup"), height - 1, 0));
    append(&text, "\r\n");
  }
  append(&text, leave);
  cn_publish_restore(output_descriptor, text.bytes, text.length);
}

static void emit(const char *bytes) { cn_write_all(output_descriptor, bytes, strlen(bytes)); }

static void modes_on(void) {
  if (!speaks_ansi) return;
  emit(MODES_OFF "\033[?2004h");
  if (mouse_is_on) emit("\033[?1000h\033[?1006h");
}

static void modes_off(void) {
  if (speaks_ansi) emit(MODES_OFF);
}

void cn_set_mouse(bool enabled) {
  if (screen == NULL || enabled == mouse_is_on) return;
  mouse_is_on = enabled;
  if (speaks_ansi) emit(enabled ? "\033[?1000h\033[?1006h" : "\033[?1006l\033[?1000l");
}

bool cn_send(const uint8_t *bytes, size_t count) {
  if (screen == NULL || !speaks_ansi) return false;
  cn_write_all(output_descriptor, (const char *)bytes, count);
  return true;
}

// MARK: Opening and leaving

static enum cn_result examine(const char *terminal, int output) {
  int found = 0;
  if (setupterm((char *)terminal, output, &found) != OK) {
    if (found < 0) return CN_NO_DATABASE;
    // Known, but generic or a printer.
    return found > 0 || strcmp(terminal, "dumb") == 0 || strcmp(terminal, "unknown") == 0 ? CN_TOO_DUMB
                                                                                              : CN_UNKNOWN_TERMINAL;
  }
  bool clears = capability("clear") != NULL || capability("ed") != NULL;
  const char *move = capability("cup");
  enum cn_result result = move != NULL && clears ? CN_OK : CN_TOO_DUMB;
  speaks_ansi = move != NULL && strncmp(move, "\033[", 2) == 0;
  del_curterm(cur_term);
  return result;
}

bool cn_terminal_exists(const char *terminal) {
  TERMINAL *before = cur_term;
  int found = 0;
  bool exists = setupterm((char *)terminal, STDOUT_FILENO, &found) == OK;
  if (exists) del_curterm(cur_term);
  set_curterm(before);
  return exists;
}

/// Pairs 1 to 16 are the sixteen colours on the terminal's own background.
static void start_colors(void) {
  color_count = 0;
  if (!has_colors() || start_color() != OK || use_default_colors() != OK) return;
  if (COLORS < 8 || COLOR_PAIRS < 17) return;
  for (short color = 0; color < 16; color++) {
    if (init_pair(color + 1, color < COLORS ? color : color - 8, -1) != OK) return;
  }
  color_count = COLORS;
}

static void close_streams(void) {
  if (input_stream != NULL) fclose(input_stream);
  if (output_stream != NULL) fclose(output_stream);
  input_stream = output_stream = NULL;
}

static FILE *stream(int descriptor, const char *mode) {
  int copy = dup(descriptor);
  return copy < 0 ? NULL : fdopen(copy, mode);
}

/// Stops a background job until it is in the foreground: its modes would be mixed up with the shell's.
static void wait_for_foreground(void) {
  // Where nobody can continue us the signal does nothing; so not for ever.
  for (int attempt = 0; attempt < 100; attempt++) {
    pid_t foreground = tcgetpgrp(output_descriptor);
    if (foreground < 0 || foreground == getpgrp()) return;
    pthread_kill(pthread_self(), SIGTTOU);
  }
}

enum cn_result cn_open(int input, int output, const char *terminal, bool color) {
  if (screen != NULL) return CN_ALREADY_OPEN;
  enum cn_result result = examine(terminal, output);
  if (result != CN_OK) return result;
  input_stream = stream(input, "r");
  output_stream = stream(output, "w");
  if (input_stream == NULL || output_stream == NULL) {
    close_streams();
    return CN_FAILED;
  }
  output_descriptor = output;
  wait_for_foreground();
  cn_save_modes(output);
  screen = newterm((char *)terminal, output_stream, input_stream);
  if (screen == NULL) {
    close_streams();
    return CN_FAILED;
  }
  prepare_restore();
  cn_restore_at_exit();
  cn_set_taken(true);
  raw();
  noecho();
  nonl();
  keypad(stdscr, TRUE);
  scrollok(stdscr, FALSE);
  leaveok(stdscr, FALSE);
  typeahead(-1);
  if (color) start_colors();
  modes_on();
  cn_capture_begin();
  needs_full_draw = true;
  return CN_OK;
}

void cn_leave(void) {
  if (screen == NULL) return;
  modes_off();
  endwin();
  cn_set_taken(false);
}

void cn_speak(const uint8_t *bytes, size_t count) {
  if (screen == NULL) return;
  modes_off();
  cn_put_back_modes();
  struct text text = {.length = 0};
  append(&text, capability("sgr0"));
  append(&text, capability("cnorm"));
  cn_write_all(output_descriptor, text.bytes, text.length);
  cn_write_all(output_descriptor, (const char *)bytes, count);
}

void cn_enter(bool modes_may_have_changed) {
  if (screen == NULL) return;
  wait_for_foreground();
  if (modes_may_have_changed) {
    cn_save_modes(output_descriptor);
    def_shell_mode();
  }
  reset_prog_mode();
  cn_set_taken(true);
  modes_on();
  needs_full_draw = true;
}

void cn_close(void) {
  if (screen == NULL) return;
  modes_off();
  endwin();
  cn_set_taken(false);
  delscreen(screen);
  screen = NULL;
  close_streams();
  mouse_is_on = false;
  color_count = 0;
  cn_capture_end();
}

// MARK: Drawing

int cn_color_count(void) { return color_count; }

void cn_get_size(int *width, int *height) {
  struct winsize size = {0};
  if (ioctl(output_descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) {
    int known_columns = screen == NULL ? 0 : tigetnum("cols");
    int known_rows = screen == NULL ? 0 : tigetnum("lines");
    *width = known_columns > 0 ? known_columns : 80;
    *height = known_rows > 0 ? known_rows : 24;
  } else {
    *width = size.ws_col;
    *height = size.ws_row;
  }
}

void cn_resize(int width, int height) {
  if (screen == NULL) return;
  resize_term(height, width);
  prepare_restore();
  needs_full_draw = true;
}

static attr_t attributes_of(unsigned attributes) {
  attr_t result = A_NORMAL;
  if (attributes & CN_BOLD) result |= A_BOLD;
  if (attributes & CN_DIM) result |= A_DIM;
  if (attributes & CN_UNDERLINE) result |= A_UNDERLINE;
  if (attributes & CN_REVERSE) result |= A_REVERSE;
  if (attributes & CN_ITALIC) result |= A_ITALIC;
  return result;
}

void cn_put(int row, int column, const uint32_t *scalars, int count, unsigned attributes, int color) {
  if (screen == NULL || count <= 0) return;
  wchar_t text[CCHARW_MAX + 1] = {0};
  for (int index = 0; index < count && index < CCHARW_MAX; index++) text[index] = (wchar_t)scalars[index];
  short pair = color >= 0 && color < 16 && color_count > 0 ? (short)(color + 1) : 0;
  attr_t style = attributes_of(attributes);
  // Eight colours: the bright ones are the plain ones in bold, but bright black would be black.
  if (pair > color_count) {
    style |= color == 8 ? A_DIM : A_BOLD;
    if (color == 8) pair = 0;
  }
  cchar_t cell;
  if (setcchar(&cell, text, style, pair, NULL) == OK) mvadd_wchnstr(row, column, &cell, 1);
}

void cn_refresh(int row, int column, bool shows_cursor) {
  if (screen == NULL) return;
  if (needs_full_draw) clearok(curscr, TRUE);
  needs_full_draw = false;
  move(row, column);
  curs_set(shows_cursor ? 1 : 0);
  refresh();
}

void cn_redraw_everything(void) { needs_full_draw = true; }
