import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  SelectQueryNode,
  type SqliteDriver,
} from 'kysely';

export interface SqliteParts {
  readonly writing: SqliteDriver;
  /** To the same file; none to a database in memory, where all stand in line. */
  readonly reading: SqliteDriver | undefined;
  /** Resolves when all that is committed by now is on the disk. */
  flush(): Promise<void>;
}

/**
 * One connection that writes, for which transactions and single statements stand in line, and one that
 * reads what is committed: whoever only asks waits for nobody. Whoever writes hears that it is done
 * when it is on the disk; the next in line does not wait for that.
 */
export function createLinedDriver({ writing, reading, flush }: SqliteParts): Driver {
  const enter = createLine();
  /** Those in a transaction, or about to be, with what lets the next one in. */
  const inside = new WeakMap<DatabaseConnection, () => void>();
  const leave = (own: DatabaseConnection) => {
    inside.get(own)?.();
    inside.delete(own);
  };
  let writer: DatabaseConnection;
  let reader: DatabaseConnection | undefined;
  const executeOn = async (own: DatabaseConnection, query: CompiledQuery) => {
    if (inside.has(own)) return writer.executeQuery(query);
    if (reader !== undefined && SelectQueryNode.is(query.query)) return reader.executeQuery(query);
    const leaveLine = await enter();
    const result = await writer.executeQuery(query).finally(leaveLine);
    await flush();
    return result;
  };
  return {
    init: async () => {
      await writing.init();
      await reading?.init();
      writer = await writing.acquireConnection();
      reader = await reading?.acquireConnection();
    },
    acquireConnection: async () => connection(executeOn),
    // A transaction that reads first and writes later would fail at once, without waiting,
    // when another process wrote in between.
    beginTransaction: async (own) => {
      inside.set(own, await enter());
      await writer.executeQuery(CompiledQuery.raw('begin immediate'));
    },
    commitTransaction: async (own) => {
      await writing.commitTransaction(writer);
      leave(own);
      await flush();
    },
    // On a full disk SQLite itself has rolled back; its complaint would stand before the reason.
    rollbackTransaction: () => writing.rollbackTransaction(writer).catch(unlessRolledBack),
    releaseConnection: async (own) => leave(own),
    destroy: async () => {
      await reading?.destroy();
      await writing.destroy();
    },
  };
}

function unlessRolledBack(error: unknown): void {
  if (!(error instanceof Error && error.message.includes('no transaction is active'))) throw error;
}

type Execute = (own: DatabaseConnection, query: CompiledQuery) => Promise<unknown>;

function connection(execute: Execute): DatabaseConnection {
  const own: DatabaseConnection = {
    executeQuery: (query) => execute(own, query) as never,
    streamQuery: () => {
      throw new Error('Nothing is streamed from SQLite');
    },
  };
  return own;
}

/** Each caller resolves when those before have left, with what it has to call itself to leave. */
function createLine(): () => Promise<() => void> {
  let last: Promise<void> = Promise.resolve();
  return async () => {
    const before = last;
    const { promise, resolve } = Promise.withResolvers<void>();
    last = promise;
    await before;
    return resolve;
  };
}
