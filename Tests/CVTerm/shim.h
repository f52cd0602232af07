// An emulated terminal and what is needed to run a program on it.
#include <pty.h>
#include <spawn.h>
#include <sys/pidfd.h>
#include <vterm.h>

// The header shows it only with extensions that Swift's view of the C library leaves out.
extern int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *actions, const char *path);
