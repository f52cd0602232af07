// What happens to the terminal when the program ends without closing the screen, and to output that would garble it.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>

#include "internal.h"

// A handler may read these at any moment, on any thread: the bytes change by switching between two buffers.
static char restore_bytes[2][1024];
static size_t restore_length[2];
static atomic_int restore_current;
static atomic_int restore_output = -1;
static struct termios saved_modes;
static atomic_bool modes_are_saved;
static atomic_bool terminal_is_taken;

void cn_write_all(int descriptor, const char *bytes, size_t length) {
  while (length > 0) {
    ssize_t written = write(descriptor, bytes, length);
    if (written > 0) {
      bytes += written;
      length -= (size_t)written;
    } else if (written < 0 && errno != EINTR) {
      return;
    }
  }
}

void cn_publish_restore(int output, const char *bytes, size_t length) {
  int next = 1 - atomic_load(&restore_current);
  if (length > sizeof restore_bytes[0]) length = sizeof restore_bytes[0];
  memcpy(restore_bytes[next], bytes, length);
  restore_length[next] = length;
  atomic_store(&restore_current, next);
  atomic_store(&restore_output, output);
}

void cn_set_taken(bool taken) { atomic_store(&terminal_is_taken, taken); }

void cn_save_modes(int output) {
  struct termios modes;
  if (tcgetattr(output, &modes) != 0) return;
  saved_modes = modes;
  atomic_store(&modes_are_saved, true);
}

// MARK: Captured output

// Each of standard output and error that is the terminal: a copy of its descriptor, or -1.
static atomic_int original[3] = {-1, -1, -1};
static atomic_int captured = -1;

enum { replay_limit = 64 * 1024 };

void cn_capture_begin(void) {
#ifdef __linux__
  int file = memfd_create("captured output", MFD_CLOEXEC);
#else
  char name[] = "/tmp/captured.XXXXXX";
  int file = mkstemp(name);
  if (file >= 0) {
    unlink(name);
    fcntl(file, F_SETFD, FD_CLOEXEC);
  }
#endif
  if (file < 0) return;
  fflush(stdout);
  bool any = false;
  for (int descriptor = 1; descriptor <= 2; descriptor++) {
    if (!isatty(descriptor)) continue;
    int copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 10);
    if (copy < 0) continue;
    atomic_store(&original[descriptor], copy);
    dup2(file, descriptor);
    any = true;
  }
  if (any) {
    atomic_store(&captured, file);
  } else {
    close(file);
  }
}

/// Writes what was captured where it belonged; without what could still control the terminal. Handler-safe.
static void replay(void) {
  int file = atomic_exchange(&captured, -1);
  if (file < 0) return;
  int target = atomic_load(&original[2]);
  if (target < 0) target = atomic_load(&original[1]);
  off_t end = lseek(file, 0, SEEK_END);
  off_t offset = end > replay_limit ? end - replay_limit : 0;
  char bytes[1024];
  while (offset < end) {
    ssize_t count = pread(file, bytes, sizeof bytes, offset);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) break;
    for (ssize_t index = 0; index < count; index++) {
      unsigned char byte = (unsigned char)bytes[index];
      if ((byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7F) bytes[index] = '?';
    }
    cn_write_all(target, bytes, (size_t)count);
    offset += count;
  }
  close(file);
}

void cn_capture_end(void) {
  fflush(stdout);
  for (int descriptor = 1; descriptor <= 2; descriptor++) {
    int copy = atomic_load(&original[descriptor]);
    if (copy >= 0) dup2(copy, descriptor);
  }
  replay();
  for (int descriptor = 1; descriptor <= 2; descriptor++) {
    int copy = atomic_exchange(&original[descriptor], -1);
    if (copy >= 0) close(copy);
  }
}

void cn_put_back_modes(void) {
  if (!atomic_load(&modes_are_saved)) return;
  // Not as a background job: that would stop the program here, with nobody to continue it.
  sigset_t stop, before;
  sigemptyset(&stop);
  sigaddset(&stop, SIGTTOU);
  pthread_sigmask(SIG_BLOCK, &stop, &before);
  tcsetattr(atomic_load(&restore_output), TCSANOW, &saved_modes);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
}

void cn_emergency_restore(void) {
  if (atomic_exchange(&terminal_is_taken, false)) {
    int output = atomic_load(&restore_output);
    int current = atomic_load(&restore_current);
    cn_write_all(output, restore_bytes[current], restore_length[current]);
    cn_put_back_modes();
  }
  replay();
}

void cn_restore_at_exit(void) {
  static bool registered;
  if (!registered) atexit(cn_emergency_restore);
  registered = true;
}

// MARK: Faults

static const int fault_signals[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT, SIGSYS};
static char fault_message[160];
static size_t fault_message_length;
static int fault_exit_status;
static atomic_flag faulting = ATOMIC_FLAG_INIT;

static void on_fault(int number) {
  // Another thread faults while the first is at work: let the first finish.
  if (atomic_flag_test_and_set(&faulting)) {
    for (;;) pause();
  }
  bool was_taken = atomic_load(&terminal_is_taken);
  int original_error = atomic_load(&original[2]);
  cn_emergency_restore();
  int target = original_error >= 0 ? original_error : STDERR_FILENO;
  char line[256];
  size_t length = fault_message_length;
  memcpy(line, fault_message, length);
  if (number >= 10) line[length++] = (char)('0' + number / 10 % 10);
  line[length++] = (char)('0' + number % 10);
  const char *ending = was_taken ? "); the terminal was restored\n" : ")\n";
  memcpy(line + length, ending, strlen(ending));
  cn_write_all(target, line, length + strlen(ending));
  if (fault_exit_status >= 0) _exit(fault_exit_status);
  signal(number, SIG_DFL);
  sigset_t only;
  sigemptyset(&only);
  sigaddset(&only, number);
  pthread_sigmask(SIG_UNBLOCK, &only, NULL);
  raise(number);
  _exit(128 + number);
}

void cn_handle_faults(const char *program, int exit_status) {
  fault_exit_status = exit_status;
  snprintf(fault_message, sizeof fault_message, "%.100s: internal fault (signal ", program);
  fault_message_length = strlen(fault_message);
  cn_prepare_thread();
  struct sigaction action = {.sa_handler = on_fault, .sa_flags = SA_ONSTACK};
  sigfillset(&action.sa_mask);
  for (size_t index = 0; index < sizeof fault_signals / sizeof *fault_signals; index++) {
    sigaction(fault_signals[index], &action, NULL);
  }
}

// MARK: Stacks for faults

enum { fault_stack_size = 64 * 1024 };

static pthread_key_t fault_stack_key;
static pthread_once_t fault_stack_once = PTHREAD_ONCE_INIT;

static void release_stack(void *memory) {
  stack_t none = {.ss_flags = SS_DISABLE};
  sigaltstack(&none, NULL);
  free(memory);
}

static void make_stack_key(void) { pthread_key_create(&fault_stack_key, release_stack); }

void cn_prepare_thread(void) {
  pthread_once(&fault_stack_once, make_stack_key);
  if (pthread_getspecific(fault_stack_key) != NULL) return;
  void *memory = malloc(fault_stack_size);
  if (memory == NULL) return;
  stack_t stack = {.ss_sp = memory, .ss_size = fault_stack_size};
  if (sigaltstack(&stack, NULL) != 0) {
    free(memory);
    return;
  }
  pthread_setspecific(fault_stack_key, memory);
}
