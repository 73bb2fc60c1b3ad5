import type { Rule } from '../source.ts';

/** The file with a floor's name begins with what the floor is for, what it may not know, and where to start. */
export const doors: Rule = (sources) => {
  const floors = new Set(sources.flatMap(({ path }) => /^src\/([^/]+)\//.exec(path)?.[1] ?? []));
  return [...floors].flatMap((floor) => {
    const beside = sources.find(({ path }) => path === `src/${floor}.ts`);
    const door = sources.find(({ path }) => path === `src/${floor}/${floor}.ts`);
    const isDoor = door?.text.startsWith(`/**\n * The floor \`${floor}\`: `) ?? false;
    return beside !== undefined || isDoor ? [] : [`src/${floor} has no door`];
  });
};
