// Programs that get the terminal for a while, such as an editor.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "internal.h"

extern char **environ;

/// - input, output: what the child gets as its standard streams.
static int spawn(int input, int output, short more_flags, const char *executable, char *const arguments[],
                 pid_t *child) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  sigset_t none, defaults;
  posix_spawn_file_actions_init(&actions);
  posix_spawnattr_init(&attributes);
  for (int descriptor = 0; descriptor < 3; descriptor++) {
    posix_spawn_file_actions_adddup2(&actions, descriptor == 0 ? input : output, descriptor);
  }
  sigemptyset(&none);
  sigemptyset(&defaults);
  const int reset[] = {SIGINT,  SIGQUIT, SIGTERM, SIGHUP,  SIGTSTP, SIGCONT, SIGWINCH, SIGPIPE, SIGCHLD,
                       SIGTTIN, SIGTTOU, SIGALRM, SIGUSR1, SIGUSR2, SIGSEGV, SIGBUS,   SIGILL,  SIGTRAP,
                       SIGFPE,  SIGABRT, SIGSYS};
  for (size_t index = 0; index < sizeof reset / sizeof *reset; index++) sigaddset(&defaults, reset[index]);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &defaults);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | more_flags);
  int error = posix_spawnp(child, executable, &actions, &attributes, arguments, environ);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  return error;
}

static int wait_for(pid_t child, int *wait_status) {
  while (waitpid(child, wait_status, 0) < 0) {
    if (errno != EINTR) return errno;
  }
  return 0;
}

/// A child with job control of its own may have died with the terminal in its hands.
static void take_foreground(int terminal) {
  if (tcgetpgrp(terminal) == getpgrp()) return;
  sigset_t stop, before;
  sigemptyset(&stop);
  sigaddset(&stop, SIGTTOU);
  pthread_sigmask(SIG_BLOCK, &stop, &before);
  tcsetpgrp(terminal, getpgrp());
  pthread_sigmask(SIG_SETMASK, &before, NULL);
}

int cn_run_child(int terminal, const char *executable, char *const arguments[], int *wait_status) {
  // As system() does: keys that interrupt are meant for the child; Ctrl-Z stops both, for the shell to see.
  const int changed[] = {SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGCHLD};
  struct sigaction before[5];
  bool was_foreground = tcgetpgrp(terminal) == getpgrp();
  for (int index = 0; index < 5; index++) {
    struct sigaction action = {.sa_handler = index < 2 ? SIG_IGN : SIG_DFL};
    sigemptyset(&action.sa_mask);
    sigaction(changed[index], &action, &before[index]);
  }
  pid_t child = -1;
  int error = spawn(terminal, terminal, 0, executable, arguments, &child);
  if (error == 0) error = wait_for(child, wait_status);
  for (int index = 0; index < 5; index++) sigaction(changed[index], &before[index], NULL);
  if (was_foreground) take_foreground(terminal);
  return error;
}

int cn_run_beside(int input, const char *executable, char *const arguments[], int *wait_status) {
  int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
  if (nowhere < 0) return errno;
  // Not among the three that are about to be replaced.
  int output = fcntl(nowhere, F_DUPFD_CLOEXEC, 3);
  close(nowhere);
  if (output < 0) return errno;
  pid_t child = -1;
  int error = spawn(input, output, POSIX_SPAWN_SETSID, executable, arguments, &child);
  close(output);
  return error == 0 ? wait_for(child, wait_status) : error;
}
