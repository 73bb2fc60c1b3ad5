import type { TestProject } from 'vitest/node';
import { bundleChild } from '../crash/childBundle.ts';
import { compile } from './compiled.ts';
import { startPostgres } from './postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Of a PostgreSQL server that lives as long as the run, without a database's name: `postgres://…:port`. */
    readonly postgresUrl: string;
  }
}

/** Vitest's global set-up: one PostgreSQL server for the whole run, and a program that is compiled. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const [{ url, stop }] = await Promise.all([startPostgres(), compile(), bundleChild()]);
  project.provide('postgresUrl', url);
  return stop;
}
