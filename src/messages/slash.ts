/** How people type a command where they are: `mytalks link` as `/mytalks link`, or as `/fosdem-mytalks link`. */
export type Slash = (words: string) => string;

export function slashWith(prefix: string): Slash {
  return (words) => `/${prefix}${words}`;
}
