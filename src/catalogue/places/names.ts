import type { PlaceLevel } from '../../model/place.ts';

/** The type words of administrative units, each with the ways officials abbreviate it. */
const TYPE_FORMS = {
  tỉnh: ['tỉnh'],
  'thành phố': ['thành phố', 't.phố', 'tp.', 'tp', 't.p.', 't.p'],
  quận: ['quận', 'q.'],
  huyện: ['huyện', 'h.'],
  'thị xã': ['thị xã', 'tx.', 'tx', 't.x.', 't.x'],
  xã: ['xã', 'x.'],
  phường: ['phường', 'p.'],
  'thị trấn': ['thị trấn', 'tt.', 'tt', 't.t.', 't.t'],
  'đặc khu': ['đặc khu'],
} as const;

export type UnitType = keyof typeof TYPE_FORMS;

/** The levels a type word can stand for; a "thành phố" is a province or a district. */
export const LEVELS_OF: Record<UnitType, PlaceLevel[]> = {
  tỉnh: ['province'],
  'thành phố': ['province', 'district'],
  quận: ['district'],
  huyện: ['district'],
  'thị xã': ['district'],
  xã: ['commune'],
  phường: ['commune'],
  'thị trấn': ['commune'],
  'đặc khu': ['commune'],
};

const FORMS: [form: string, type: UnitType][] = Object.entries(TYPE_FORMS)
  .flatMap(([type, forms]) => forms.map((form): [string, UnitType] => [form, type as UnitType]))
  .sort(([a], [b]) => b.length - a.length);

/** Names that are written short or by another name so often that everybody knows them. */
const ALIASES: Record<string, string> = {
  hcm: 'Hồ Chí Minh',
  'h.c.m': 'Hồ Chí Minh',
  'sài gòn': 'Hồ Chí Minh',
  hn: 'Hà Nội',
  'br-vt': 'Bà Rịa - Vũng Tàu',
  brvt: 'Bà Rịa - Vũng Tàu',
  'tt huế': 'Thừa Thiên Huế',
  'tt-huế': 'Thừa Thiên Huế',
  'tt - huế': 'Thừa Thiên Huế',
  'tt. huế': 'Thừa Thiên Huế',
  'bà rịa-vt': 'Bà Rịa - Vũng Tàu',
  'bà rịa - vt': 'Bà Rịa - Vũng Tàu',
  'bắc cạn': 'Bắc Kạn',
  daklak: 'Đắk Lắk',
  đaklak: 'Đắk Lắk',
  đắklắk: 'Đắk Lắk',
  đăklăk: 'Đắk Lắk',
  'dak lak': 'Đắk Lắk',
  daknong: 'Đắk Nông',
  đaknông: 'Đắk Nông',
  'dak nong': 'Đắk Nông',
  'đa krông': 'Đakrông',
  'mù căng chải': 'Mù Cang Chải',
  'mù cang chai': 'Mù Cang Chải',
  'krông a na': 'Krông Ana',
  'ban mê thuột': 'Buôn Ma Thuột',
  'buôn mê thuột': 'Buôn Ma Thuột',
  'phan rang': 'Phan Rang-Tháp Chàm',
  lagi: 'La Gi',
  'xi ma cai': 'Si Ma Cai',
  simacai: 'Si Ma Cai',
  'bát sát': 'Bát Xát',
  'plei ku': 'Pleiku',
};

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
/** "Čư M'gar", as the Ê Đê write it. */
const CARON = /\u030c/g;
const SYLLABLES = new Map<string, string>();

/** One syllable with its tone at the end, so that "Hoà" and "Hòa" are one; highland "đắk" and "lắk" in one spelling. */
function syllableKey(syllable: string): string {
  const known = SYLLABLES.get(syllable);
  if (known !== undefined) return known;
  const apart = syllable.normalize('NFD');
  const tone = apart.match(TONES)?.[0] ?? '';
  const toneless = apart
    .replace(TONES, '')
    .replace(CARON, '')
    .normalize('NFC')
    .replace(/y/g, 'i')
    .replace(/^0+(?=\d)/, '');
  const highland = /^([đdlp])[aăâ][ck]$/.exec(toneless);
  const key = highland ? `${highland[1]}ak`.replace(/^d/, 'đ') : `${toneless}${tone}`;
  SYLLABLES.set(syllable, key);
  return key;
}

/** The first parts of highland names, which many writers glue to the next: "EaKar", "ChưSê", "KonTum", "ĐắkR'lấp". */
const GLUED = /(?<![^\s\-–—.])(ea|chư|cư|kon(?!g)|krông|đ[ắăaâ]k)(?=[bcdđghjklmnpqrstvwx])/g;

/**
 * The form under which a bare name is looked up: case, dashes, the place of the tone mark, i/y and the
 * spellings of highland names ("Đắk Lắk", "Đắc Lắc", "Đăk Lăk"; "EaKar") do not matter.
 */
export function nameKey(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/ð/g, 'đ')
    .replace(/['’`]/g, '')
    .replace(GLUED, '$1 ')
    .split(/[\s\-–—.]+/)
    .filter(Boolean)
    .map(syllableKey)
    .join(' ');
}

/** A name apart: its type word, if it has one, and the bare name with aliases resolved ("TP.HCM" → thành phố, Hồ Chí Minh). */
export function parseName(name: string): { type: UnitType | null; bare: string } {
  const text = name.normalize('NFC').replace(/\s+/g, ' ').trim();
  const lower = text.toLowerCase();
  for (const [form, type] of FORMS) {
    if (!lower.startsWith(form)) continue;
    const rest = text.slice(form.length);
    const glued = form.endsWith('.') || /^(?:tp|tx|tt)$/.test(form);
    if (!/^[ .]/.test(rest) && !(glued && /^[\p{Lu}\d]/u.test(rest))) continue;
    const bare = rest.replace(/^[ .]+/, '');
    if (bare && !(lower in ALIASES)) return { type, bare: ALIASES[bare.toLowerCase()] ?? bare };
  }
  return { type: null, bare: ALIASES[lower] ?? text };
}
