/** What somebody was answered, at one moment. */
export interface Shown {
  readonly text: string;
  /** Whether others in the channel see it too. */
  readonly isPublic: boolean;
  /** How the platform's own test client calls it. */
  readonly handle: unknown;
}

/** A question for one value, as a form or in words. */
export interface Asked {
  answer(value: string): Promise<Shown>;
}

/** What every platform promises; the table in docs/platforms.md has them in this order. */
export const PROMISES = [
  'a command is answered',
  'a plain question is answered',
  'what is one’s own is shown to oneself alone',
  'a button under a card stars its talk',
  'the list comes by itself, and stays one message',
  'a value that is missing is asked for',
  'a calendar file is handed over',
  'one’s day is drawn as a picture',
  'organisers are known, and nobody else may',
  'a channel hears of its talks',
  'who starred a talk is reminded',
] as const;

export type Promised = (typeof PROMISES)[number];

/** Hallway on one platform, with people who use it: grace organises, ada is a member. */
export interface Stage {
  /** Whoever is there is an organiser: there is nobody else. */
  readonly isAlone: boolean;
  /** Gives a command, in the channel. */
  ask(line: string, who?: Who): Promise<Shown>;
  /** Says something to Hallway in the channel, without a command. */
  say(text: string): Promise<Shown>;
  /** Uses what bears an action id that fits, under an answer or under the newest direct message that has it. */
  press(on: Shown, action: RegExp): Promise<Shown>;
  askValue(on: Shown, action: RegExp): Promise<Asked>;
  /** Names of the files that ada has been handed. */
  files(): readonly string[];
  /** What Hallway wrote to ada alone, as it is now. */
  direct(): readonly Shown[];
  /** What Hallway wrote by itself in the channel, as it is now. */
  channel(): readonly Shown[];
  /** Has talks announced in the channel, or is refused. */
  announce(who: Who): Promise<Shown>;
  /** Ends it; throws where the platform would have refused something. */
  stop(): Promise<void>;
}

export type Who = 'ada' | 'grace';

export interface Conforming {
  readonly name: string;
  /** How each promise is kept there, in the words of the table. */
  readonly how: Readonly<Record<Promised, string>>;
  open(): Promise<Stage>;
}

/** Shortly before the talks that the promises speak of are announced, by a clock that is quick. */
export const FROM = '2020-02-01T10:43:00+01:00';
export const SPEED = 30;
