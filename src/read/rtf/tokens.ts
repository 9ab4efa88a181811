/** RTF as a flat list of tokens (Rich Text Format Specification 1.9.1, "Basic entities"). Nothing nests here. */
export type Token =
  | { type: 'open' }
  | { type: 'close' }
  | { type: 'word'; name: string; value: number | null }
  /** Bytes written as "\'hh" or as they are, in the code page of the font in use; as Latin 1, a character each. */
  | { type: 'bytes'; bytes: string }
  | { type: 'text'; text: string };

const CONTROL = /\\(?:([a-zA-Z]{1,32})(-?\d{1,10})? ?|('[0-9a-fA-F]{2}(?:\\'[0-9a-fA-F]{2}){0,1000})|([^a-zA-Z]))/y;
const TEXT = /[^\\{}\r\n]+/y;

/** The tokens of a file; bytes beyond ASCII that no control word wrote are bytes too. */
export function* tokens(bytes: Buffer): Generator<Token> {
  const source = bytes.toString('latin1');
  let at = 0;
  while (at < source.length) {
    const character = source[at];
    if (character === '{' || character === '}') {
      yield { type: character === '{' ? 'open' : 'close' };
      at++;
    } else if (character === '\r' || character === '\n') at++;
    else if (character === '\\') {
      CONTROL.lastIndex = at;
      const match = CONTROL.exec(source);
      if (!match) return;
      at = CONTROL.lastIndex;
      const [, name, value, hex, symbol] = match;
      if (hex !== undefined) yield { type: 'bytes', bytes: coded(hex) };
      else if (symbol !== undefined) yield { type: 'word', name: symbol, value: null };
      // "\binN" is followed by N bytes that are no tokens.
      else if (name === 'bin') at += Math.max(0, Number(value ?? 0));
      else yield { type: 'word', name: name ?? '', value: value === undefined ? null : Number(value) };
    } else {
      TEXT.lastIndex = at;
      const text = TEXT.exec(source)?.[0] ?? '';
      at = TEXT.lastIndex;
      yield* plain(text);
    }
  }
}

/** The bytes of "'e1\'e0". */
const coded = (hex: string): string => Buffer.from(hex.replace(/[\\']/g, ''), 'hex').toString('latin1');

function* plain(text: string): Generator<Token> {
  for (const [part] of text.matchAll(/[\u0000-\u007F]+|[\u0080-\u00FF]+/g)) {
    if (part.charCodeAt(0) < 0x80) yield { type: 'text', text: part };
    else yield { type: 'bytes', bytes: part };
  }
}
