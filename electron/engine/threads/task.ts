/** Reports how many items of a piece are done. */
export type OnProgress = (done: number) => void;

/** A parallel task in one thread. */
export interface Task<Output = void> {
  do(piece: number, onProgress: OnProgress): Output | Promise<Output>;
  /** Disposes the task's resources. */
  dispose(): void;
}

/** A task that the threads of a pool share. `Input` is the complete input, with large arrays in shared memory. */
export interface ParallelTask<Input, Output> {
  /** Name of the task in the registry at the engine's root, by which a thread loads its module. */
  readonly name: string;
  /** Prepares the task in a thread. */
  start(input: Input): Promise<Task<Output>>;
}

/** Loads a parallel task by its name. */
export type LoadTask = (name: string) => Promise<ParallelTask<unknown, unknown>>;
