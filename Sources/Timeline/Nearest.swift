/// The name among `names` that `word` was probably meant to be; nil when none is near.
///
/// Near means: at most a third of the letters (and at least one) inserted, left out, replaced or swapped with a
/// neighbour; or one is the beginning of the other.
public func nearest(to word: String, among names: [String]) -> String? {
  let wanted = Array(word.lowercased().prefix(64))
  guard !wanted.isEmpty else { return nil }
  let ranked = names.map { (name: $0, distance: editDistance(wanted, Array($0.lowercased().prefix(64)))) }
  if let best = ranked.min(by: { $0.distance < $1.distance }) {
    let limit = max(1, max(wanted.count, best.name.count) / 3)
    if best.distance <= limit { return best.name }
  }
  return wanted.count < 3
    ? nil
    : names.first {
      $0.lowercased().hasPrefix(word.lowercased()) || word.lowercased().hasPrefix($0.lowercased())
    }
}

/// The number of edits between two words, a swap of neighbours counting as one (optimal string alignment).
func editDistance(_ left: [Character], _ right: [Character]) -> Int {
  var beforePrevious: [Int] = []
  var previous = Array(0...right.count)
  for row in 0..<left.count {
    var current = [row + 1]
    for column in 0..<right.count {
      var best = min(previous[column + 1], current[column]) + 1
      best = min(best, previous[column] + (left[row] == right[column] ? 0 : 1))
      if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
        best = min(best, beforePrevious[column - 1] + 1)
      }
      current.append(best)
    }
    beforePrevious = previous
    previous = current
  }
  return previous[right.count]
}
