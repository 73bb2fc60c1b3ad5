/** What is kept about a member, as they are handed it on request. */
export interface KeptAbout {
  readonly leadMinutes: number;
  /** Ids of talks. */
  readonly stars: readonly string[];
  /** Of single talks, where any has one of its own. */
  readonly leads?: Readonly<Record<string, number>>;
  /** Platforms on which no reminders come, as of the digest. */
  readonly muted: readonly string[];
  readonly digest: readonly string[];
  /** Platforms on which the member has an account with this list. */
  readonly accounts: readonly string[];
}

interface ExportedData {
  readonly leadMinutes: number;
  readonly stars: readonly { readonly talk: string; readonly leadMinutes?: number }[];
  readonly accounts: readonly {
    readonly platform: string;
    readonly volume: string;
    readonly digest: boolean;
  }[];
}

/** Of the file of `/mytalks export`. */
export function keptAbout(exported: string): KeptAbout {
  // Members read this document: its names are a promise.
  const { leadMinutes, stars, accounts } = JSON.parse(exported) as ExportedData;
  const leads = stars.flatMap(({ talk, leadMinutes: own }) =>
    own === undefined ? [] : [[talk, own]],
  );
  const platforms = (those: ExportedData['accounts']) =>
    those.map(({ platform }) => platform).toSorted();
  return {
    leadMinutes,
    stars: stars.map(({ talk }) => talk).toSorted(),
    ...(leads.length === 0 ? {} : { leads: Object.fromEntries(leads) }),
    muted: platforms(accounts.filter(({ volume }) => volume !== 'full')),
    digest: platforms(accounts.filter(({ digest }) => digest)),
    accounts: platforms(accounts),
  };
}
