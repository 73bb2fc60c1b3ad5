import { registerHooks } from 'node:module';

/**
 * Loads modules that take relative imports at their word. An ES module names its neighbours by their
 * whole addresses, and yet Node looks in the file system whether each is there, or a link: a third of
 * the time that a thousand small modules take. Not for SDKs, which `require` their parts: such a name
 * has to be looked for, and any hook makes that slower.
 */
export async function withNeighbours<T>(load: () => Promise<T>): Promise<T> {
  const hooks = registerHooks({
    resolve: (specifier, context, next) =>
      isRelative(specifier) && context.conditions.includes('import')
        ? { url: new URL(specifier, context.parentURL).href, shortCircuit: true }
        : next(specifier, context),
  });
  try {
    return await load();
  } finally {
    hooks.deregister();
  }
}

function isRelative(specifier: string): boolean {
  return specifier.startsWith('./') || specifier.startsWith('../');
}
