import type ICAL from 'ical.js';

/** A property's first value; `undefined` when it is absent or ical.js cannot make sense of it. */
export function readValue(component: ICAL.Component, property: string): unknown {
  try {
    return component.getFirstPropertyValue(property) ?? undefined;
  } catch {
    return undefined;
  }
}

/** The trimmed text of a property; `undefined` when there is none or it is blank. */
export function textOf(component: ICAL.Component, property: string): string | undefined {
  const value = readValue(component, property);
  return typeof value === 'string' ? value.trim() || undefined : undefined;
}
