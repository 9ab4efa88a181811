import { firstOf, isDay, lastOf } from '../calendar.ts';
import { DAY, MONTH, words, YEAR } from '../pattern.ts';
import type { Parser } from '../types.ts';
import { int } from './reading.ts';

const FEAST =
  '(?:thiếu nhi|phụ nữ|phụ nữ việt nam|liệt sĩ|liệt sỹ|tbls|tb-ls|khuyết tật|người khuyết tật việt nam|quốc khánh|vì người nghèo|nhà giáo việt nam|người cao tuổi|trẻ em|gia đình việt nam|thầy thuốc việt nam|quân đội nhân dân|lao động|tết độc lập|ngày lễ|da cam|nghĩa tình|giải phóng miền nam|thống nhất đất nước|đoàn thanh niên|chữ thập đỏ|đại đoàn kết)';
const DATE = `(?<d>${DAY})[/-](?<m>${MONTH})`;
const FOLLOWED_BY_NOUN =
  /^[^\S\n]+(?:hộ|xã|huyện|tỉnh|thôn|tiêu chí|kinh phí|số|tổng|phường|thị trấn|ấp|bản|trường|người|chỉ tiêu|cơ sở|đơn vị)(?![\p{L}\p{M}])/u;

/** "Tháng hành động vì trẻ em (1/6 - 30/6)": the first day of several weeks. */
const RUNS_ON = /^[^\S\n]*[-–—][^\S\n]*\d{1,2}[/.-]\d/u;

/** Days of the year with a name: "Quốc khánh 2/9", "Thương binh - Liệt sĩ (27/7)", "Ngày vì người nghèo 17/10". */
export const feast: Parser = {
  name: 'feast',
  pattern: words(`${FEAST}(?: ngày| việt nam| thế giới| quốc tế)?_[(,–-]?_${DATE}`),
  read: ({ d, m }, { after }) =>
    isDay(int(d), int(m)) && !FOLLOWED_BY_NOUN.test(after) && !RUNS_ON.test(after) ? { kind: 'occasion' } : null,
};

/** A named day in general: "ngày Công tác xã hội 25/3", "nhân Ngày Người khuyết tật Việt Nam (18/4)". */
export const namedDay: Parser = {
  name: 'named-day',
  pattern: words(`(?:ngày|tháng|dịp|lễ)(?: [\\p{L}\\p{M}“"”]{1,12}){1,9}_[(,–-]_${DATE}`),
  read: ({ d, m }, { after }) =>
    isDay(int(d), int(m)) && /^[^\S\n]*[),.;:\n"”]|^$/u.test(after) ? { kind: 'occasion' } : null,
};

const COMMEMORATED =
  '(?:3[/-]2|03[/-]02|8[/-]3|08[/-]3|26[/-]3|30[/-]4|1[/-]5|01[/-]5|1[/-]6|01[/-]6|01[/-]06|27[/-]7|27[/-]07|19[/-]8|2[/-]9|02[/-]9|1[/-]10|01[/-]10|17[/-]10|20[/-]10|18[/-]11|20[/-]11|22[/-]12)';

/** "dịp 27/7", "lễ 30/4-1/5", "quà 2/9": commemoration days after their cue, alone or in a row. */
export const commemoration: Parser = {
  name: 'commemoration',
  pattern: words(
    `(?:dịp|ngày|lễ|quà|quỹ|tết|mừng|kỷ niệm|chào mừng)(?: lễ| ngày| các ngày){0,2} ${COMMEMORATED}(?:(?:_[-–,;]_| và )${COMMEMORATED}){0,4}`,
  ),
  read: (_, { before, after }) =>
    FOLLOWED_BY_NOUN.test(after) || /(?:trong|tính đến|đến|từ|sáng|chiều|tối)[^\S\n]+$/u.test(before)
      ? null
      : { kind: 'occasion' },
};

/** "dịp 27/7/2017", "kỷ niệm Ngày Thương binh - Liệt sĩ 27/7/2017": the year of the feast, as of Tết. */
export const datedCommemoration: Parser = {
  name: 'dated-commemoration',
  pattern: words(
    `(?:(?:dịp|quà|mừng|kỷ niệm|chào mừng)(?: lễ| ngày| các ngày){0,2}|${FEAST}_[(]?(?:ngày )?) ?${COMMEMORATED}[/-](?<y>${YEAR})`,
  ),
  read: ({ y }) => ({ kind: 'festival', start: firstOf(int(y)), end: lastOf(int(y)) }),
};
