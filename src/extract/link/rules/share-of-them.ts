import { type Link, wholesBefore } from '../listing.ts';
import { around, type Linkable, type Scene } from '../scene.ts';
import { words } from '../words.ts';

/** What states the rate of a count among something larger, or a share of something else than the people before. */
const OF_OTHERS = words(
  'chiếm|t[ỷỉ] lệ|đạt|bằng|tương đương|tương ứng|hay|tăng|giảm|vượt|còn|xuống|lên|so với|hoàn thành|hỗ trợ|cấp|mức|với|lãi suất|bình quân|kinh phí|ngân sách|vốn|nghèo(?=\\s*$)',
);
/** "75% có việc làm", "30% số người nghiện nằm trong danh sách", "80% chị có việc làm". */
const SAID_OF_THEM =
  /^\s*(?:(?:trong )?số\s+)?(?:\p{L}+\s+){0,3}?(?:có|là|được|đã|nằm|thuộc|chưa|không|ở|tìm|tự|sống|bị|mắc|tái|đang)(?![\p{L}\p{M}])/iu;
const NOT_OF_THEM = /^\s*(?:\p{L}+\s+){0,4}?(?:kế hoạch|chỉ tiêu|dân số|tổng|cả nước|toàn)(?![\p{L}\p{M}])/iu;
/** A share of everybody says nothing of those before. */
const EVERYBODY = 100;
const NEAR = 90;

/** "mở 8 lớp, có 240 học viên, hơn 75% có việc làm": a share said of the people counted just before. */
export function shareOfThem(s: Scene): Link[] {
  return s.figures.flatMap((share, i) => {
    const before = s.figures[i - 1];
    if (share.kind !== 'percentage' || share.role !== 'actual' || share.value >= EVERYBODY || !before) return [];
    if (!ofPeople(before) || !sameGroup(share, before)) return [];
    const sentence = around(s.sentences, share.span.start);
    const gap = s.text.slice(before.span.end, share.span.start);
    const said = s.text.slice(share.span.end, Math.min(sentence.end, share.span.end + NEAR));
    if (before.span.start < sentence.start || gap.length > NEAR || /[;:.()]/.test(gap) || gap.search(OF_OTHERS) >= 0)
      return [];
    if (!SAID_OF_THEM.test(said) || NOT_OF_THEM.test(said)) return [];
    const whole = wholesBefore(s, share.span.start).find((w) => w.kind === 'count');
    return whole === before ? [{ figure: share.id, whole: whole.id, rule: 'share-of-them' }] : [];
  });
}

const ofPeople = ({ unit, role }: Linkable): boolean =>
  (unit === 'person' || unit === 'household' || unit === 'case') && role === 'actual';

const sameGroup = (a: Linkable, b: Linkable): boolean =>
  a.subjects.length === 0 || a.subjects.every((code) => b.subjects.includes(code));
