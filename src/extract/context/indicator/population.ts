import { quick } from '../../text/quick.ts';
import { all, counts, money, not, of, own, type Rule, rate, type Sight } from './sight.ts';
import { STOCK } from './stock.ts';

/** Everybody, or a people: births, workers and the poor are counted under other names. */
const everybody = ({ subjects, lead, sentence }: Sight) =>
  subjects.every(
    (code) =>
      code === 'general_population' ||
      code === 'ethnic_minority' ||
      (code === 'woman' && HALF.test(lead) && /dân số|nhân khẩu/u.test(sentence)),
  );
/** "dân số 1,2 triệu người, trong đó nữ 0,6 triệu người" */
const HALF = quick(/(?<!\p{L})nữ(?: giới)?(?: là| có| chiếm)?:?\s*$/u);
/** "xã có 869 hộ với 3.427 nhân khẩu" */
const INHABITED =
  /^\s*hộ(?:\s+(?:dân|gia đình))?\s*(?:,|với|và|\(|\/)?\s*(?:tổng số\s+)?(?:trên\s+|hơn\s+)?\d[\d.,]*\s*(?:nhân )?(?:khẩu|người|dân)(?!\p{L})/u;
const HOUSEHOLDS = /^\s*hộ(?:\s+(?:dân|gia đình))?\s*(?:[,(]|với|$)/u;
const INHABITANTS = /^\s*(?:nhân khẩu|khẩu|người|dân)(?!\p{L})/u;
/** "15.320 hộ, trong đó hộ nghèo 3.210 hộ": all of whom some are poor. */
const HAVE_POOR =
  /^\s*hộ(?:\s+(?:dân|gia đình))?\s*[,;(]?\s*trong đó:?\s+(?:có\s+)?(?:số\s+)?(?:\d[\d.]*\s+)?hộ nghèo/u;
/** What somebody was given or is called is said of a part. */
const PART = /nghèo|hưởng|được|hỗ trợ|cấp|gạo|vay|thiếu|nhận|đói|tặng/u;
const PEOPLE_NAMED = /dân tộc(?:\s+(?!thiểu số|ít người)\p{L}+){1,3}\s*(?:có|:|là)?\s*$/u;
/** "(dân số 808.149 người)", "dân số toàn huyện là 80.000 người" */
const POPULATION =
  /(?<!\p{L}|gia tăng |lĩnh vực |công tác )dân số(?: (?:của|trong|toàn) \p{L}+){0,2}(?:\s+(?:là|có|đạt|trên|hơn|gần|khoảng|với))*\s*:?\s*$/u;
/** "2.952 hộ nghèo trên tổng số 30.458 hộ" */
const OUT_OF_ALL = /(?:(?:trên|trong|\/)\s*(?:tổng số|số)|nghèo\s*\/)\s*$/u;

/** "Đồng bào Khmer chiếm 64%, đời sống còn khó khăn": what share of the people they are. */
const SHARE_OF_PEOPLE =
  /(?:đồng bào|người|dân tộc|dtts|thiểu số)[^,;.:\d]{0,40}(?<!\p{L})chiếm(?:\s+(?:t[ỷỉ] lệ|trên|hơn|gần|khoảng|tới|đến|là))*\s*$/u;
/** "15 hộ, kinh phí 4.500.000 đồng": money behind them tells that they were given it. */
const PAID =
  /^\s*(?:hộ|người|khẩu|nhân khẩu)(?:\s+(?:dân|gia đình))?\s*[,:(]?\s*(?:với\s+)?(?:tổng\s+)?(?:kinh phí|số tiền|trị giá|mức)(?!\p{L})/u;
/** Households that do or lack something are some, not all: "7 hộ trả nợ gốc", "30 hộ thiếu đất". */
const DO =
  /^\s*hộ[^,;.\d]{0,32}?(?<!\p{L})(?:trả|vay|nộp|đăng ký|đạt|có (?:nhà|đất|thu nhập|việc|điện|nước|nhu cầu|người)|sử dụng|bị|thiếu|tham gia|hiến|chưa|không|phải|cần|di dời|nhận)(?!\p{L})/u;
/** Households that something goes to are not all there are. */
const GOES_TO = quick(
  /(?<!\p{L})(?:cho|hỗ trợ|giúp|tới|tặng|phục vụ|vận động)(?:\s+(?:trên|hơn|gần|khoảng|các))*\s*$/u,
);

/** Children a woman bears are no livestock. */
const BORN = /t[ỷỉ] suất sinh|số con (?:trung )?bình quân|mức sinh/u;

/** What the words at the number settle. */
/** "Tỉnh có gần 300.000 đồng bào dân tộc Khmer sinh sống" */
const LIVE_HERE =
  /^\s*(?:người|đồng bào|nhân khẩu)(?:\s+(?:đồng bào|dân tộc|thiểu số|dtts|(?!nghèo|cao|khuyết|có|được)\p{L}+)){0,6}?\s+(?:sinh sống|cư trú|chung sống)(?!\p{L})/u;
export const populationNear: readonly Rule[] = [
  {
    indicator: 'pop.people',
    topic: 'population',
    when: (s) =>
      s.unit === 'person' &&
      everybody(s) &&
      LIVE_HERE.test(s.tail) &&
      /(?<!\p{L})có(?:\s+(?:hơn|trên|gần|khoảng))*\s*$/u.test(s.lead),
  },
  { indicator: null, topic: 'population', when: (s) => s.unit === 'animal' && BORN.test(s.lead) },
  {
    indicator: 'pop.households',
    topic: 'population',
    when: all(
      (s) => s.unit === 'household' && s.role === 'actual' && s.subjects.length === 0,
      (s) => STOCK.test(s.lead) || HAVE_POOR.test(s.rest),
      (s) => HOUSEHOLDS.test(s.tail),
      of('poverty_reduction', 'population', 'other', 'water_sanitation'),
    ),
  },
  {
    indicator: 'pop.households',
    topic: 'population',
    when: all(
      (s) => s.unit === 'household' && s.role === 'actual' && everybody(s),
      of('poverty_reduction', 'population', 'other'),
      (s) => INHABITED.test(s.rest) && !PART.test(s.before),
    ),
  },
  {
    indicator: 'pop.people',
    topic: 'population',
    when: all(
      (s) => s.unit === 'person' && everybody(s) && INHABITANTS.test(s.tail),
      (s) => s.head?.indicator === 'pop.households' || s.earlier[0]?.indicator === 'pop.households',
      (s) => !PART.test(s.before),
    ),
  },
  {
    indicator: 'pop.people',
    topic: 'population',
    when: all(
      (s) => s.unit === 'person',
      (s) => PEOPLE_NAMED.test(s.lead) || POPULATION.test(s.lead),
      not(own(PART)),
    ),
  },
  {
    indicator: 'pop.households',
    topic: 'population',
    when: all(
      of('poverty_reduction'),
      (s) =>
        s.unit === 'household' &&
        OUT_OF_ALL.test(s.before) &&
        /^\s*hộ(?:\s+(?:dân|gia đình))?(?!\s+\p{L}|\p{L})/u.test(s.tail),
    ),
  },
  {
    indicator: null,
    topic: 'population',
    when: all(
      rate,
      of('population', 'poverty_reduction', 'production_support', 'infrastructure', 'water_sanitation', 'other'),
      (s) => s.subjects.join() === 'ethnic_minority' && s.role === 'actual',
      (s) => SHARE_OF_PEOPLE.test(s.lead) && !/nghèo|được|lao động|cán bộ|học sinh/u.test(s.sentence),
    ),
  },
  // Shares of a population are of the same policy area.
  {
    indicator: null,
    topic: 'population',
    when: all(
      rate,
      of('population', 'poverty_reduction'),
      (s) => s.earlier[0]?.indicator === 'pop.people',
      not(own(/nghèo/u)),
    ),
  },
];

/** Households and people of a place. */
export const populationRules: readonly Rule[] = [
  {
    indicator: 'pop.households',
    topic: 'population',
    when: all(
      (s) => s.unit === 'household' && !GOES_TO.test(s.before) && !PAID.test(s.rest) && !DO.test(s.tail),
      of('population'),
      everybody,
      not(own(/được|vay/u)),
    ),
  },
  {
    indicator: 'pop.people',
    topic: 'population',
    when: all(
      (s) => s.unit === 'person',
      of('population'),
      everybody,
      not(own(/sinh ra|số sinh|tử vong|tảo hôn|kết hôn|con thứ/u)),
    ),
  },
  { indicator: null, topic: 'population', when: all(of('population'), (s) => counts(s) || money(s)) },
];
