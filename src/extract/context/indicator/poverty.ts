import { matches, quick } from '../../text/quick.ts';
import { all, counts, not, of, own, type Rule, rate, type Sight, said } from './sight.ts';
import { STOCK } from './stock.ts';

/** Exactly one poverty group (others, such as an ethnic minority, may narrow it). */
const only = (group: 'poor' | 'near_poor') => (sight: Sight) => {
  const groups = sight.subjects.filter((s) => /^(?:near_)?poor_|^escaped_/.test(s));
  return groups.length > 0 && groups.every((s) => s === `${group}_household` || s === `${group}_person`);
};
/** Behind the last colon: a heading's words are not the figure's. */
const INFLOW = /(?:phát sinh|tái (?:cận )?nghèo|rơi vào|bổ sung|nghèo mới(?! thoát))[^:]*$/u;
/** "phát sinh 6 hộ nghèo và 23 hộ cận nghèo", "6 hộ nghèo và 23 hộ cận nghèo phát sinh": said once of both. */
const JOINED = /hộ (?:cận )?nghèo\s*(?:,|và|,\s*và)\s*$/u;
const BOTH_ARISE =
  /^\s*hộ (?:cận )?nghèo\s*(?:,|và)\s*\d[\d.]*\s*hộ (?:cận )?nghèo\s+(?:(?:mới|bị|được)\s+)*(?:phát sinh|tái (?:cận )?nghèo)/u;
/** "số hộ tái nghèo: 3 hộ": what a list names before the number. */
const ARISING =
  /(?:phát sinh|tái (?:cận )?nghèo|rơi vào (?:hộ )?nghèo|bổ sung|nghèo mới(?! thoát))[^;,.:\d]{0,24}:?(?:\s+(?:có|là|thêm))*\s*$/u;
const LEFT_NEAR_POVERTY = quick(/(?<!\p{L})thoát(?: nghèo)?\s+(?:được\s+)?\d[\d.]*\s*hộ nghèo\s*(?:,|và)\s*$/u);
/** "không để tái nghèo và giảm tỷ lệ hộ nghèo xuống dưới 11%": the rate named last is meant. */
const RATE_NAMED = /(?:phát sinh|tái (?:cận )?nghèo|nghèo mới)[^:;]*t[ỷỉ] lệ (?:hộ )?(?:cận )?nghèo[^:;]*$/u;
const arises = (s: Sight) =>
  ARISING.test(s.lead) ||
  LEFT_NEAR_POVERTY.test(s.before) ||
  BOTH_ARISE.test(s.rest) ||
  (JOINED.test(s.before) && s.earlier[0]?.unit === s.unit && s.earlier[0].indicator === null && INFLOW.test(s.before));
/** "chiếm 76,01% tổng số hộ nghèo" is a share of the poor, not their rate. */
const OF_POOR = /^\s*(?:(?:so với|của|trong|trên) )?(?:tổng )?(?:số )?hộ (?:cận )?nghèo(?!\s+(?:được|có))/u;
/** "giảm được 0,8% số hộ nghèo": by how much their rate fell. */
const FELL = quick(/(?<!\p{L})giảm(?:\s+(?:được|thêm|trên|hơn|gần|khoảng|bình quân|từ))*\s*$/u);
/** "trong đó, hộ nghèo vùng dân tộc thiểu số chiếm 62%" of the poor just counted is a share of them too. */
const PART_OF_POOR =
  /trong (?:đó|số (?:này|đó))[^;.\d]*hộ (?:cận )?nghèo (?!đa chiều)\p{L}[^;.\d]* chiếm(?:\s+(?:trên|hơn|gần|khoảng|tới|đến))*\s*$/u;
const partOfPoor = (s: Sight) =>
  PART_OF_POOR.test(s.before) &&
  s.earlier.some(({ indicator }) => indicator === 'pov.poor_households' || indicator === 'pov.near_poor_households');
/** "nơi tập trung 64% người nghèo của tỉnh": where the poor live. */
const livesThere = (s: Sight) =>
  /(?<!\p{L})(?:tập trung|chiếm)(?:\s+(?:tới|đến|trên|hơn|gần|khoảng))*\s*$/u.test(s.lead) &&
  /^\s*(?:tổng )?(?:số )?(?:người|dân|hộ) nghèo(?!\s+(?:được|có|vay|tham gia))/u.test(s.rest);
/** The number behind it counts households as such, nobody whom an office served. */
const SERVED =
  /^\s*(?:lượt )?hộ(?:[^,;.]{0,60}?)(?<!\p{L})(?:được (?:hỗ trợ|trợ giúp|trợ cấp|đỡ đầu|giúp|vay|cấp|hưởng|tặng|nhận|tiếp cận|thụ hưởng|vay vốn|tham gia)|thụ hưởng|hưởng lợi)(?!\p{L})/u;
/** "tỷ lệ hộ nghèo … là", "giảm nghèo … đạt": the rate spoken of in a sentence, and whether of the near-poor. */
const RATES = /(?:t[ỷỉ] lệ|mức giảm|tốc độ giảm|giảm|bình quân)[^;:]{0,24}?(?<!\p{L})(cận )?nghèo(?!\p{L})/gu;
const PLAIN =
  /^\s*(?:[-–]\s*)?(?:$|[,;.)(/]|so với|năm|mỗi năm|hàng năm|hằng năm|xuống|theo|trở lên|trở xuống|kế hoạch|với|và|vượt|đạt)/u;
const rateOf = (group: 'poor' | 'near_poor') => (s: Sight) => {
  if (!PLAIN.test(s.tail) || s.subjects.some((code) => !/poor|escaped|ethnic_minority|general_population/.test(code)))
    return false;
  const told = matches(RATES, s.sentence).at(-1);
  const both = told && /^(?:,| và) (?:hộ )?cận nghèo/u.test(s.sentence.slice(told.index + told[0].length));
  return (
    told !== undefined &&
    !both &&
    (told[1] ? 'near_poor' : 'poor') === group &&
    !/hộ nghèo về|thiếu hụt|nghèo (?:được|có|vay)/u.test(s.own)
  );
};
/** "hộ nghèo … đã thoát nghèo": both the poor and the near-poor in one number are not those who escaped poverty. */
const ESCAPES =
  /^\s*(?:lượt )?hộ(?:(?:\s+(?:nghèo|dân|gia đình))?\s+(?:mới\s+)|(?:(?!(?<!\p{L})(?:vay|cận nghèo và|tái nghèo))(?:[^;.]|(?<=tp|tx)\.)){0,90}?(?<!mới\s))(?:thoát (?:được |khỏi )?(?:(?:diện|cảnh|ngưỡng) )?(?:hộ )?nghèo|vượt (?:qua )?(?:(?:ngưỡng|chuẩn) )?(?:đói )?nghèo|ra khỏi (?:diện|danh sách) (?:hộ )?nghèo)(?!,? (?:và )?thoát cận nghèo|[^,;.]*vay)/u;
/** "45 hộ trong số hơn 200 hộ nghèo vươn lên thoát nghèo": all of them did not; "cho 12 hộ mới thoát nghèo" serves them. */
const OUT_OF = /(?:trong|trên)(?: tổng)? số(?:\s+(?:trên|hơn|gần|khoảng))*\s*$/u;
const SERVES_THEM = quick(/(?<!\p{L})(?:cho|hỗ trợ|tặng|cấp)(?:\s+(?:trên|hơn|gần|khoảng|các))*\s*$/u);
/** "đã thoát 25 hộ nghèo", "thoát nghèo được 25 hộ": the verb before the number. */
const ESCAPED_BEFORE = quick(
  /(?<!\p{L})thoát(?: khỏi)?(?:(?: hộ)? nghèo)?(?:\s+(?:được|cho|là|trên|hơn|gần|khoảng))*\s*:?\s*$/u,
);
/** "số hộ thoát nghèo: 1.240" */
const NAMES_ESCAPED =
  /(?:^|[\s,;:(])(?:tổng )?số(?: hộ)?(?: đã)? thoát nghèo(?:[^,;.:\d]{0,24}?(?:là|có|được|đạt))?\s*:?\s*$/u;
const escapes = (s: Sight) =>
  NAMES_ESCAPED.test(s.lead) ||
  (ESCAPED_BEFORE.test(s.before) && /^\s*(?:lượt )?hộ(?!\s+(?:cận nghèo|được|vay))/u.test(s.tail)) ||
  escapesBehind(s);
const escapesBehind = (s: Sight) =>
  ESCAPES.test(s.rest.replace(/^\/[\d.]+/u, '')) &&
  !OUT_OF.test(s.before) &&
  !(SERVES_THEM.test(s.lead) && /^\s*(?:lượt )?hộ(?: nghèo)? mới thoát/u.test(s.rest));

/** "toàn huyện còn 293 hộ nghèo do phụ nữ làm chủ": nothing is said of them but who they are. */
const PLAIN_POOR = /^\s*hộ (?:cận )?nghèo(?:\s*(?:$|[,;.)(/]|chiếm|với|do|là|theo|dân tộc|đồng bào|dtts))/u;
/** "hộ nghèo, đối tượng chính sách khác được vay vốn" */
const BORROWS = /^\s*hộ (?:cận )?nghèo(?:,| và)[^;.\d]{0,80}(?<!\p{L})được vay(?!\p{L})/u;
const left = (s: Sight) =>
  s.unit === 'household' &&
  !BORROWS.test(s.rest) &&
  s.role === 'actual' &&
  STOCK.test(s.before) &&
  STOCK.test(s.lead) &&
  PLAIN_POOR.test(s.tail);

/** "…, trong đó hộ nghèo 3.210 hộ": the noun before the number and again behind it. */
const NAMED = quick(
  /(?<!\p{L}|thoát )hộ (?:cận )?nghèo(?:\s+(?:toàn (?:xã|huyện|tỉnh)|hiện|nay|là|có|còn|chiếm|trên|hơn|gần|khoảng))*\s*:?\s*$/u,
);
const named = (s: Sight) =>
  s.unit === 'household' &&
  s.role === 'actual' &&
  (s.topic === 'population' || s.topic === 'poverty_reduction' || s.topic === 'other') &&
  NAMED.test(s.lead) &&
  !INFLOW.test(s.lead) &&
  /^\s*hộ\s*(?:$|[,;.)(/]|chiếm|với|và)/u.test(s.tail);
/** "giảm được gần 5.000 hộ nghèo, 4.000 hộ cận nghèo": how many fewer, in a sentence about more than that. */
const FEWER = quick(
  /(?<!\p{L})giảm(?:\s+(?:được|thêm|trên|hơn|gần|khoảng|bình quân|ít nhất|từ))*(?:\s+\d[\d.]*\s+hộ (?:cận )?nghèo\s*(?:,|và)(?:\s+(?:trên|hơn|gần|khoảng))*)?\s*$/u,
);
const fewer = (s: Sight) =>
  s.unit === 'household' &&
  (s.role === 'change' || s.role === 'target') &&
  FEWER.test(s.before) &&
  /^\s*hộ (?:cận )?nghèo\s*(?:$|[,;.)(]|và|so với|trong|mỗi|tương)/u.test(s.tail);
/** "320 hộ nghèo thuộc chính sách bảo trợ xã hội": what kind of poor households, not how many there are. */
const KIND_OF_POOR =
  /^\s*hộ nghèo\s+(?:(?:là|thuộc)(?: diện| đối tượng| gia đình)* (?:chính sách|bảo trợ|người có công)|có thành viên|không (?:có khả năng|còn)|đơn thân|neo đơn)/u;

/** "hộ nghèo thiếu hụt tiếp cận các dịch vụ xã hội cơ bản là 1.240 hộ": the other of the two kinds of poor households. */
const DEPRIVED =
  /hộ nghèo (?:do |về )?thiếu hụt(?: khả năng)?(?: tiếp cận)?(?: các)? dịch vụ (?:xã hội )?cơ bản(?: xã hội)?(?:\s+(?:là|có|còn))*\s*:?\s*$/u;
/** "giảm 2 đến 3% hộ nghèo": by how much their rate is to fall. */
const FALLS_BY = quick(
  /(?<!\p{L})giảm(?:\s+(?:được|thêm|trên|hơn|gần|khoảng|bình quân|ít nhất|từ))*\s*(?:[\d.,]+\s*%?\s*(?:đến|[-–])\s*)?$/u,
);
const BY_POOR = /^\s*(?:(?:đến|[-–])\s*[\d.,]+\s*%\s*)?(?:số )?hộ (cận )?nghèo(?!\s+(?:được|có|vay))/u;
const fallsBy = (group: 'poor' | 'near_poor') => (s: Sight) => {
  const told = FALLS_BY.test(s.before) ? BY_POOR.exec(s.rest) : null;
  return told !== null && (told[1] ? 'near_poor' : 'poor') === group;
};

/** "100% hộ nghèo, 90% hộ cận nghèo được vay": a share of the poor, no rate of poverty. */
const ALL_OF_THE_POOR = /100\s?%\s*(?:tổng )?(?:số )?(?:các )?(?:hộ|người|đối tượng|nhân khẩu)[^,;.%\d]{0,20} nghèo/u;
/** "100% người nghèo, 90% người cận nghèo có thẻ BHYT" */
const AND_CARDS =
  /^[^,;.%]{0,40} nghèo(?:,| và)[^;.]{0,60}%[^;.]{0,48}(?:có|cấp|tham gia) (?:thẻ )?(?:bhyt|bảo hiểm y tế)/u;

/** "Tỷ lệ hộ nghèo tại 2 xã nông thôn mới gồm xã An 14,4% và xã Hòa 24,6%" */
const RATES_BY_PLACE = /^[\s–•+*-]*t[ỷỉ] lệ hộ (cận )?nghèo (?:tại|ở|của)\s[^;.:]{0,60}(?:gồm|như|là|:)[^;:]*$/u;
const ratesByPlace = (group: 'poor' | 'near_poor') => (s: Sight) => {
  const told = RATES_BY_PLACE.exec(s.sentence);
  return told !== null && (told[1] ? 'near_poor' : 'poor') === group;
};

/** What the words at the number settle. */
export const povertyNear: readonly Rule[] = [
  { indicator: 'pov.poor_rate', topic: 'poverty_reduction', when: all(rate, ratesByPlace('poor'), only('poor')) },
  {
    indicator: 'pov.near_poor_rate',
    topic: 'poverty_reduction',
    when: all(rate, ratesByPlace('near_poor'), only('near_poor')),
  },
  {
    indicator: 'hi.coverage_rate',
    topic: 'health_insurance',
    when: all(rate, own(ALL_OF_THE_POOR), (s) => AND_CARDS.test(s.rest)),
  },
  {
    indicator: null,
    topic: null,
    when: all(rate, of('poverty_reduction'), own(ALL_OF_THE_POOR), (s) => s.role !== 'change'),
  },
  { indicator: 'pov.poor_rate', topic: 'poverty_reduction', when: all(rate, fallsBy('poor'), only('poor')) },
  {
    indicator: 'pov.near_poor_rate',
    topic: 'poverty_reduction',
    when: all(rate, fallsBy('near_poor'), only('near_poor')),
  },
  // Households short of a basic service, by service, are no clients of it.
  {
    indicator: null,
    topic: 'poverty_reduction',
    when: all(
      (s) => counts(s) || rate(s),
      (s) => /(?<!\p{L})thiếu hụt(?!\p{L})/u.test(s.sentence) && !DEPRIVED.test(s.lead),
      (s) => !/được (?:hỗ trợ|vay|cấp)/u.test(s.own),
    ),
  },
  {
    indicator: 'pov.escaped_households',
    topic: 'poverty_reduction',
    when: all(
      of(
        'poverty_reduction',
        'preferential_credit',
        'production_support',
        'employment',
        'vocational_training',
        'other',
      ),
      (s) => s.unit === 'household' || s.unit === 'household_turn',
      escapes,
    ),
  },
  {
    indicator: null,
    topic: 'poverty_reduction',
    when: all(
      (s) => s.unit === 'household' && OUT_OF.test(s.before),
      (s) => s.earlier[0]?.indicator === 'pov.escaped_households',
    ),
  },
  {
    indicator: null,
    topic: 'poverty_reduction',
    when: all(
      (s) => s.unit === 'household' && KIND_OF_POOR.test(s.tail),
      (s) => /(?<!\p{L})(?:có|còn|là)(?:\s+(?:trên|hơn|gần|khoảng))*\s*$/u.test(s.before),
    ),
  },
  // How many there are of them, in a text about something else.
  {
    indicator: 'pov.poor_households',
    topic: 'poverty_reduction',
    when: all((s) => left(s) || named(s) || fewer(s), only('poor')),
  },
  {
    indicator: 'pov.near_poor_households',
    topic: 'poverty_reduction',
    when: all((s) => left(s) || named(s) || fewer(s), only('near_poor')),
  },
  {
    indicator: null,
    topic: 'poverty_reduction',
    when: all(
      (s) => s.unit === 'person',
      (s) => /^[^,;.]{0,40}(?:thoát nghèo|giảm nghèo)/u.test(s.tail),
      of('merit_policy', 'poverty_reduction', 'employment', 'vocational_training', 'production_support', 'other'),
    ),
  },
];

/** The poor and near-poor: how many, what share, how many fewer. */
export const povertyRules: readonly Rule[] = [
  {
    indicator: null,
    topic: 'poverty_reduction',
    when: all(
      of('poverty_reduction'),
      (s) => !(rate(s) && RATE_NAMED.test(s.before + s.own)),
      (s) =>
        arises(s) || (said(INFLOW)(s) && own(/phát sinh|tái (?:cận )?nghèo|bổ sung|nghèo mới(?! thoát)|chiếm|với/u)(s)),
    ),
  },
  {
    indicator: null,
    topic: 'poverty_reduction',
    when: all(
      rate,
      of('poverty_reduction'),
      (s) => s.role === 'actual' && !FELL.test(s.lead) && (OF_POOR.test(s.rest) || partOfPoor(s) || livesThere(s)),
    ),
  },
  {
    indicator: 'pov.poor_rate',
    topic: 'poverty_reduction',
    when: all(rate, of('poverty_reduction'), only('poor'), (s) => FELL.test(s.lead) && OF_POOR.test(s.rest)),
  },
  {
    indicator: 'pov.escaped_households',
    topic: 'poverty_reduction',
    when: all(
      (s) => s.unit === 'household',
      (s) => !/thoát cận nghèo/u.test(s.tail),
      own(/thoát nghèo|vươn lên thoát/u),
      of('poverty_reduction'),
      not(own(/mới thoát nghèo vay/u)),
    ),
  },
  {
    indicator: 'pov.poor_rate',
    topic: 'poverty_reduction',
    when: all(rate, of('poverty_reduction'), only('poor'), not(own(/được|tiếp cận(?! (?:nghèo )?đa chiều)|có nhà/u))),
  },
  {
    indicator: 'pov.near_poor_rate',
    topic: 'poverty_reduction',
    when: all(
      rate,
      of('poverty_reduction'),
      only('near_poor'),
      not(own(/được|tiếp cận(?! (?:nghèo )?đa chiều)|có nhà/u)),
    ),
  },
  {
    indicator: 'pov.poor_rate',
    topic: 'poverty_reduction',
    when: all(rate, of('poverty_reduction'), rateOf('poor'), not(own(/được|có nhà/u))),
  },
  {
    indicator: 'pov.near_poor_rate',
    topic: 'poverty_reduction',
    when: all(rate, of('poverty_reduction'), rateOf('near_poor'), not(own(/được|có nhà/u))),
  },
  {
    indicator: null,
    topic: 'poverty_reduction',
    when: all(of('poverty_reduction'), counts, (s) => SERVED.test(s.rest)),
  },
  {
    indicator: 'pov.poor_households',
    topic: 'poverty_reduction',
    when: all((s) => s.unit === 'household', of('poverty_reduction'), only('poor')),
  },
  {
    indicator: 'pov.near_poor_households',
    topic: 'poverty_reduction',
    when: all((s) => s.unit === 'household', of('poverty_reduction'), only('near_poor')),
  },
  {
    indicator: 'pov.poor_people',
    topic: 'poverty_reduction',
    when: all((s) => s.unit === 'person', of('poverty_reduction'), only('poor'), own(/khẩu|người nghèo|người/u)),
  },
  {
    indicator: 'pov.near_poor_people',
    topic: 'poverty_reduction',
    when: all((s) => s.unit === 'person', of('poverty_reduction'), only('near_poor'), own(/khẩu|người/u)),
  },
];
