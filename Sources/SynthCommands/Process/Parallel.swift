import Glibc

/// Work on all cores. Threads are those of the C library: Swift's tasks would make the program larger.
enum Parallel {
  /// The results for inputs, in their order. `transform` must not use what another call of it changes.
  static func map<Input: Sendable, Output>(
    _ inputs: [Input], _ transform: @escaping @Sendable (Input) -> Output
  ) -> [Output] {
    let cores = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    guard inputs.count > 1, cores > 1 else { return inputs.map(transform) }
    let work = Work(inputs, transform)
    let crew = Crew { work.run() }
    // This thread is one of them.
    crew.work(besides: min(cores, inputs.count) - 1)
    return work.results.compactMap(\.self)
  }

  /// Inputs that threads take one by one.
  private final class Work<Input: Sendable, Output>: @unchecked Sendable {
    private let inputs: [Input]
    private let transform: @Sendable (Input) -> Output
    private(set) var results: [Output?]
    private var next = 0
    private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)

    init(_ inputs: [Input], _ transform: @escaping @Sendable (Input) -> Output) {
      self.inputs = inputs
      self.transform = transform
      results = Array(repeating: nil, count: inputs.count)
      pthread_mutex_init(lock, nil)
    }

    deinit {
      pthread_mutex_destroy(lock)
      lock.deallocate()
    }

    func run() {
      while let index = take() {
        let result = transform(inputs[index])
        alone { results[index] = result }
      }
    }

    private func take() -> Int? {
      alone {
        guard next < inputs.count else { return nil }
        next += 1
        return next - 1
      }
    }

    /// Calls `body` while no other thread does.
    private func alone<Result>(_ body: () -> Result) -> Result {
      pthread_mutex_lock(lock)
      defer { pthread_mutex_unlock(lock) }
      return body()
    }
  }

  /// Threads that do the same.
  private final class Crew {
    private let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) { self.body = body }

    /// Does the work on this thread and on others, and waits for these. If one cannot be started, the others do its work.
    func work(besides others: Int) {
      var attributes = pthread_attr_t()
      pthread_attr_init(&attributes)
      // As much as the first thread usually has.
      pthread_attr_setstacksize(&attributes, 8 << 20)
      let threads = (0..<others).compactMap { _ in start(attributes: &attributes) }
      body()
      for thread in threads { pthread_join(thread, nil) }
      pthread_attr_destroy(&attributes)
    }

    private func start(attributes: UnsafePointer<pthread_attr_t>) -> pthread_t? {
      var thread = pthread_t()
      let status = pthread_create(
        &thread, attributes,
        { crew in
          Exhaustion.reportOnThisThread()
          if let crew { Unmanaged<Crew>.fromOpaque(crew).takeUnretainedValue().body() }
          return nil
        }, Unmanaged.passUnretained(self).toOpaque())
      return status == 0 ? thread : nil
    }
  }
}
