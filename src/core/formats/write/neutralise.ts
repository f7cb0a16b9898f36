// Text that a spreadsheet would run as a formula is given a leading apostrophe (OWASP, CSV injection): =, +, -
// and @, full-width ones included, also after blanks, and tab or line break in front. A text that already has
// apostrophes before such a sign is given one more, so that `restore` gets every text back as it was.

export const neutralise = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

export const restore = (text: string): string =>
  text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text;

const FORMULA = /^'*(?:\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n])/;
