/** A web page, also behind an XML declaration or comments, and without its usual head. */
const WEB_PAGE =
  /^(?:<\?[^>]*>\s*|<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i;
const HEAD = 2000;

/** Told by how the text begins. */
export function isWebPage(text: string): boolean {
  return WEB_PAGE.test(text.trimStart().slice(0, HEAD));
}
