/** JPEG files (ITU-T T.81) with their JFIF or Exif heads. */
import { ReadError } from '../../model/read-error.ts';
import type { PicturePage } from './picture-page.ts';
import { firstDirectory } from './tiff.ts';

const ROTATIONS: Record<number, PicturePage['rotate']> = { 3: 180, 6: 90, 8: 270 };
const SPACES: Record<number, string> = { 1: '/DeviceGray', 3: '/DeviceRGB', 4: '/DeviceCMYK' };

export function jpegPage(bytes: Buffer): PicturePage {
  let dpi: PicturePage['dpi'] = null;
  let rotate: PicturePage['rotate'] = 0;
  let adobe = false;
  for (const { marker, body } of segments(bytes)) {
    if (marker === 0xe0 && body.subarray(0, 5).toString('latin1') === 'JFIF\0' && body.length >= 12) {
      const unit = [0, 1, 2.54][body.readUInt8(7)] ?? 0;
      if (unit > 0) dpi = [body.readUInt16BE(8) * unit, body.readUInt16BE(10) * unit];
    }
    if (marker === 0xe1 && body.subarray(0, 6).toString('latin1') === 'Exif\0\0') {
      const tags = firstDirectory(body.subarray(6));
      rotate = ROTATIONS[tags?.get(274)?.[0] ?? 1] ?? 0;
    }
    if (marker === 0xee) adobe = body.subarray(0, 5).toString('latin1') === 'Adobe';
    if (isFrame(marker) && body.length >= 6) {
      const [height, width, components] = [body.readUInt16BE(1), body.readUInt16BE(3), body.readUInt8(5)];
      const space = SPACES[components];
      if (!space) throw new ReadError('damaged', `a JPEG of ${components} components`);
      // Adobe's four colours are stored inverted (Adobe Technical Note 5116).
      const decode = components === 4 && adobe ? ' /Decode [1 0 1 0 1 0 1 0]' : '';
      const entries = `/ColorSpace ${space} /BitsPerComponent 8 /Filter /DCTDecode${decode}`;
      return { width, height, dpi, rotate, parts: [{ entries, bytes, x: 0, y: 0, width, height }] };
    }
  }
  throw new ReadError('damaged', 'a JPEG without a frame');
}

/** Start-of-frame markers; C4, C8 and CC among them are others. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function* segments(bytes: Buffer): Generator<{ marker: number; body: Buffer }> {
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return;
    const marker = bytes[at + 1] as number;
    if (marker === 0xff) at++;
    else if (marker === 0xda) return;
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2;
    else {
      const length = bytes.readUInt16BE(at + 2);
      if (length < 2) return;
      yield { marker, body: bytes.subarray(at + 4, at + 2 + length) };
      at += 2 + length;
    }
  }
}
