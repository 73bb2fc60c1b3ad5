import { randomUUID } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';

/** One file with all that a killed program's database holds, its log of changes included. */
export function keepSqlite(from: string, to: string): void {
  const database = new DatabaseSync(from);
  database.prepare('vacuum into ?').run(to);
  database.close();
}

/** A new database on that server; returns its URL. */
export async function createPostgres(server: string): Promise<string> {
  const name = `upgrade_${randomUUID().replaceAll('-', '')}`;
  await withClient(`${server}/postgres`, (client) => client.query(`create database ${name}`));
  return `${server}/${name}`;
}

export async function restorePostgres(url: string, dump: string): Promise<void> {
  await withClient(url, (client) => client.query(dump));
}

/**
 * Tables, rows, constraints and indexes as SQL that any client runs: tools of PostgreSQL's own are
 * not everywhere.
 */
export function dumpPostgres(url: string): Promise<string> {
  return withClient(url, async (client) => {
    const names = await column(client, TABLES, []);
    const tables = [];
    for (const name of names) tables.push(await dumpTable(client, name));
    const keys = await column(client, CONSTRAINTS, ['f', false]);
    const foreignKeys = await column(client, CONSTRAINTS, ['f', true]);
    const indexes = await column(client, INDEXES, []);
    const statements = [...keys, ...foreignKeys, ...indexes].map((each) => `${each};`);
    return `${[...tables, ...statements].join('\n')}\n`;
  });
}

const TABLES = `select tablename from pg_tables where schemaname = 'public' order by 1`;

const COLUMNS = `select format('%I %s%s%s', attname, format_type(atttypid, atttypmod),
    case when attnotnull then ' not null' else '' end,
    coalesce(' default ' || pg_get_expr(adbin, adrelid), ''))
  from pg_attribute left join pg_attrdef on adrelid = attrelid and adnum = attnum
  where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`;

const CONSTRAINTS = `select format('alter table %s add constraint %I %s', conrelid::regclass, conname,
    pg_get_constraintdef(oid))
  from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n'
  and (contype = $1) = $2 order by 1`;

const INDEXES = `select pg_get_indexdef(indexrelid) from pg_index
  where indrelid::regclass::text in (select tablename from pg_tables where schemaname = 'public')
  and not exists (select 1 from pg_constraint where conindid = indexrelid) order by 1`;

async function dumpTable(client: pg.Client, name: string): Promise<string> {
  const columns = await column(client, COLUMNS, [name]);
  const rows = await column(client, `select row_to_json(each)::text from ${name} each`, []);
  const values = rows.toSorted().map((row) => {
    const literal = pg.escapeLiteral(row);
    return `insert into ${name} select * from json_populate_record(null::${name}, ${literal});`;
  });
  return [`create table ${name} (\n  ${columns.join(',\n  ')}\n);`, ...values].join('\n');
}

/** The first column of a query's rows. */
async function column(client: pg.Client, query: string, values: readonly unknown[]) {
  const { rows } = await client.query<string[]>({
    text: query,
    values: [...values],
    rowMode: 'array',
  });
  return rows.map(([first = '']) => first);
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
