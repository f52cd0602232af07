// Signals as a queue that the event loop reads, and waiting for it together with input.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <sys/select.h>
#include <time.h>
#include <unistd.h>

#include "internal.h"

static const int caught_signals[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH};
enum { caught_count = sizeof caught_signals / sizeof *caught_signals, patience_seconds = 2 };

static struct sigaction previous_actions[caught_count];
static bool signals_are_caught;
static int queue_ends[2] = {-1, -1};
// When the oldest signal to end the program came that nobody has fetched; 0 for none.
static atomic_long unheeded_since;

bool cn_make_pipe(int ends[2]) {
  if (pipe(ends) != 0) return false;
  for (int end = 0; end < 2; end++) {
    fcntl(ends[end], F_SETFD, FD_CLOEXEC);
    fcntl(ends[end], F_SETFL, O_NONBLOCK);
  }
  return true;
}

static bool ends_the_program(int number) {
  return number == SIGINT || number == SIGTERM || number == SIGHUP || number == SIGQUIT;
}

static void on_signal(int number) {
  int error = errno;
  if (ends_the_program(number)) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    long since = 0;
    bool is_first = atomic_compare_exchange_strong(&unheeded_since, &since, now.tv_sec + 1);
    if (!is_first && now.tv_sec + 1 - since >= patience_seconds) {
      cn_emergency_restore();
      signal(number, SIG_DFL);
      raise(number);  // Pending until this handler returns.
      errno = error;
      return;
    }
  }
  unsigned char token = (unsigned char)number;
  // A full pipe means that plenty of signals wait already.
  ssize_t ignored = write(queue_ends[1], &token, 1);
  (void)ignored;
  errno = error;
}

static void catch_signal(int number) {
  struct sigaction action = {.sa_handler = on_signal, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  sigaction(number, &action, NULL);
}

/// What is ignored from the start stays so: hang-ups under nohup, stops where there is no job control.
static bool was_ignored(int index) { return previous_actions[index].sa_handler == SIG_IGN; }

static void catch_again(void) {
  for (int index = 0; index < caught_count; index++) {
    if (!was_ignored(index)) catch_signal(caught_signals[index]);
  }
}

bool cn_catch_signals(void) {
  if (signals_are_caught) return true;
  // Kept for ever: a handler may still run on another thread when the screen is closed.
  if (queue_ends[0] < 0 && !cn_make_pipe(queue_ends)) return false;
  sigset_t wanted;
  sigemptyset(&wanted);
  for (int index = 0; index < caught_count; index++) {
    sigaction(caught_signals[index], NULL, &previous_actions[index]);
    sigaddset(&wanted, caught_signals[index]);
  }
  atomic_store(&unheeded_since, 0);
  catch_again();
  // A parent may have handed down a mask that blocks them.
  pthread_sigmask(SIG_UNBLOCK, &wanted, NULL);
  signals_are_caught = true;
  return true;
}

void cn_release_signals(void) {
  if (!signals_are_caught) return;
  for (int index = 0; index < caught_count; index++) {
    sigaction(caught_signals[index], &previous_actions[index], NULL);
  }
  signals_are_caught = false;
}

int cn_next_signal(void) {
  unsigned char token;
  if (queue_ends[0] < 0 || read(queue_ends[0], &token, 1) != 1) return 0;
  if (ends_the_program(token)) atomic_store(&unheeded_since, 0);
  return token;
}

static atomic_bool was_continued;

static void on_continue(int number) {
  (void)number;
  atomic_store(&was_continued, true);
}

void cn_stop(void) {
  int stop_index = 0;
  while (caught_signals[stop_index] != SIGTSTP) stop_index++;
  if (was_ignored(stop_index)) return;
  atomic_store(&was_continued, false);
  signal(SIGTSTP, SIG_DFL);
  signal(SIGCONT, on_continue);
  // The whole group at once: a shell takes over when a wrapper that waits for us has stopped, and what it continues then
  // must have stopped before.
  kill(0, SIGTSTP);
  // Another thread may take the signal, and this one must not go on before the stop takes effect. Where nobody could
  // continue us the signal does nothing; so not for ever.
  const struct timespec moment = {.tv_nsec = 1000000};
  for (int attempt = 0; attempt < 25 && !atomic_load(&was_continued); attempt++) nanosleep(&moment, NULL);
  catch_again();
}

int cn_wait(int input, int wake, int timeout_milliseconds) {
#ifdef __APPLE__
  // poll does not know terminals there.
  fd_set readable;
  FD_ZERO(&readable);
  int highest = -1;
  const int watched[] = {input, queue_ends[0], wake};
  for (int index = 0; index < 3; index++) {
    if (watched[index] < 0) continue;
    FD_SET(watched[index], &readable);
    if (watched[index] > highest) highest = watched[index];
  }
  struct timeval timeout = {timeout_milliseconds / 1000, timeout_milliseconds % 1000 * 1000};
  if (select(highest + 1, &readable, NULL, NULL, timeout_milliseconds < 0 ? NULL : &timeout) <= 0) return 0;
  int ready = 0;
  for (int index = 0; index < 3; index++) {
    if (watched[index] >= 0 && FD_ISSET(watched[index], &readable)) ready |= 1 << index;
  }
  return ready;
#else
  struct pollfd watched[] = {
      {.fd = input, .events = POLLIN},
      {.fd = queue_ends[0], .events = POLLIN},
      {.fd = wake, .events = POLLIN},
  };
  if (poll(watched, 3, timeout_milliseconds) <= 0) return 0;
  int ready = 0;
  // Input that came before the hang-up is still read.
  if (watched[0].revents & POLLIN) {
    ready |= CN_INPUT;
  } else if (watched[0].revents & (POLLHUP | POLLERR | POLLNVAL)) {
    ready |= CN_LOST;
  }
  if (watched[1].revents & POLLIN) ready |= CN_SIGNAL;
  if (watched[2].revents & POLLIN) ready |= CN_WAKE;
  return ready;
#endif
}
