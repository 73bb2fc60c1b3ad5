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

/** The values of a property as jCal (RFC 7265) writes them: ical.js would move the 13th month into the next year. */
export function rawValuesOf(property: ICAL.Property): readonly unknown[] {
  return property.toJSON().slice(3);
}

/** A parameter's text; `undefined` when there is none or it is empty. */
export function parameterOf(property: ICAL.Property, name: string): string | undefined {
  const value = property.getFirstParameter(name);
  return typeof value === 'string' ? value || undefined : undefined;
}
