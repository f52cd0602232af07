import CNcurses

/// What happens when the program itself is at fault: a trap, a failed precondition, a bad memory access.
public enum FaultGuard {
  /// From now on a fault restores the terminal, shows what was written to standard error meanwhile (such as Swift's own
  /// message), adds a line under the program's name, and ends with the status.
  ///
  /// - Parameters:
  ///   - program: the name before the message.
  ///   - exitStatus: 0 to 255; nil to die of the signal, as without the guard.
  public static func install(program: String, exitStatus: Int32?) {
    cn_handle_faults(program, exitStatus ?? -1)
  }

  /// Call it first on each thread that may recurse deeply: so even an overflow of its stack is handled.
  public static func prepareThread() {
    cn_prepare_thread()
  }
}
