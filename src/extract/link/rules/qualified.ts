import { fits } from '../component.ts';
import type { Link } from '../listing.ts';
import { around, between, type Scene } from '../scene.ts';

const OFFERED =
  /^[^.;:\n]{0,140}(?:đề nghị|đăng ký|nộp|tiếp nhận|rà soát|kiểm tra|khảo sát|thẩm định|xét)(?![\p{L}\p{M}])[^.;:\n]*,\s*(?:(?:đã|có|kết quả)\s+){0,3}$/iu;
const ACCEPTED =
  /^\s*(?:\p{L}+\s+){0,3}?(?:đủ (?:điều kiện|tiêu chuẩn)|đạt (?:yêu cầu|tiêu chuẩn|danh hiệu)|được (?:phê duyệt|duyệt|chấp thuận|công nhận|xác nhận))(?![\p{L}\p{M}])/iu;

/** "5.282 hồ sơ đề nghị hưởng trợ cấp, 4.075 hồ sơ đủ điều kiện": of what was handed in, what was accepted. */
export function qualified(s: Scene): Link[] {
  return s.figures.flatMap((part, index) => {
    const whole = s.figures[index - 1];
    if (!whole || part.unit !== whole.unit || !fits(part, whole)) return [];
    if (around(s.sentences, whole.span.start).end < part.span.end || !OFFERED.test(between(s, whole, part))) return [];
    if (!ACCEPTED.test(s.text.slice(part.span.end, part.span.end + 60))) return [];
    return [{ figure: part.id, whole: whole.id, rule: 'qualified' }];
  });
}
