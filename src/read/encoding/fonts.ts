export type LegacyEncoding = 'tcvn3' | 'vni';

/** What a font's name says of the letters set in it; `capitals`: small letters are shown as capitals (".VnTimeH"). */
export type LegacyFont = { encoding: LegacyEncoding; capitals: boolean };

/** ABC's fonts are ".Vn…" ("\u002eVnTime", in PDF "ABCDEF+.VnArialH,Bold"), VNI's "VNI-Times" and their like. */
const TCVN3 = /^\.?Vn[\p{Lu}\d]|^\.Vn/u;
const VNI = /^VNI[- ](?!Unicode)/i;

/** The legacy encoding a font belongs to by its name, or null. */
export function legacyFont(name: string): LegacyFont | null {
  const family = name
    .replace(/^[A-Z]{6}\+/, '')
    .replace(/[,-](?:Bold|Italic|Regular|Oblique)+.*$/i, '')
    .trim();
  if (TCVN3.test(family)) return { encoding: 'tcvn3', capitals: /\p{Ll}H$|\bH$/u.test(family) };
  return VNI.test(family) ? { encoding: 'vni', capitals: false } : null;
}
