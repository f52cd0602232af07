import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

/// The texts of names by their numbers.
///
/// Any thread may look up a number that it has been given, while others take in more names: no text ever moves. It owns
/// nothing and is counted by nobody, since all threads look at it all the time: `NameStorage` has to outlive it.
///
/// Unchecked: a place of the directory and the texts of its segment are written once, under the lock of a shard, before the
/// number leads there; a thread has a number only from the table, under the same lock, or from another thread that it was
/// handed over by.
struct NameTable: @unchecked Sendable {
  fileprivate typealias Segment = UnsafeMutablePointer<String>

  fileprivate static let segmentSize = 128

  fileprivate let segments: UnsafeMutablePointer<Segment?>

  subscript(_ name: Name) -> String {
    let segment = segments[Int(name) / Self.segmentSize].unsafelyUnwrapped
    return segment[Int(name) % Self.segmentSize]
  }
}

/// The distinct names of a scan, each by a number that is the same in all files, so that equal names are compared as numbers.
final class NameStorage: Sendable {
  let names: NameTable
  /// Names are shared out by their hash, so that threads hardly ever wait for each other.
  private let shards = (0..<16).map { _ in Shard() }
  private let segmentsInUse = Atomic<Int>(0)
  /// So many segments hold more names than memory does.
  private static let mostSegments = 1 << 22

  private final class Shard: Sendable {
    struct State {
      /// Open addressing; 0 is an empty slot, others hold the hash in the upper half and the number, plus one, in the lower.
      var slots = [UInt64](repeating: 0, count: 64)
      var count = 0
      /// The numbers that are left of the segment at hand.
      var free: Range<Int> = 0..<0
    }

    let state = Mutex(State())
  }

  init() {
    // A directory for any project: the system gives memory only to the parts that are written.
    let bytes = Self.mostSegments * MemoryLayout<NameTable.Segment?>.stride
    guard let room = calloc(1, bytes) else { fatalError("no memory for a table of names") }
    names = NameTable(segments: room.bindMemory(to: NameTable.Segment?.self, capacity: Self.mostSegments))
  }

  deinit {
    for place in 0..<segmentsInUse.load(ordering: .acquiring) {
      guard let segment = names.segments[place] else { continue }
      segment.deinitialize(count: NameTable.segmentSize)
      segment.deallocate()
    }
    free(names.segments)
  }

  /// All numbers are below this.
  var limit: Int { segmentsInUse.load(ordering: .acquiring) * NameTable.segmentSize }

  /// The number of a name, taken in when it is new.
  fileprivate func intern(_ bytes: UnsafeRawBufferPointer, _ hash: UInt64) -> Name {
    let tag = Self.tag(hash)
    return shards[Self.shard(hash)].state.withLock { state in
      var slot = Int(tag) & (state.slots.count - 1)
      while state.slots[slot] != 0 {
        if let name = name(in: state.slots[slot], tag, bytes) { return name }
        slot = (slot + 1) & (state.slots.count - 1)
      }
      if state.free.isEmpty { state.free = addSegment() }
      let place = state.free.lowerBound
      state.free = place + 1..<state.free.upperBound
      names.segments[place / NameTable.segmentSize].unsafelyUnwrapped[place % NameTable.segmentSize] =
        String(decoding: bytes, as: UTF8.self)
      state.slots[slot] = UInt64(tag) << 32 | UInt64(place + 1)
      state.count += 1
      if state.count * 2 > state.slots.count { Self.grow(&state.slots) }
      return Name(place)
    }
  }

  /// The number of a name that some file holds; nil when none does.
  fileprivate func find(_ bytes: UnsafeRawBufferPointer, _ hash: UInt64) -> Name? {
    let tag = Self.tag(hash)
    return shards[Self.shard(hash)].state.withLock { state in
      var slot = Int(tag) & (state.slots.count - 1)
      while state.slots[slot] != 0 {
        if let name = name(in: state.slots[slot], tag, bytes) { return name }
        slot = (slot + 1) & (state.slots.count - 1)
      }
      return nil
    }
  }

  /// The number that a slot holds when it is that of a name.
  @inline(__always)
  fileprivate func name(in slot: UInt64, _ tag: UInt32, _ bytes: UnsafeRawBufferPointer) -> Name? {
    guard slot >> 32 == UInt64(tag), slot != 0 else { return nil }
    let name = Name(truncatingIfNeeded: slot) &- 1
    return Self.equal(names[name], bytes) ? name : nil
  }

  private func addSegment() -> Range<Int> {
    let place = segmentsInUse.add(1, ordering: .acquiringAndReleasing).oldValue
    precondition(place < Self.mostSegments, "more names than fit into memory")
    let segment = NameTable.Segment.allocate(capacity: NameTable.segmentSize)
    segment.initialize(repeating: "", count: NameTable.segmentSize)
    names.segments[place] = segment
    return place * NameTable.segmentSize..<(place + 1) * NameTable.segmentSize
  }

  private static func grow(_ slots: inout [UInt64]) {
    let old = slots
    slots = Array(repeating: 0, count: old.count * 2)
    for entry in old where entry != 0 {
      var slot = Int(entry >> 32) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = entry
    }
  }

  private static func equal(_ text: String, _ bytes: UnsafeRawBufferPointer) -> Bool {
    guard text.utf8.count == bytes.count else { return false }
    return text.utf8.withContiguousStorageIfAvailable { known in
      guard let first = known.baseAddress, let second = bytes.baseAddress else { return bytes.isEmpty }
      return memcmp(first, second, bytes.count) == 0
    } ?? text.utf8.elementsEqual(bytes)
  }

  @inline(__always)
  fileprivate static func tag(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash) }

  @inline(__always)
  private static func shard(_ hash: UInt64) -> Int { Int(hash >> 60) }

  /// Eight bytes at a time; no need to resist an attacker since equal hashes only cost time.
  fileprivate static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var hash = UInt64(bytes.count) &* 0x9E37_79B9_7F4A_7C15
    var place = 0
    while place + 8 <= bytes.count {
      hash = mixed(hash ^ bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      place += 8
    }
    var rest: UInt64 = 0
    while place < bytes.count {
      rest = rest << 8 | UInt64(bytes[place])
      place += 1
    }
    return mixed(hash ^ rest)
  }

  @inline(__always)
  private static func mixed(_ number: UInt64) -> UInt64 {
    let (high, low) = (number ^ 0x2D35_8DCC_AA6C_78A5).multipliedFullWidth(by: 0x8BB8_4B93_962E_ACC9)
    return high ^ low
  }
}

/// Names with a meaning for how a file is read.
struct NameWords: Sendable {
  let append, add, appendleft, extend, insert, put, putNowait, set, setdefault, update, heappush, all, star,
    setattr,
    dunderSetattr, object, format, defaultdict, totalOrdering: Name

  fileprivate init(_ intern: (String) -> Name) {
    append = intern("append")
    add = intern("add")
    appendleft = intern("appendleft")
    extend = intern("extend")
    setattr = intern("setattr")
    dunderSetattr = intern("__setattr__")
    object = intern("object")
    insert = intern("insert")
    put = intern("put")
    putNowait = intern("put_nowait")
    set = intern("set")
    setdefault = intern("setdefault")
    update = intern("update")
    heappush = intern("heappush")
    format = intern("format")
    defaultdict = intern("defaultdict")
    totalOrdering = intern("total_ordering")
    all = intern("__all__")
    star = intern("*")
  }
}

/// One thread's way to the names of a scan: it keeps in mind those that it met last.
final class NameReader {
  let storage: NameStorage
  /// By hash; as the slots of a shard.
  private var recent = [UInt64](repeating: 0, count: NameReader.most)
  private static let most = 1 << 12
  private let watched: NameSet
  /// The watched names that were met since this was emptied.
  var met: [Name] = []
  private(set) lazy var words = NameWords { intern($0) }
  /// What makes a value of Python's own when it is called.
  private(set) lazy var plainFactories = Set(
    ["list", "dict", "set", "int", "float", "str", "bool", "deque"].map { intern($0) })

  /// - Parameter watched: names of which each file is to tell whether it holds them.
  init(_ storage: NameStorage, watching watched: NameSet = NameSet(limit: 0)) {
    self.storage = storage
    self.watched = watched
  }

  subscript(_ name: Name) -> String { storage.names[name] }

  func intern(_ source: [UInt8], _ range: Range<Int>) -> Name {
    source.withUnsafeBytes { intern(UnsafeRawBufferPointer(rebasing: $0[range])) }
  }

  func intern(_ text: String) -> Name {
    var text = text
    return text.withUTF8 { intern(UnsafeRawBufferPointer($0)) }
  }

  private func intern(_ bytes: UnsafeRawBufferPointer) -> Name {
    let hash = NameStorage.hash(bytes)
    let (tag, place) = (NameStorage.tag(hash), Int(truncatingIfNeeded: hash >> 32) & (Self.most - 1))
    let name: Name
    if let known = storage.name(in: recent[place], tag, bytes) {
      name = known
    } else {
      name = storage.intern(bytes, hash)
      recent[place] = UInt64(tag) << 32 | UInt64(name) + 1
    }
    if watched.contains(name), !met.contains(name) { met.append(name) }
    return name
  }

  /// The number of a name that some file holds; nil when none does.
  func find(_ text: String) -> Name? {
    var text = text
    return text.withUTF8 { bytes in
      let bytes = UnsafeRawBufferPointer(bytes)
      let hash = NameStorage.hash(bytes)
      let (tag, place) = (NameStorage.tag(hash), Int(truncatingIfNeeded: hash >> 32) & (Self.most - 1))
      if let name = storage.name(in: recent[place], tag, bytes) { return name }
      guard let name = storage.find(bytes, hash) else { return nil }
      recent[place] = UInt64(tag) << 32 | UInt64(name) + 1
      return name
    }
  }
}

/// A set of names, a bit for each there may be.
struct NameSet: Sendable {
  private var words: [UInt64]

  /// - Parameter limit: all names are below this.
  init(limit: Int) { words = Array(repeating: 0, count: limit / 64 + 1) }

  mutating func insert(_ name: Name) { words[Int(name >> 6)] |= 1 << UInt64(name & 63) }

  func contains(_ name: Name) -> Bool {
    let word = Int(name >> 6)
    return word < words.count && words[word] & (1 << UInt64(name & 63)) != 0
  }

  mutating func formUnion(_ other: NameSet) {
    for word in other.words.indices { words[word] |= other.words[word] }
  }
}
