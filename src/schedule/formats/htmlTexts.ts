/** Fields that hold HTML by their format, whether or not they look like it. */

/** Text without tags is wrapped as the paragraphs it is, so that its entities are read. */
export function asHtml(text: string): string {
  if (/<\/?(?:p|br|div|ul|ol|h[1-6])\b/i.test(text)) return text;
  const paragraphs = text.split(/\n[ \t\r]*\n/);
  return paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

export function escapedHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}

/** Whether there is more in the HTML than the title. Tags may stand within words, so letters count. */
export function saysMoreThan(title: string | undefined, html: string): boolean {
  if (title === undefined) return true;
  return lettersOf(html.replace(/<[^<>]*>|&[#\w]{1,10};/g, '')) !== lettersOf(title);
}

function lettersOf(text: string): string {
  return (text.match(/[\p{L}\p{N}]/gu) ?? []).join('').toLowerCase();
}
