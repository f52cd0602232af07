// An emulated terminal and what is needed to run a program on it.
#include <pty.h>
#include <spawn.h>
#include <sys/pidfd.h>
#include <vterm.h>

// The headers show these only with extensions that Swift's view of the C library leaves out.
extern int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *actions, const char *path);
extern int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int first);
extern int pipe2(int ends[2], int flags);
extern int memfd_create(const char *name, unsigned int flags);
