/**
 * What is counted and measured for whoever watches over Hallway, told where it happens. Each becomes
 * one of few series: nothing here names a person, a community, an address or an id.
 */
export interface Meter {
  note(happening: Happening): void;
}

export const silentMeter: Meter = { note() {} };

/** Spans in milliseconds; `platform` by its name. */
export type Happening =
  /** `planned`: the deliveries that it added. */
  | {
      readonly kind: 'tick';
      readonly outcome: 'done';
      readonly tookMs: number;
      readonly planned: number;
    }
  | { readonly kind: 'tick'; readonly outcome: 'failed'; readonly tookMs: number }
  /** One came to its end: `lateMs` after it was due. */
  | {
      readonly kind: 'delivery';
      readonly platform: string;
      /** The kind of what it speaks of. */
      readonly subject: string;
      readonly outcome: DeliveryOutcome;
      readonly lateMs: number;
    }
  /** A message was surely not sent and is tried again, or its fate is asked for. */
  | { readonly kind: 'triedAgain'; readonly platform: string; readonly fate: 'retry' | 'doubt' }
  /** The process sends in one lane more, or in one less. */
  | { readonly kind: 'laneTaken' | 'laneLeft' }
  /** The platform had a lane rest, or rest for longer (`isNew` false): by so much. */
  | {
      readonly kind: 'laneRest';
      readonly platform: string;
      readonly restMs: number;
      readonly isNew: boolean;
    }
  | { readonly kind: 'sourceAsked'; readonly outcome: SourceOutcome }
  | {
      readonly kind: 'request';
      readonly platform: string;
      readonly request: 'command' | 'question' | 'press' | 'remind' | 'suggest' | 'page';
      /** Of a command or a deed that there is, or the pattern of a page's path; else `unknown`. Of `remind` and `question`, the same word. */
      readonly name: string;
      readonly outcome: RequestOutcome;
      readonly tookMs: number;
    };

export type DeliveryOutcome =
  | 'sent'
  /** The platform refused it for good. */
  | 'failed'
  /** Too late to be of use. */
  | 'expired'
  /** True no more, or its message is gone. */
  | 'outdated'
  /** True no more, and planned again if it is true after all. */
  | 'withdrawn';

export type SourceOutcome =
  /** As it was, or the first version of it, or a newer one. */
  | 'unchanged'
  | 'first'
  | 'taken'
  /** Another process took over a newer one meanwhile. */
  | 'overtaken'
  /** What lies there is not believed. */
  | 'refused'
  /** It could not be reached or read. */
  | 'unreadable';

export type RequestOutcome =
  | 'answered'
  /** With a sentence that says why not. */
  | 'refused'
  /** A fault of Hallway's own; the log has it. */
  | 'failed';
