import { attributeOf, childOf, childrenOf, textOf, type XmlElement } from '../reading/xml.ts';

/** Components by name: beside the properties, or in RFC 6321's `<components>`; with or without the prefix `xCal:`. */
export function componentsOf(parent: XmlElement | undefined, name: string): readonly XmlElement[] {
  return named(childOf(parent, 'components') ?? parent, name);
}

/** The texts of all properties of that name, blank ones left out. */
export function propertiesOf(component: XmlElement | undefined, name: string): readonly string[] {
  return elementsOf(component, name).flatMap((property) => textOfValue(property) || []);
}

/** The text of the first property of that name; `undefined` when there is none or it is blank. */
export function propertyOf(component: XmlElement | undefined, name: string): string | undefined {
  return propertiesOf(component, name)[0];
}

/** The zone that a time names, as an attribute or as RFC 6321's parameter. */
export function zoneOfTime(component: XmlElement | undefined, name: string): string | undefined {
  const [property] = elementsOf(component, name);
  const parameters = childOf(property, 'parameters');
  return attributeOf(property, 'tzid') ?? textOf(childOf(parameters, 'tzid'), 'text');
}

function elementsOf(component: XmlElement | undefined, name: string): readonly XmlElement[] {
  return named(childOf(component, 'properties') ?? component, name);
}

function named(parent: XmlElement | undefined, name: string): readonly XmlElement[] {
  const bare = childrenOf(parent, name);
  return bare.length > 0 ? bare : childrenOf(parent, `xCal:${name}`);
}

/** Text of its own, or that of the element which RFC 6321 names after the value's type. */
function textOfValue(property: XmlElement): string {
  const typed = property.children.find((child) => child.name !== 'parameters');
  return property.text.trim() || (typed?.text.trim() ?? '');
}
