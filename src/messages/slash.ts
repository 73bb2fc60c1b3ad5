/** How people type a command where they are: `mytalks link` as `/mytalks link`, as `/fosdem-mytalks link`, or as `!mytalks link`. */
export type Slash = (words: string) => string;

export function slashWith(prefix: string): Slash {
  const slash = /[^a-z\d_-]/iu.test(prefix) ? '' : '/';
  return (words) => `${slash}${prefix}${words}`;
}
