import type { Topic } from '../../../model/index.ts';
import { quick } from '../../text/quick.ts';
import { all, counts, money, of, type Rule, rate, type Sight, said } from './sight.ts';

/** "nước sạch, hợp vệ sinh đạt": the comma parts nothing. */
const CLEAN = /nước (?:sạch|sinh hoạt),\s*hợp vệ sinh[^,;.]*$/u;

const TOILETS = /(?:công trình vệ sinh|nhà (?:tiêu|vệ sinh)|hố xí|công trình phụ)/u;
const WATER = /nước (?:sạch|sinh hoạt|hợp vệ sinh)|giếng nước|(?<!(?:công trình|trạm|nhà máy|hệ thống) )cấp nước/u;
/** "100% hộ dân, trường học, trạm y tế có nhà tiêu …": whose share it is may be a list. */
const LIST_OF_USERS = /^\s*(?:tổng )?(?:số |các )*(?:hộ|gia đình|dân|người|trường|cơ sở)(?!\p{L})/u;
const toldOf = ({ own: words, tail, rest }: Sight): string =>
  LIST_OF_USERS.test(tail) ? words + (rest.slice(tail.length).split(/[;.\d]/u)[0] as string) : words;
/** "980 hộ sử dụng nước sạch, đạt 87,5%" */
const REACHED = /^[\s,(]*(?:đạt|chiếm|bằng)(?:\s+(?:tỷ lệ|tỉ lệ|trên|hơn|gần|khoảng|là))*\s*$/u;
const waterOf = (s: Sight) =>
  (s.earlier[0]?.unit === 'household' &&
    REACHED.test(s.lead) &&
    /hộ[^;.]{0,40}nước (?:sạch|hợp vệ sinh)/u.test(s.before.slice(-80))) ||
  WATER.test(toldOf(s)) ||
  CLEAN.test(s.lead);
const toiletFirst = (s: Sight) => TOILETS.test(toldOf(s).split(/(?<!\p{L})nước(?!\p{L})/u)[0] as string);

/** What the words at the number settle. */
export const servicesNear: readonly Rule[] = [
  { indicator: 'water.rate', topic: 'water_sanitation', when: all(rate, (s) => waterOf(s) && !toiletFirst(s)) },
  { indicator: 'sanitation.rate', topic: 'water_sanitation', when: all(rate, (s) => TOILETS.test(toldOf(s))) },
];

/** Policy areas that tell of what was built; works of water are told of under their own. */
const BUILT_BY = of(
  'infrastructure',
  'water_sanitation',
  'poverty_reduction',
  'gifts_and_donations',
  'production_support',
  'other',
);
/** Elsewhere only what is called so is a work: a playground given to children is a gift. */
const WORKS = /^\s*(?:công trình|giếng|bể|cầu|cống|đường|tuyến|đập|trạm|hệ thống|nhà văn hóa)(?!\p{L})/u;
const BUILDS: ReadonlySet<Topic> = new Set(['infrastructure', 'water_sanitation', 'poverty_reduction']);
/** "vốn vay đã giúp xây dựng 1.200 công trình nước sạch": what loans left standing, not what was lent for. */
const PUT_UP = quick(/(?<!\p{L}|vay |vốn )(?:xây|làm|lắp đặt|sửa chữa|cải tạo)(?:\s+(?!vay)\p{L}+){0,4}\s*$/u);
const isWork = (s: Sight) =>
  s.unit === 'works' &&
  (s.topic === 'preferential_credit' ? PUT_UP.test(s.lead) : BUILT_BY(s)) &&
  (BUILDS.has(s.topic) || WORKS.test(s.tail));
const OF_WATER = /^\s*(?:công trình\s+)?(?:\p{L}+\s+){0,3}?(?:giếng|bể|nước|vệ sinh|nhà tiêu|thu gom rác)(?!\p{L})/u;

/** "đóng góp 2,1 tỷ đồng để làm 8,5 km đường bê tông": what people gave for works pays for them. */
const FOR_WORKS =
  /^[^;.]{0,48}?(?<!\p{L})(?:làm|xây(?: dựng)?|mở rộng|nâng cấp|bê tông hóa|cứng hóa|tu sửa|duy tu)\s(?:[^;.]|\.(?=\d)){0,24}?(?:đường|cầu|cống|kênh|mương|nhà văn hóa|công trình|trường|hạ tầng)(?!\p{L})/u;
const GAVE = /(?<!\p{L})(?:đóng góp|đối ứng|hiến)[^;]*$/u;
/** "xây, sửa chữa 12 cây cầu, trị giá 3 tỷ đồng" */
const MENDED = quick(
  /(?<!\p{L})(?:xây(?: dựng)?(?: mới)?|sửa chữa|nâng cấp|tu sửa|duy tu|bắc|làm)(?:,? (?:và )?(?:sửa chữa|nâng cấp|mới))?(?:\s+(?:được|hơn|trên|gần|khoảng))*\s*$/u,
);
const A_BRIDGE = /^\s*(?:cây cầu|cầu|tuyến đường|cống|con đường)(?!\p{L})/u;
const WORTH = /^[\s,;(]*(?:với )?(?:tổng )?(?:trị giá|kinh phí|giá trị)(?:\s+(?:là|hơn|trên|gần|khoảng))*\s*$/u;
export const worksNear: readonly Rule[] = [
  {
    indicator: 'infra.works',
    topic: 'infrastructure',
    when: all(
      of('gifts_and_donations', 'housing_support', 'healthcare'),
      (s) => s.unit === 'works' && MENDED.test(s.lead) && A_BRIDGE.test(s.tail),
    ),
  },
  {
    indicator: 'infra.cost',
    topic: 'infrastructure',
    when: all(money, (s) => s.earlier[0]?.indicator === 'infra.works' && WORTH.test(s.lead)),
  },
  {
    indicator: 'infra.cost',
    topic: 'infrastructure',
    when: all(money, (s) => GAVE.test(s.before) && FOR_WORKS.test(s.rest) && !/quỹ/u.test(s.before)),
  },
];

/** Electricity, water, works and health care. */
export const servicesRules: readonly Rule[] = [
  { indicator: 'elec.households', topic: 'electricity_support', when: all(of('electricity_support'), counts) },
  { indicator: 'elec.cost', topic: 'electricity_support', when: all(of('electricity_support'), money) },
  {
    indicator: 'infra.works',
    topic: 'water_sanitation',
    when: (s) => isWork(s) && OF_WATER.test(s.tail),
  },
  { indicator: 'infra.works', topic: 'infrastructure', when: isWork },
  { indicator: 'infra.cost', topic: 'infrastructure', when: all(of('infrastructure'), money) },
  {
    indicator: 'health.patients',
    topic: 'healthcare',
    when: all(
      of('healthcare'),
      counts,
      said(
        /khám|chữa|chăm sóc sức khỏe|cấp (?:phát )?thuốc|điều trị|phẫu thuật|mổ|cấp cứu|chuyển (?:viện|tuyến)|phcn|phục hồi chức năng|chỉnh hình/u,
      ),
    ),
  },
];
